"""What each phase of a script needs and can take, in frames, before anything is placed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from mindful.exercises import rules
from mindful.exercises.model import PhaseKind
from mindful.exercises.script import CORE, Script, ScriptLine, ScriptPhase
from mindful.exercises.spread import Taker
from mindful.exercises.timeline import RATE

UNBOUNDED = 10**12
"""Frames; more than any sit."""


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """What has already happened and never moves.

    Attributes:
        now: nothing new starts before this frame.
        said: first frame and frame after the last of each line that has begun, by key.
        starts: first frames of the phases that have begun, at least of the first.
    """

    now: int = 0
    said: Mapping[str, tuple[int, int]] = {}
    starts: tuple[int, ...] = (0,)


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
        self.total = script.minutes * 60 * RATE
        self.current = len(past.starts) - 1
        self._length = {line.key: frames(line) for line in (*script.lines, *script.reserve)}
        self._length |= {key: end - start for key, (start, end) in past.said.items()}

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

    def phase_taker(self, number: int, lines: Sequence[ScriptLine]) -> Taker:
        """What a phase takes of the sit: its core lines, then by share, at least all its lines.

        Args:
            number: index of the phase.
            lines: its lines, in order.
        """
        phase = self.script.phases[number]
        if phase.kind is PhaseKind.BREATH:
            return Taker(0, 0.0, self._whole_cycles(phase), self._whole_cycles(phase))
        core = sum(self._needed(line) for line in lines if line.rank == CORE)
        most = UNBOUNDED
        silences = self.silences(number, lines)
        if silences:
            voiced = sum(self.length(line) for line in lines)
            most = voiced + sum(silence.ceiling for silence in silences)
        most = min(most, longest(phase))
        return Taker(min(core, most), phase.share, most, self.least(number, lines))

    def least(self, number: int, lines: Sequence[ScriptLine]) -> int:
        """Frames that a phase takes with all its lines and their least pauses."""
        phase = self.script.phases[number]
        if phase.kind is PhaseKind.BREATH:
            return self._whole_cycles(phase)
        needed = sum(self._needed(line) for line in lines)
        if number == 0 and lines:
            needed += in_frames(rules.SETTLING[0])
        if number == self.current:
            needed = max(needed, self._reached(lines))
        return needed

    def silences(self, number: int, lines: Sequence[ScriptLine]) -> list[Taker]:
        """The silences of a phase: one after each line, and at the very start the settling."""
        takers = [self._silence_after(line) for line in lines]
        for run in _contact_runs(lines):
            voiced = sum(self.length(lines[index]) for index in run)
            each = (in_frames(rules.CONTACT_SECONDS) - voiced) // len(run)
            for index in run:
                taker = takers[index]
                takers[index] = Taker(taker.base, taker.weight, min(taker.most, each))
        if number == 0 and lines:
            least, most = rules.SETTLING
            takers.insert(0, Taker(in_frames(least), 0.0, in_frames(most)))
        return takers

    def _silence_after(self, line: ScriptLine) -> Taker:
        minutes = self.script.minutes
        most = float("inf") if line.cap is None else line.cap
        if self.script.capped:
            most = min(most, rules.along(rules.SILENCE_CAP, minutes))
            if not line.announces:
                most = min(most, rules.ANNOUNCED_ABOVE)
        if line.stance == "contact":
            most = min(most, rules.along(rules.CONTACT_CAP, minutes))
        ceiling = UNBOUNDED if most == float("inf") else in_frames(most)
        return Taker(in_frames(line.pause), line.share, ceiling)

    def _needed(self, line: ScriptLine) -> int:
        return self.length(line) + in_frames(line.pause)

    def _reached(self, lines: Sequence[ScriptLine]) -> int:
        """What the current phase takes at the least, given what was said of it and when."""
        said = [
            self.past.said[line.key][1] + in_frames(line.pause)
            for line in lines
            if self.is_said(line)
        ]
        reached = max([self.past.now, *said]) - self.past.starts[-1]
        return reached + sum(self._needed(line) for line in lines if not self.is_said(line))

    def _whole_cycles(self, phase: ScriptPhase) -> int:
        """The most whole breaths within the phase's share of the sit, one at the least.

        Fewer where the phases around it need the time for their lines.
        """
        cycle = in_frames(sum(phase.pattern or (1.0,)))
        around = sum(self._needed(line) for line in self.script.lines)
        room = self.total - around - in_frames(rules.SETTLING[0])
        return max(1, min(int(self.total * phase.share / 100), room) // cycle) * cycle


def in_frames(seconds: float) -> int:
    """Seconds as whole frames."""
    return round(seconds * RATE)


def longest(phase: ScriptPhase) -> int:
    """The most a phase lasts by its own wish, in frames."""
    return UNBOUNDED if phase.longest is None else in_frames(phase.longest)


def _contact_runs(lines: Sequence[ScriptLine]) -> list[list[int]]:
    """Indexes of lines that stay in contact without an anchor between them."""
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        if line.stance != "contact":
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
