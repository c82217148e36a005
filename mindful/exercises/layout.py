"""Lay the lines of a script into time: phases first, then the silences within each.

The same law (`spread`) serves both. Nothing here knows where lengths come from: estimates for
the picture on Home, real clips for the sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from mindful.exercises.fitting import ByPhase, by_phase, fitting
from mindful.exercises.model import PhaseKind
from mindful.exercises.quiet import UNBOUNDED, Silences, in_frames
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.sheet import Past, Sheet, longest
from mindful.exercises.spread import Taker, spread

Placed = tuple[ScriptLine, int, int]
"""A line, its first frame and the frame after its last."""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything lies: spans of phases, and of the lines that are said, in frames.

    Attributes:
        phases: first frame and frame after the last of each phase.
        lines: the lines that are said, in order.
        pages: first frame and frame after the last of each page of writing and each paced
            breath, by index of its phase.
    """

    phases: tuple[tuple[int, int], ...]
    lines: tuple[Placed, ...]
    pages: dict[int, tuple[int, int]] = {}

    def silence_after(self, index: int) -> int:
        """Frames from the end of line `index` to whatever comes next.

        That is a line, a page of writing, a paced breath, or the end of the sit.
        """
        line, _, end = self.lines[index]
        following = self.lines[index + 1][1] if index + 1 < len(self.lines) else self.phases[-1][1]
        pages = [start for phase, (start, _) in self.pages.items() if phase >= line.phase]
        return min([following, *pages]) - end


def lay(script: Script, frames: Callable[[ScriptLine], int], past: Past | None = None) -> Layout:
    """Lay `script` out over exactly its frames.

    Args:
        script: what to say.
        frames: the length of a line in frames.
        past: what has happened already and never moves.
    """
    sheet = Sheet(script, frames, past or Past())
    lines = fitting(sheet)
    phases, silences = by_phase(lines), sheet.silences_of(lines)
    starts = list(sheet.past.starts)
    for duration in _durations(sheet, phases, silences)[:-1]:
        starts.append(starts[-1] + duration)
    spans = tuple(zip(starts, [*starts[1:], sheet.total], strict=True))
    placed: list[Placed] = []
    pages: dict[int, tuple[int, int]] = {}
    for number, (start, end) in enumerate(spans):
        here = list(_place(sheet, phases[number], silences, start, end))
        placed.extend(here)
        kind = script.phases[number].kind
        if kind is PhaseKind.WRITE:
            pages[number] = (min(end, _page_start(here, start)), end)
        elif kind is PhaseKind.BREATH:
            pages[number] = (start, end)
    return Layout(phases=spans, lines=tuple(placed), pages=pages)


def _page_start(placed: Sequence[Placed], start: int) -> int:
    """The page opens when the last line before it has been said, and its pause is over."""
    if not placed:
        return start
    line, _, end = placed[-1]
    return end + in_frames(line.pause)


def _durations(sheet: Sheet, phases: ByPhase, silences: Silences) -> list[int]:
    """Frames of the current and every later phase, to the end of the sit."""
    takers = [sheet.phase_taker(number, phases[number], silences) for number in sheet.open_phases]
    if sum(taker.ceiling for taker in takers) < sheet.open_frames:
        takers = _loosened(
            sheet, takers, [_all_near(phases[n], silences) for n in sheet.open_phases]
        )
    if sum(taker.floor for taker in takers) > sheet.open_frames:
        # Not all of the room that pages wish for.
        takers = [msgspec.structs.replace(each, base=min(each.base, each.least)) for each in takers]
    if sum(taker.floor for taker in takers) > sheet.open_frames:
        return _squeezed(sheet.open_frames, takers)
    return spread(sheet.open_frames, takers)


def _squeezed(amount: int, takers: Sequence[Taker]) -> list[int]:
    """Less time than breaths and pages take at the least: who comes first is served first."""
    durations = []
    for taker in takers:
        durations.append(min(taker.floor, amount))
        amount -= durations[-1]
    return durations


def _loosened(sheet: Sheet, takers: Sequence[Taker], near: Sequence[bool]) -> list[Taker]:
    """There are not lines enough: silences pass their caps, phases still keep to their longest.

    Where even that leaves time over, it goes to all phases but paced breaths and those whose
    end is settled. Phases spent in contact with a feeling, as `near` has it, come last.
    """
    phases = [sheet.script.phases[number] for number in sheet.open_phases]

    def loose(most: Callable[[int], int], *, keep_near: bool) -> list[Taker]:
        return [
            taker
            if phase.kind is PhaseKind.BREATH
            or sheet.settled(sheet.current + number) is not None
            or (keep_near and near[number])
            else msgspec.structs.replace(taker, most=most(number))
            for number, (phase, taker) in enumerate(zip(phases, takers, strict=True))
        ]

    for most in (lambda number: longest(phases[number]), lambda _: UNBOUNDED):
        kept = loose(most, keep_near=True)
        if sum(taker.ceiling for taker in kept) >= sheet.open_frames:
            return kept
    return loose(lambda _: UNBOUNDED, keep_near=False)


def _all_near(lines: Sequence[ScriptLine], silences: Silences) -> bool:
    """Whether every silence of a phase is one in contact with a feeling."""
    return bool(lines) and all(map(silences.is_near, lines))


def _place(
    sheet: Sheet, lines: Sequence[ScriptLine], silences: Silences, start: int, end: int
) -> Iterator[Placed]:
    """Give every line of a phase its frames."""
    said = [line for line in lines if sheet.is_said(line)]
    left = lines[len(said) :]
    for line in said:
        yield (line, *sheet.past.said[line.key])
    if not left:
        return
    at = sheet.past.said[said[-1].key][1] if said else start
    takers = [sheet.first_silence(lines, silences, at), *(silences.after(line) for line in left)]
    if sheet.script.phases[left[0].phase].kind is PhaseKind.WRITE:
        takers[-1] = msgspec.structs.replace(takers[-1], most=UNBOUNDED, weight=1.0)
    spare = end - at - sum(sheet.length(line) for line in left)
    if spare > sum(taker.ceiling for taker in takers):
        near = [bool(said) and silences.is_near(said[-1]), *map(silences.is_near, left)]
        takers = _far_first(takers, near)
    for line, silence in zip(left, spread(spare, takers), strict=False):
        at += silence
        yield (line, at, at + sheet.length(line))
        at += sheet.length(line)


def _far_first(takers: Sequence[Taker], near: Sequence[bool]) -> list[Taker]:
    """What passes the caps goes to silences away from a feeling, where there are any."""
    weighed = [
        msgspec.structs.replace(taker, weight=0.0) if close else taker
        for taker, close in zip(takers, near, strict=True)
    ]
    return weighed if any(taker.weight for taker in weighed) else list(takers)
