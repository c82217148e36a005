"""Which lines of a script fit its time: some are left out, or some of the reserve come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from mindful.exercises import rules
from mindful.exercises.quiet import contact_runs, in_frames
from mindful.exercises.script import CORE, ScriptLine
from mindful.exercises.sheet import Sheet

ByPhase = defaultdict[int, list[ScriptLine]]
"""Lines in order, by the index of their phase."""


def by_phase(lines: Iterable[ScriptLine]) -> ByPhase:
    """Sort lines into their phases."""
    sorted_lines: ByPhase = defaultdict(list)
    for line in lines:
        sorted_lines[line.phase].append(line)
    return sorted_lines


def fitting(sheet: Sheet) -> list[ScriptLine]:
    """The lines that are said, in order.

    What was said stays; what was passed over stays out. Then lines are left out until the rest
    fits with least pauses: the last to enter first, core lines only when nothing else is left.
    Where silences would pass their caps, lines of the reserve come in. Last, lines go that would
    keep the person in contact with a feeling for too long.
    """
    lines = _before_settled_end(sheet, _still_possible(sheet))
    if sum(_least(sheet, lines).values()) > sheet.open_frames:
        lines = _shortened(sheet, lines)
    else:
        lines = _with_reserve(sheet, lines)
    while out := _too_near(sheet, lines):
        lines = [line for line in lines if line.key not in out]
    return lines


def _too_near(sheet: Sheet, lines: list[ScriptLine]) -> set[str]:
    """Keys of what to leave out of the first stay in contact that least pauses make too long.

    The line into contact that entered last, with those that entered with it; where nothing leads
    into contact any more, whatever else is not said yet.
    """
    begun = bool(sheet.past.said)
    for run in contact_runs(sheet.script, lines):
        coming = [line for line in run if not sheet.is_said(line)]
        if _stay(sheet, run, coming) <= in_frames(rules.CONTACT_SECONDS):
            continue
        if not begun and all(sheet.length(line) == line.frames for line in run):
            # An exercise that is too near as it is written is found by its review.
            coming = [line for line in coming if line.rank != CORE]
        near = [line for line in coming if line.stance == "contact"]
        if not coming:
            continue
        gone = max(near or coming, key=lambda line: (line.rank, line.order))
        unit = (line for line in lines if line.rank == gone.rank and not sheet.is_said(line))
        return {gone.key} if gone.rank == CORE else {line.key for line in unit}
    return set()


def _stay(sheet: Sheet, run: Sequence[ScriptLine], coming: Sequence[ScriptLine]) -> int:
    """Frames of a stay in contact with least pauses."""
    said = run[: len(run) - len(coming)]
    needed = sum(map(sheet.needed, coming))
    if not said:
        return needed
    since, end = sheet.past.said[said[0].key][0], sheet.past.said[said[-1].key][1]
    return max(sheet.past.now, end + in_frames(said[-1].pause)) - since + needed


def _still_possible(sheet: Sheet) -> list[ScriptLine]:
    """The lines that were said, those of the reserve too, and those that can come after them."""
    said = [line for line in (*sheet.script.lines, *sheet.script.reserve) if sheet.is_said(line)]
    reached = max((line.order for line in said), default=0)
    coming = (line for line in sheet.script.lines if _can_come(sheet, line, reached))
    return [*sorted(said, key=lambda line: line.order), *coming]


def _can_come(sheet: Sheet, line: ScriptLine, reached: int) -> bool:
    """Whether a line that was not said can still be, after one of order `reached`."""
    if line.phase < sheet.current + sheet.past.page_open or line.order <= reached:
        return False
    return line.put_in or not sheet.script.phases[line.phase].left_out


def _before_settled_end(sheet: Sheet, lines: list[ScriptLine]) -> list[ScriptLine]:
    """Without those lines of the current phase that its settled end leaves no time for."""
    ends = sheet.settled(sheet.current)
    if ends is None:
        return lines
    here = by_phase(lines)[sheet.current]
    out: set[str] = set()
    for unit in _dispensable(sheet, here):
        if sheet.wanted(sheet.current, (line for line in here if line.key not in out)) <= ends:
            break
        out |= {line.key for line in unit}
    return [line for line in lines if line.key not in out]


def _ends_as_settled(sheet: Sheet, lines: Iterable[ScriptLine]) -> bool:
    """Whether the current phase has time for its lines, where its end is settled."""
    ends = sheet.settled(sheet.current)
    return ends is None or sheet.wanted(sheet.current, by_phase(lines)[sheet.current]) <= ends


def _least(sheet: Sheet, lines: Iterable[ScriptLine]) -> dict[int, int]:
    """Frames that each open phase takes at the least."""
    phases = by_phase(lines)
    return {number: sheet.least(number, phases[number]) for number in sheet.open_phases}


def _shortened(sheet: Sheet, lines: list[ScriptLine]) -> list[ScriptLine]:
    """Without the lines that do not fit."""
    least, phases = _least(sheet, lines), by_phase(lines)
    out: set[str] = set()
    for unit in _dispensable(sheet, lines):
        if sum(least.values()) <= sheet.open_frames:
            break
        out |= {line.key for line in unit}
        for number in {line.phase for line in unit}:
            phases[number] = [line for line in phases[number] if line.key not in out]
            least[number] = sheet.least(number, phases[number])
    return [line for line in lines if line.key not in out]


def _dispensable(sheet: Sheet, lines: list[ScriptLine]) -> Iterator[list[ScriptLine]]:
    """What can be left out, the most dispensable first.

    Optional lines as they entered, the last first, those that entered together together; where
    one of these was said, the others belong to it, and count as core lines. Then
    core lines from the middle outwards, contact before the anchor it needs, and what was asked for
    in mid-sit after all those; the very last and the very first when there is nothing else.
    """
    unsaid = [line for line in lines if not sheet.is_said(line)]
    begun = {CORE, *(line.rank for line in lines if sheet.is_said(line))}
    for rank in sorted({line.rank for line in unsaid} - begun, reverse=True):
        yield [line for line in unsaid if line.rank == rank]
    core = [line for line in unsaid if line.rank in begun]
    always = [line for line in lines if line.rank == CORE]
    edges = [line for line in [*always[-1:], *always[:1]] if line in core]
    middle = (len(lines) - 1) / 2
    place = {line.key: abs(index - middle) for index, line in enumerate(lines)}
    inner = [line for line in core if line not in edges]
    inner.sort(key=lambda line: (line.stance != "contact", line.put_in, place[line.key]))
    yield from ([line] for line in inner)
    yield from ([line] for line in edges)


def _with_reserve(sheet: Sheet, lines: list[ScriptLine]) -> list[ScriptLine]:
    if not sheet.script.capped:
        return lines
    said = max((line.order for line in lines if sheet.is_said(line)), default=0)
    reserve = [line for line in sheet.script.reserve if _can_come(sheet, line, said)]
    reserve.sort(key=lambda line: line.rank)
    for _, unit in groupby(reserve, key=lambda line: line.rank):
        if _most(sheet, lines) >= sheet.open_frames:
            break
        more = sorted([*lines, *unit], key=lambda line: line.order)
        if sum(_least(sheet, more).values()) <= sheet.open_frames and _ends_as_settled(sheet, more):
            lines = more
    return lines


def _most(sheet: Sheet, lines: Sequence[ScriptLine]) -> int:
    """Frames that the open phases can take with every silence at its cap."""
    phases, silences = by_phase(lines), sheet.silences_of(lines)
    return sum(
        sheet.phase_taker(number, phases[number], silences).ceiling for number in sheet.open_phases
    )
