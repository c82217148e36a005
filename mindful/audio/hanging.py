"""The devices that were opened and are not closed yet, and how long the newest may take."""

from __future__ import annotations

import time

from mindful.audio.run import Run
from mindful.audio.timing import HANG_SECONDS, MOST


class Hanging:
    """Remembers the runs that may hang, in opening or in closing; the caller's lock guards it."""

    def __init__(self) -> None:
        self._counted: list[Run] = []
        self._others: list[Run] = []
        self._slowest = 0.0

    def opened(self, run: Run) -> None:
        """Another device is being opened."""
        self._slowest = self._longest
        self._counted = [*(one for one in self._counted if one.alive), run]

    def answered(self, run: Run) -> None:
        """The sound server answers: what hangs all the same holds up no further device."""
        beside = (one for one in (*self._others, *self._counted) if one is not run)
        self._others = [one for one in beside if one.alive]
        self._counted = [run]
        self._slowest = 0.0

    @property
    def patience(self) -> float:
        """Seconds that the newest device may take to open.

        Beside `MOST` and more it is doubled for each: sound can always come back, and threads do
        not pile up. One that opened after it was given up gives the next ones twice its time.
        """
        hanging = sum(one.alive for one in self._counted)
        return max(HANG_SECONDS, 2 * self._longest) * 2.0 ** max(0, hanging + 1 - MOST)

    @property
    def _longest(self) -> float:
        """Seconds that a device took to open of those since one answered."""
        return max([self._slowest, *(one.took for one in self._counted)])

    def join(self, seconds: float) -> None:
        """Wait until all are closed, so long at most."""
        deadline = time.monotonic() + seconds
        for run in (*self._counted, *self._others):
            run.join(max(0.0, deadline - time.monotonic()))
