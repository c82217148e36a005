"""The silences of a sit: the least and the most of each, before any is given its time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
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
    """

    def __init__(
        self,
        script: Script,
        lines: Sequence[ScriptLine],
        length: Callable[[ScriptLine], int],
    ) -> None:
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
            self._hold(run, sum(map(length, run)))

    def after(self, line: ScriptLine) -> Taker:
        """The silence after `line`."""
        return self._takers[line.key]

    def _hold(self, run: Sequence[ScriptLine], voiced: int) -> None:
        """Keep a stay in contact within its limit, by equal parts of what its words leave."""
        each = (in_frames(rules.CONTACT_SECONDS) - voiced) // len(run)
        for line in run:
            taker = self._takers[line.key]
            if taker.most > each:
                self._takers[line.key] = msgspec.structs.replace(taker, most=each)


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
