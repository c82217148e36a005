"""Lay the lines of a script into time: phases first, then the silences within each.

The same law (`spread`) serves both. Nothing here knows where lengths come from: estimates for
the picture on Home, real clips for the sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from mindful.exercises.fitting import fitting, lines_of
from mindful.exercises.model import PhaseKind
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.sheet import UNBOUNDED, Past, Sheet, longest
from mindful.exercises.spread import Taker, spread

Placed = tuple[ScriptLine, int, int]
"""A line, its first frame and the frame after its last."""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything lies: spans of phases, and of the lines that are said, in frames."""

    phases: tuple[tuple[int, int], ...]
    lines: tuple[Placed, ...]

    def silence_after(self, index: int) -> int:
        """Frames from the end of line `index` to the next line, or to the end of the sit."""
        end = self.lines[index][2]
        following = index + 1
        if following < len(self.lines):
            return self.lines[following][1] - end
        return self.phases[-1][1] - end


def lay(script: Script, frames: Callable[[ScriptLine], int], past: Past | None = None) -> Layout:
    """Lay `script` out over exactly its minutes.

    Args:
        script: what to say.
        frames: the length of a line in frames.
        past: what has happened already and never moves.
    """
    sheet = Sheet(script, frames, past or Past())
    lines = fitting(sheet)
    starts = list(sheet.past.starts)
    for duration in _durations(sheet, lines)[:-1]:
        starts.append(starts[-1] + duration)
    spans = tuple(zip(starts, [*starts[1:], sheet.total], strict=True))
    placed: list[Placed] = []
    for number, (start, end) in enumerate(spans):
        placed.extend(_place(sheet, number, lines_of(lines, number), start, end))
    return Layout(phases=spans, lines=tuple(placed))


def _durations(sheet: Sheet, lines: Sequence[ScriptLine]) -> list[int]:
    """Frames of the current and every later phase, to the end of the sit."""
    takers = [sheet.phase_taker(number, lines_of(lines, number)) for number in sheet.open_phases]
    if sum(taker.ceiling for taker in takers) < sheet.open_frames:
        takers = _loosened(sheet, takers)
    return spread(sheet.open_frames, takers)


def _loosened(sheet: Sheet, takers: Sequence[Taker]) -> list[Taker]:
    """There are not lines enough: silences pass their caps, phases still keep to their longest.

    Where even that leaves time over, it goes to all phases but paced breaths.
    """
    phases = [sheet.script.phases[number] for number in sheet.open_phases]

    def loose(most: Callable[[int], int]) -> list[Taker]:
        return [
            taker
            if phase.kind is PhaseKind.BREATH
            else msgspec.structs.replace(taker, most=most(number))
            for number, (phase, taker) in enumerate(zip(phases, takers, strict=True))
        ]

    kept = loose(lambda number: longest(phases[number]))
    if sum(taker.ceiling for taker in kept) >= sheet.open_frames:
        return kept
    return loose(lambda _: UNBOUNDED)


def _place(
    sheet: Sheet, number: int, lines: Sequence[ScriptLine], start: int, end: int
) -> Iterator[Placed]:
    """Give every line of a phase its frames."""
    said = [line for line in lines if sheet.is_said(line)]
    left = lines[len(said) :]
    for line in said:
        yield (line, *sheet.past.said[line.key])
    if not left:
        return
    silences = sheet.silences(number, lines)
    after_lines = len(silences) - len(lines)
    at = start
    if said:
        # The silence after the last line said is still open.
        at = sheet.past.said[said[-1].key][1]
        silences = silences[after_lines + len(said) - 1 :]
    elif not after_lines:
        silences.insert(0, Taker(0, 0.0, 0))
    wait = max(0, sheet.past.now - at)
    silences[0] = msgspec.structs.replace(silences[0], least=wait)
    spare = end - at - sum(sheet.length(line) for line in left)
    shares = spread(spare, silences)
    for line, before in zip(left, shares, strict=False):
        at += before
        yield (line, at, at + sheet.length(line))
        at += sheet.length(line)
