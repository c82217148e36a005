"""See that nobody has touched the window for a while; sleep of the computer counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

LOOK_MS = 5000
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """Sends `away` when there was no touch for so long; once for each time away.

    Whoever comes back after it finds it sent before their own touch counts: after a night's sleep
    of the computer the first key is not taken for a sign that they were there.

    Args:
        now: seconds that go on while the computer sleeps.
        limit: seconds until someone is away; 0 for never. Asked each time.
        parent: it lives as long.
    """

    away = Signal()

    def __init__(
        self, now: Callable[[], float], limit: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = limit
        self._touched = now()
        self._told = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    @property
    def quiet(self) -> float:
        """Seconds since the last touch."""
        return self._now() - self._touched

    def look(self) -> None:
        """See whether somebody is away by now."""
        limit = self._limit()
        if limit and not self._told and self._now() - self._touched >= limit:
            self._told = True
            self.away.emit()

    def touch(self) -> None:
        """Somebody is there, or something goes on that must not be disturbed."""
        self.look()
        self._touched = self._now()
        self._told = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Every touch of any of our windows counts; none is kept from where it goes."""
        if event.type() in _TOUCHES:
            self.touch()
        return False
