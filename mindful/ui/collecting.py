"""Garbage is collected on the window's thread alone.

Python looks for cycles of dead objects on whatever thread happens to make the next object. Where a
widget is among them it is destroyed there, and a widget destroyed beside its own thread takes the
program along. The remedy is Kovid Goyal's:
https://riverbankcomputing.com/pipermail/pyqt/2011-August/030378.html
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1_000
"""Milliseconds between two looks: cycles are small, and most memory needs no collector."""


class Collector(QObject):
    """Does what Python's own collector would do, by its own thresholds, in Qt's loop.

    Made on the window's thread. While it lives Python's own stays off; `end` leaves it as it was.

    Args:
        busy: whether something moves now: a look through all objects takes longer than a frame.
    """

    def __init__(self, busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__()
        self._busy = busy
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        if not self._busy():
            collect_due()

    def end(self) -> None:
        """Look no more. Safe to call twice."""
        self._timer.stop()
        if self._was_on:
            gc.enable()


def collect_due() -> None:
    """Collect the oldest generation whose threshold has been passed, and those younger."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if threshold and count > threshold
    ]
    if due:
        gc.collect(due[-1])
