"""The silences of a sit: the least and the most of each, before any is given its time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from mindful.exercises import rules
from mindful.exercises.model import PhaseKind
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.spread import Taker
from mindful.exercises.timeline import RATE

UNBOUNDED = 10**12
"""Frames; more than any sit."""


def in_frames(seconds: float) -> int:
    """Seconds as whole frames."""
    return round(seconds * RATE)


class Silences:
    """The silence after each line of a sit.

    Args:
        script: whose lines they are.
        lines: those that are said, in order.
        length: frames of a line.
        said: first frame and frame after the last of the lines that have begun, by key.
        now: nothing new starts before this frame.
    """

    def __init__(
        self,
        script: Script,
        lines: Sequence[ScriptLine],
        length: Callable[[ScriptLine], int],
        said: Mapping[str, tuple[int, int]],
        now: int,
    ) -> None:
        self._length = length
        self._said = said
        self._now = now
        self._near: set[str] = set()
        self._takers = {}
        cap = in_frames(rules.along(rules.SILENCE_CAP, script.minutes))
        contact = in_frames(rules.along(rules.CONTACT_CAP, script.minutes))
        announced = in_frames(rules.ANNOUNCED_ABOVE)
        for line in lines:
            most = UNBOUNDED if line.cap is None else in_frames(line.cap)
            if script.capped:
                most = min(most, cap if line.announces else min(cap, announced))
            if line.stance == "contact":
                most = min(most, contact)
            least, weight = in_frames(line.pause), line.share
            if script.phases[line.phase].kind is PhaseKind.WRITE:
                weight, most = 0.0, least
            self._takers[line.key] = Taker(least, weight, most)
        for run in contact_runs(script, lines):
            self._hold(run)

    def after(self, line: ScriptLine) -> Taker:
        """The silence after `line`."""
        return self._takers[line.key]

    def is_near(self, line: ScriptLine) -> bool:
        """Whether the silence after `line` is one in contact with a feeling."""
        return line.key in self._near

    def _hold(self, run: Sequence[ScriptLine]) -> None:
        """Keep a stay in contact within its limit, by equal parts of what its words leave.

        What was said of it has taken its time already; that is nobody's any more.
        """
        self._near |= {line.key for line in run}
        said = [line for line in run if line.key in self._said]
        coming = run[len(said) :]
        left, waited = in_frames(rules.CONTACT_SECONDS) - sum(map(self._length, coming)), 0
        if said:
            since, end = self._said[said[0].key][0], self._said[said[-1].key][1]
            waited = max(0, self._now - end)
            left -= end + waited - since
        each = left // (len(coming) + bool(said))
        for line in [*said[-1:], *coming]:
            taker = self._takers[line.key]
            most = each + waited * (line.key in self._said)
            if taker.most > most:
                self._takers[line.key] = msgspec.structs.replace(taker, most=most)


def contact_runs(script: Script, lines: Sequence[ScriptLine]) -> Iterator[list[ScriptLine]]:
    """Stays in contact: from a line that brings into contact up to the next that anchors.

    They run on through other lines and over borders of phases. A page of writing, or a paced
    breath, ends one: the person is then with the page or the breath.
    """
    turns = [
        number
        for number, phase in enumerate(script.phases)
        if phase.kind in {PhaseKind.WRITE, PhaseKind.BREATH}
    ]

    for _, stretched in groupby(lines, key=lambda line: bisect_left(turns, line.phase)):
        run: list[ScriptLine] = []
        for line in stretched:
            if line.stance == "anchor":
                if run:
                    yield run
                run = []
            elif run or line.stance == "contact":
                run.append(line)
        if run:
            yield run
