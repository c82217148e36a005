"""What each phase of a script needs and can take, in frames, before anything is placed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import msgspec

from mindful.exercises import rules
from mindful.exercises.model import PhaseKind
from mindful.exercises.quiet import UNBOUNDED, Silences, in_frames
from mindful.exercises.rooms import room_of
from mindful.exercises.script import CORE, Script, ScriptLine, ScriptPhase
from mindful.exercises.spread import Taker
from mindful.exercises.timeline import RATE


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """What has already happened and never moves.

    Attributes:
        now: nothing new starts before this frame.
        said: first frame and frame after the last of each line that has begun, by key.
        starts: first frames of the phases that have begun, at least of the first.
        page_open: the page of writing of the phase that is playing is open, so that no more
            lines can come before it.
    """

    now: int = 0
    said: Mapping[str, tuple[int, int]] = {}
    starts: tuple[int, ...] = (0,)
    page_open: bool = False


PUT_IN_AFTER = in_frames(0.7)
"""Frames between a line and one that was put in after it."""

LIGHT = 1e-3
"""Weight of a page of writing beyond its share: it grows only when silences cannot."""


class Sheet:
    """A script with the lengths of its lines, and what is past of it.

    Args:
        script: what to say.
        frames: the length of a line in frames.
        past: what never moves.
    """

    def __init__(self, script: Script, frames: Callable[[ScriptLine], int], past: Past) -> None:
        self.script = script
        self.past = past
        self.total = script.frames
        self.current = len(past.starts) - 1
        self._length = {line.key: frames(line) for line in (*script.lines, *script.reserve)}
        self._length |= {key: end - start for key, (start, end) in past.said.items()}
        self._needed = {
            line.key: self._length[line.key] + in_frames(line.pause)
            for line in (*script.lines, *script.reserve)
        }

    @property
    def open_phases(self) -> range:
        """Indexes of the current phase and all later ones."""
        return range(self.current, len(self.script.phases))

    @property
    def open_frames(self) -> int:
        """Frames from the start of the current phase to the end of the sit."""
        return self.total - self.past.starts[-1]

    def length(self, line: ScriptLine) -> int:
        """Frames of a line."""
        return self._length[line.key]

    def is_said(self, line: ScriptLine) -> bool:
        """Whether a line has begun."""
        return line.key in self.past.said

    def needed(self, line: ScriptLine) -> int:
        """Frames of a line with its least pause."""
        return self._needed[line.key]

    def silences_of(self, lines: Sequence[ScriptLine]) -> Silences:
        """The silences of a sit that says `lines`."""
        return Silences(self.script, lines, self.length, self.past.said, self.past.now)

    def least(self, number: int, lines: Iterable[ScriptLine]) -> int:
        """Frames that a phase takes at the least: to its settled end, or for all its `lines`."""
        settled = self.settled(number)
        return self.wanted(number, lines) if settled is None else settled

    def wanted(self, number: int, lines: Iterable[ScriptLine]) -> int:
        """Frames that a phase takes with all its `lines` and their least pauses."""
        phase = self.script.phases[number]
        if phase.kind is PhaseKind.BREATH:
            return self._whole_cycles(number)
        lines = list(lines)
        needed = sum(self.needed(line) for line in lines)
        if phase.kind is PhaseKind.WRITE:
            needed += in_frames(rules.WRITING_LEAST)
        if number == 0 and lines:
            needed += in_frames(rules.SETTLING[0])
        if number == self.current:
            needed = max(needed, self._reached(lines))
        return needed

    def phase_taker(self, number: int, lines: Sequence[ScriptLine], silences: Silences) -> Taker:
        """What a phase takes of the sit: its core lines, then by share, at least all its lines.

        Args:
            number: index of the phase.
            lines: its lines, in order.
            silences: of the whole sit.
        """
        phase = self.script.phases[number]
        least = self.least(number, lines)
        if phase.kind is PhaseKind.BREATH or self.settled(number) is not None:
            return Taker(0, 0.0, least, least)
        most = longest(phase)
        if phase.kind is PhaseKind.WRITE:
            return Taker(min(self._page_room[number], most), LIGHT, most, least)
        core = sum(self.needed(line) for line in lines if line.rank == CORE)
        if lines:
            most = min(most, self._at_every_cap(number, lines, silences))
        elif phase.left_out and self.script.capped:
            most = 0  # what is left out is no reason for silence
        return Taker(min(core, most), phase.share, most, least)

    def first_silence(self, lines: Sequence[ScriptLine], silences: Silences, since: int) -> Taker:
        """The silence before the first line of a phase that is still to be said.

        Args:
            lines: of the phase, in order.
            silences: of the whole sit.
            since: where it begins: the end of what was said of the phase, or its start.
        """
        said = [line for line in lines if self.is_said(line)]
        wait = max(0, self.past.now - since)
        following = lines[len(said)] if len(said) < len(lines) else None
        if following is not None and following.put_in and following.rank == CORE:
            # Asked for just now, so it waits for nobody.
            wait = max(wait, PUT_IN_AFTER * bool(said))
            return Taker(0, 0.0, wait, wait)
        before = silences.after(said[-1]) if said else _settling(lines[0])
        return msgspec.structs.replace(before, least=wait)

    def _at_every_cap(self, number: int, lines: Sequence[ScriptLine], silences: Silences) -> int:
        """Frames of a phase with every silence at its cap; what was said lies where it lies."""
        ends = [self.past.said[line.key][1] for line in lines if self.is_said(line)]
        left = [line for line in lines if not self.is_said(line)]
        most = sum(self.length(line) + silences.after(line).ceiling for line in left)
        if number > self.current:
            return most + _settling(lines[0]).ceiling
        start = self.past.starts[-1]
        since = ends[-1] if ends else start
        return since - start + self.first_silence(lines, silences, since).ceiling + most

    @cached_property
    def _page_room(self) -> list[int]:
        """Frames of each phase by its share of the length that was chosen.

        Pages of writing get it before any silence: going on from one takes nothing of another.
        """
        core = [0.0] * len(self.script.phases)
        for line in self.script.lines:
            if line.rank == CORE:
                core[line.phase] += self.needed(line) / RATE
        return list(map(in_frames, room_of(self.script.phases, core, self.script.minutes * 60.0)))

    def settled(self, number: int) -> int | None:
        """Frames of the current phase, or one after it, whose end and start are settled."""
        ends, start = self.script.phases[number].ends, self.past.starts[-1]
        if number > self.current:
            before = self.script.phases[number - 1].ends
            if before is None:
                return None
            start = max(before, start)
        return None if ends is None or number < self.current else max(0, ends - start)

    def _reached(self, lines: Iterable[ScriptLine]) -> int:
        """What the current phase takes at the least, given what was said of it and when."""
        reached, left = self.past.now, 0
        for line in lines:
            if self.is_said(line):
                reached = max(reached, self.past.said[line.key][1] + in_frames(line.pause))
            else:
                left += self.needed(line)
        return reached - self.past.starts[-1] + left

    def _whole_cycles(self, number: int) -> int:
        """The most whole breaths within the phase's share of the sit, one at the least.

        Fewer where the phases around it need the time for their lines, and never longer than
        the phase may last, which is what a caution rests on; a breath that has begun
        is breathed to its end.
        """
        phase = self.script.phases[number]
        cycle = sum(in_frames(seconds) for _, seconds in phase.steps)
        around = sum(self.needed(line) for line in self.script.lines)
        room = self.total - around - in_frames(rules.SETTLING[0])
        begun = self.past.now - self.past.starts[-1] if number == self.current else 0
        meant = min(int(self.total * phase.share / 100), room, longest(phase)) // cycle
        return max(1, meant, -(-begun // cycle)) * cycle


def _settling(line: ScriptLine) -> Taker:
    """The silence before the first line of a phase: none but at the very start."""
    if line.phase:
        return Taker(0, 0.0, 0)
    least, most = rules.SETTLING
    return Taker(in_frames(least), 0.0, in_frames(most))


def longest(phase: ScriptPhase) -> int:
    """The most a phase lasts by its own wish, in frames."""
    return UNBOUNDED if phase.longest is None else in_frames(phase.longest)
