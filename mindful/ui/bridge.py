"""From the sit's thread to the window's: what a listener is told arrives on the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from mindful.exercises.live import Change
from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Ended
from mindful.sit.listener import Listener
from mindful.sit.player import Status


class SitBridge(QObject):
    """Passes everything on to another listener, on the thread that made this.

    Calls are queued, so the sit never waits for the window, and a busy window only hears late.
    One signal to a slot of our own: a queued call to anything that is not a QObject crashes when
    it is gone by then.

    Args:
        listener: told everything, until the bridge is closed.
        parent: keeps the bridge.
    """

    _told = Signal(str, object)

    def __init__(self, listener: Listener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: Listener | None = listener
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Nobody is told any more, not even what is on its way."""
        self._listener = None

    def planned(self, timeline: Timeline) -> None:
        """Pass on."""
        self._told.emit("planned", (timeline,))

    def status(self, status: Status) -> None:
        """Pass on."""
        self._told.emit("status", (status,))

    def reached(self, frame: int) -> None:
        """Pass on."""
        self._told.emit("reached", (frame,))

    def caption(self, cue: Cue | None) -> None:
        """Pass on."""
        self._told.emit("caption", (cue,))

    def phase(self, name: str) -> None:
        """Pass on."""
        self._told.emit("phase", (name,))

    def bell(self, cue: Cue) -> None:
        """Pass on."""
        self._told.emit("bell", (cue,))

    def breath(self, cue: Cue) -> None:
        """Pass on."""
        self._told.emit("breath", (cue,))

    def writing(self, cue: Cue | None) -> None:
        """Pass on."""
        self._told.emit("writing", (cue,))

    def changed(self, change: Change) -> None:
        """Pass on."""
        self._told.emit("changed", (change,))

    def notice(self, code: str, seconds: float = 0.0) -> None:
        """Pass on."""
        self._told.emit("notice", (code, seconds))

    def finished(self, ended: Ended, seconds: float) -> None:
        """Pass on."""
        self._told.emit("finished", (ended, seconds))

    def _deliver(self, name: str, what: tuple[object, ...]) -> None:
        if self._listener is not None:
            getattr(self._listener, name)(*what)
