"""Work that is asked for more often than anyone could see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class OnceATurn:
    """Does work at once; asked again before it could be painted, once more after that.

    So the first of many moves is answered without delay, and the last is never lost.

    Args:
        work: what is done.
        parent: it lives as long.
    """

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        self._work = work
        self._behind = False
        # A timer of no time comes after all that is queued, painting included.
        self._turn = QTimer(parent)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._catch_up)

    def ask(self) -> None:
        """Have the work done."""
        if self._turn.isActive():
            self._behind = True
            return
        self._work()
        self._turn.start(0)

    def _catch_up(self) -> None:
        if self._behind:
            self._behind = False
            self.ask()
