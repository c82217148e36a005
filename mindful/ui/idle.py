"""See that nobody has touched the window for a while; sleep of the computer counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

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

    Touches are seen where they come in: at the windows of the screen, and what an input method
    writes at whatever has the focus. Watching the whole application would mean to be asked about
    every event of every widget, a third of the work of a page change.

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
        self._untouched = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch_windows)
        application.focusObjectChanged.connect(self._watch_writing)
        self._watch_windows()

    @property
    def untouched(self) -> bool:
        """Nobody has touched anything yet."""
        self._watch_windows()
        return self._untouched

    @property
    def quiet(self) -> float:
        """Seconds since the last touch."""
        self._watch_windows()
        return self._now() - self._touched

    def look(self) -> None:
        """See whether somebody is away by now."""
        self._watch_windows()
        limit = self._limit()
        if limit and not self._told and self._now() - self._touched >= limit:
            self._told = True
            self.away.emit()

    def touch(self) -> None:
        """Somebody is there, or something goes on that must not be disturbed."""
        self.look()
        self._touched = self._now()
        self._told = self._untouched = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Every touch of any of our windows counts; none is kept from where it goes."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _watch_windows(self) -> None:
        """A window that has opened since the last look was opened by a touch of another one."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # installed twice, it is still asked once

    def _watch_writing(self, focused: QObject | None) -> None:
        if focused is not None:
            focused.installEventFilter(self)
