"""The pace of a breath where motion is reduced: a ring that fills and empties second by second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from mindful.sit.breathing import Breath
from mindful.ui.paint.breath import stepped_share
from mindful.ui.paint.ring import Ring

SECOND_MS = 1000


class StillPace(QObject):
    """Leads `ring` through a breath that repeats, a step a second.

    Args:
        ring: shows how full the breath is.
        breath: the breath.
    """

    def __init__(self, ring: Ring, breath: Breath) -> None:
        super().__init__(ring)
        self._ring = ring
        self._breath = breath
        self._second = 0
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.step)

    @property
    def running(self) -> bool:
        """Whether a second is being waited for."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Starts at the first breath in."""
        self._second = 0
        self._show()
        self._timer.start()

    def stop(self) -> None:
        """Nothing steps where nothing is seen."""
        self._timer.stop()

    def step(self) -> None:
        """Goes on by one second."""
        self._second += 1
        self._show()

    def _show(self) -> None:
        self._ring.set_pace(stepped_share(self._breath, float(self._second)))
