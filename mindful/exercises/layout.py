"""Lay the lines of a script into time: phases first, then the silences within each.

The same law (`spread`) serves both. Nothing here knows where lengths come from: estimates for
the picture on Home, real clips for the sound.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from mindful.exercises import rules
from mindful.exercises.model import PhaseKind
from mindful.exercises.script import CORE, Script, ScriptLine, ScriptPhase
from mindful.exercises.spread import spread
from mindful.exercises.timeline import RATE

Frames = Callable[[ScriptLine], int]
"""The length of a line in frames."""

UNBOUNDED = 10**12
"""Frames; more than any sit."""


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """What has already happened and never moves.

    Attributes:
        now: frame that the sit has reached; nothing new starts before it.
        said: first frame and frame after the last of each line that has begun, by key.
        starts: first frames of the phases that have begun, at least of the first.
    """

    now: int = 0
    said: Mapping[str, tuple[int, int]] = {}
    starts: tuple[int, ...] = (0,)


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything lies: spans of phases, and of the lines that are said, in frames."""

    phases: tuple[tuple[int, int], ...]
    lines: tuple[tuple[ScriptLine, int, int], ...]

    def silence_after(self, index: int) -> int:
        """Frames from the end of line `index` to the next line, or to the end of the sit."""
        end = self.lines[index][2]
        following = index + 1
        if following < len(self.lines):
            return self.lines[following][1] - end
        return self.phases[-1][1] - end


class _Gap(msgspec.Struct, frozen=True):
    """A silence to be given a length: least and most in frames, and its weight."""

    least: int
    weight: float
    most: int


def lay(script: Script, frames: Frames, past: Past | None = None) -> Layout:
    """Lay `script` out over exactly its minutes.

    Lines that do not fit are left out, the last to enter first, core lines only when nothing
    else is left to drop; lines of the reserve come in where silences would pass their caps.
    """
    return _Laying(script, frames, past or Past()).result()


class _Laying:
    """One layout in the making."""

    def __init__(self, script: Script, frames: Frames, past: Past) -> None:
        self.script = script
        self.total = script.minutes * 60 * RATE
        self.past = past
        self.length = {
            line.key: past.said[line.key][1] - past.said[line.key][0]
            if line.key in past.said
            else frames(line)
            for line in (*script.lines, *script.reserve)
        }
        self.lines = list(script.lines)
        self.current = len(past.starts) - 1

    def result(self) -> Layout:
        """Fit the lines, then the phases, then the silences."""
        self._drop_what_does_not_fit()
        self._fill_what_is_too_quiet()
        starts = [*self.past.starts]
        durations = self._phase_durations()
        for duration in durations[:-1]:
            starts.append(starts[-1] + duration)
        ends = [*starts[1:], self.total]
        placed: list[tuple[ScriptLine, int, int]] = []
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            placed.extend(self._place(number, start, end))
        return Layout(phases=tuple(zip(starts, ends, strict=True)), lines=tuple(placed))

    # Which lines

    def _drop_what_does_not_fit(self) -> None:
        while self._least_in_all() > self.total - self.past.starts[-1]:
            droppable = [line for line in self.lines if line.key not in self.past.said]
            if not droppable:
                break
            first = max(droppable, key=self._dispensable)
            self.lines = [
                line
                for line in self.lines
                if line.key in self.past.said
                or (line.order != first.order and (first.rank == CORE or line.rank != first.rank))
            ]

    def _dispensable(self, line: ScriptLine) -> tuple[int, int, int]:
        """Sort key: the greatest goes first. Contact never outlives the anchor after it."""
        if line.rank != CORE:
            return (3, line.rank, line.order)
        if line.stance == "contact":
            return (2, 0, line.order)
        edge = line in (self._of(0)[:1] + self._of(len(self.script.phases) - 1)[-1:])
        return (0 if edge else 1, 0, line.order)

    def _least_in_all(self) -> int:
        """Frames needed from the start of the current phase to the end."""
        return sum(self._least(number) for number in self._open_phases())

    def _fill_what_is_too_quiet(self) -> None:
        if not self.script.capped:
            return
        reserve = [line for line in self.script.reserve if self._still_to_come(line)]
        while reserve and self._most_in_all() < self.total - self.past.starts[-1]:
            line = reserve.pop(0)
            kept = self.lines
            unit = [line, *(other for other in reserve if other.rank == line.rank)]
            reserve = [other for other in reserve if other.rank != line.rank]
            self.lines = sorted([*self.lines, *unit], key=lambda each: each.order)
            if self._least_in_all() > self.total - self.past.starts[-1]:
                self.lines = kept

    def _still_to_come(self, line: ScriptLine) -> bool:
        said = [each.order for each in self.script.lines if each.key in self.past.said]
        return line.phase >= self.current and line.order > max(said, default=-1)

    def _most_in_all(self) -> int:
        return sum(self._most(number, self._least(number)) for number in self._open_phases())

    # Phases

    def _open_phases(self) -> range:
        return range(self.current, len(self.script.phases))

    def _of(self, number: int) -> list[ScriptLine]:
        return [line for line in self.lines if line.phase == number]

    def _phase_durations(self) -> list[int]:
        """Frames of the current and every later phase, to the end of the sit."""
        phases = self._open_phases()
        amount = self.total - self.past.starts[-1]
        least = [self._least(number) for number in phases]
        core = [max(low, self._core(number)) for number, low in zip(phases, least, strict=True)]
        # Every phase first gets its core lines; where other lines need more, they win.
        most = [self._most(number, low) for number, low in zip(phases, least, strict=True)]
        floor = [min(high, low) for high, low in zip(most, core, strict=True)]
        weight = [self._weight(self.script.phases[number]) for number in phases]
        if sum(most) < amount:
            most = self._relaxed(phases, least, most, amount)
        return spread(amount, floor, weight, most)

    def _relaxed(
        self, phases: range, least: Sequence[int], most: Sequence[int], amount: int
    ) -> list[int]:
        """Past the caps of silence where there are not lines enough; phases' own longest hold."""
        loose = [
            low
            if self.script.phases[number].kind is PhaseKind.BREATH
            else max(low, _longest(self.script.phases[number]))
            for number, low in zip(phases, least, strict=True)
        ]
        if sum(loose) >= amount:
            return [max(tight, wide) for tight, wide in zip(most, loose, strict=True)]
        return [
            tight if self.script.phases[number].kind is PhaseKind.BREATH else UNBOUNDED
            for number, tight in zip(phases, most, strict=True)
        ]

    def _least(self, number: int) -> int:
        """Frames that a phase takes with all its lines and their least pauses."""
        phase = self.script.phases[number]
        if phase.kind is PhaseKind.BREATH:
            return self._whole_cycles(phase)
        lines = self._of(number)
        needed = sum(self.length[line.key] for line in lines)
        needed += sum(gap.least for gap in self._gaps(number, lines))
        if number == self.current:
            needed = max(needed, self._elapsed_and_left(lines))
        return needed

    def _elapsed_and_left(self, lines: Sequence[ScriptLine]) -> int:
        """What the current phase takes, given what has been said of it and when."""
        start = self.past.starts[-1]
        said = [line for line in lines if line.key in self.past.said]
        left = [line for line in lines if line.key not in self.past.said]
        reached = max([self.past.now, *(self.past.said[line.key][1] for line in said)])
        if said:
            reached = max(reached, self.past.said[said[-1].key][1] + _f(said[-1].pause))
        return reached - start + sum(self.length[line.key] + _f(line.pause) for line in left)

    def _core(self, number: int) -> int:
        """Frames of a phase with its core lines and their least pauses alone."""
        core = [line for line in self._of(number) if line.rank == CORE]
        return sum(self.length[line.key] + _f(line.pause) for line in core)

    def _most(self, number: int, least: int) -> int:
        phase = self.script.phases[number]
        if phase.kind is PhaseKind.BREATH:
            return least
        lines = self._of(number)
        gaps = self._gaps(number, lines)
        if gaps and self.script.capped:
            reach = sum(self.length[line.key] for line in lines) + sum(gap.most for gap in gaps)
        else:
            reach = UNBOUNDED
        return max(least, min(reach, _longest(phase)))

    def _weight(self, phase: ScriptPhase) -> float:
        return 0.0 if phase.kind is PhaseKind.BREATH else phase.share

    def _whole_cycles(self, phase: ScriptPhase) -> int:
        """The most whole breaths within the phase's share of the sit, one at the least.

        Fewer where the phases around it need the time for their lines.
        """
        cycle = _f(sum(phase.pattern or (1.0,)))
        around = sum(
            sum(self.length[line.key] + _f(line.pause) for line in self._of(number))
            for number, other in enumerate(self.script.phases)
            if other is not phase
        )
        settling = _f(rules.SETTLING[0])
        room = min(int(self.total * phase.share / 100), self.total - around - settling)
        return max(1, room // cycle) * cycle

    # Silences

    def _gaps(self, number: int, lines: Sequence[ScriptLine]) -> list[_Gap]:
        """The silences of a phase: one after each line, and at the very start the settling."""
        gaps = [self._gap_after(line) for line in lines]
        for run in _contact_runs(lines):
            voiced = sum(self.length[lines[index].key] for index in run)
            each = (_f(rules.CONTACT_SECONDS) - voiced) // len(run)
            for index in run:
                gap = gaps[index]
                gaps[index] = _Gap(gap.least, gap.weight, max(gap.least, min(gap.most, each)))
        if number == 0 and lines:
            least, most = rules.SETTLING
            gaps.insert(0, _Gap(_f(least), 0.0, _f(most)))
        return gaps

    def _gap_after(self, line: ScriptLine) -> _Gap:
        minutes = self.script.minutes
        most = UNBOUNDED
        if self.script.capped:
            most = _f(rules.along(rules.SILENCE_CAP, minutes))
            if not line.announces:
                most = min(most, _f(rules.ANNOUNCED_ABOVE))
        if line.cap is not None:
            most = min(most, _f(line.cap))
        if line.stance == "contact":
            most = min(most, _f(rules.along(rules.CONTACT_CAP, minutes)))
        least = _f(line.pause)
        return _Gap(least, line.share, max(least, most))

    def _place(self, number: int, start: int, end: int) -> list[tuple[ScriptLine, int, int]]:
        """Give every line of a phase its frames."""
        lines = self._of(number)
        said = [line for line in lines if line.key in self.past.said]
        left = lines[len(said) :]
        placed = [(line, *self.past.said[line.key]) for line in said]
        if not left:
            return placed
        gaps = self._gaps(number, lines)
        settling = len(gaps) - len(lines)
        at = start
        if said:
            # The silence after the last line said is still open, but not before now.
            at = placed[-1][2]
            gaps = gaps[settling + len(said) - 1 :]
            settling = 1
        if settling or self.past.now > at:
            if not settling:
                gaps.insert(0, _Gap(0, 0.0, 0))
                settling = 1
            wait = max(gaps[0].least, self.past.now - at)
            gaps[0] = _Gap(wait, gaps[0].weight, max(wait, gaps[0].most))
        spare = end - at - sum(self.length[line.key] for line in left)
        silences = spread(
            spare,
            [gap.least for gap in gaps],
            [gap.weight for gap in gaps],
            [gap.most for gap in gaps],
        )
        at += sum(silences[:settling])
        for line, silence in zip(left, silences[settling:], strict=True):
            placed.append((line, at, at + self.length[line.key]))
            at += self.length[line.key] + silence
        return placed


def _f(seconds: float) -> int:
    """Seconds as whole frames."""
    return round(seconds * RATE)


def _longest(phase: ScriptPhase) -> int:
    return UNBOUNDED if phase.longest is None else _f(phase.longest)


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
