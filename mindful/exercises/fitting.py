"""Which lines of a script fit its time: some are left out, or some of the reserve come in."""

from __future__ import annotations

from collections.abc import Sequence

from mindful.exercises.script import CORE, ScriptLine
from mindful.exercises.sheet import Sheet


def lines_of(lines: Sequence[ScriptLine], number: int) -> list[ScriptLine]:
    """Those of one phase, in order."""
    return [line for line in lines if line.phase == number]


def fitting(sheet: Sheet) -> list[ScriptLine]:
    """The lines that are said, in order.

    What was said stays. Lines are left out until the rest fits with least pauses, the last to
    enter first, core lines only when nothing else is left. Where silences would pass their caps,
    lines of the reserve come in.
    """
    lines = list(sheet.script.lines)
    while _least(sheet, lines) > sheet.open_frames:
        droppable = [line for line in lines if not sheet.is_said(line)]
        if not droppable:
            break
        dropped = _together_with(max(droppable, key=_Dispensable(sheet, lines)), droppable)
        lines = [line for line in lines if line not in dropped]
    return _with_reserve(sheet, lines)


def _least(sheet: Sheet, lines: Sequence[ScriptLine]) -> int:
    return sum(sheet.least(number, lines_of(lines, number)) for number in sheet.open_phases)


def _together_with(line: ScriptLine, lines: Sequence[ScriptLine]) -> list[ScriptLine]:
    """A unit: optional lines that entered together leave together."""
    if line.rank == CORE:
        return [line]
    return [other for other in lines if other.rank == line.rank]


class _Dispensable:
    """Sort key of lines to leave out, the greatest first.

    Optional lines before core ones; of those, contact before the anchor it needs; the very
    first and the very last line at the end.
    """

    def __init__(self, sheet: Sheet, lines: Sequence[ScriptLine]) -> None:
        last = len(sheet.script.phases) - 1
        self._edges = [*lines_of(lines, 0)[:1], *lines_of(lines, last)[-1:]]

    def __call__(self, line: ScriptLine) -> tuple[int, int, int]:
        if line.rank != CORE:
            return (3, line.rank, line.order)
        if line.stance == "contact":
            return (2, 0, line.order)
        return (0 if line in self._edges else 1, 0, line.order)


def _with_reserve(sheet: Sheet, lines: list[ScriptLine]) -> list[ScriptLine]:
    if not sheet.script.capped:
        return lines
    said = max((line.order for line in lines if sheet.is_said(line)), default=0)
    taken = {line.key for line in lines}
    reserve = [
        line
        for line in sheet.script.reserve
        if line.order > said and line.phase >= sheet.current and line.key not in taken
    ]
    while reserve and _most(sheet, lines) < sheet.open_frames:
        unit = _together_with(reserve[0], reserve)
        reserve = [line for line in reserve if line not in unit]
        more = sorted([*lines, *unit], key=lambda line: line.order)
        if _least(sheet, more) <= sheet.open_frames:
            lines = more
    return lines


def _most(sheet: Sheet, lines: Sequence[ScriptLine]) -> int:
    return sum(
        sheet.phase_taker(number, lines_of(lines, number)).ceiling for number in sheet.open_phases
    )
