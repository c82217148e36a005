"""From the sit's thread to the window's: each call of a listener becomes a signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Ended
from mindful.sit.player import Status


class SitBridge(QObject):
    """A `sit.listener.Listener` whose signals arrive on the thread that made it.

    Signals are queued, so the sit never waits for the window, and a busy window only hears late.
    """

    plan_made = Signal(Timeline)
    status_changed = Signal(Status)
    frame_reached = Signal(object)  # an int beyond 32 bits in sits of half a day
    caption_changed = Signal(object)  # a Cue or None
    phase_entered = Signal(str)
    bell_struck = Signal(Cue)
    breath_begun = Signal(Cue)
    noticed = Signal(str)
    over = Signal(Ended, float)

    def planned(self, timeline: Timeline) -> None:
        """Pass on."""
        self.plan_made.emit(timeline)

    def status(self, status: Status) -> None:
        """Pass on."""
        self.status_changed.emit(status)

    def reached(self, frame: int) -> None:
        """Pass on."""
        self.frame_reached.emit(frame)

    def caption(self, cue: Cue | None) -> None:
        """Pass on."""
        self.caption_changed.emit(cue)

    def phase(self, name: str) -> None:
        """Pass on."""
        self.phase_entered.emit(name)

    def bell(self, cue: Cue) -> None:
        """Pass on."""
        self.bell_struck.emit(cue)

    def breath(self, cue: Cue) -> None:
        """Pass on."""
        self.breath_begun.emit(cue)

    def notice(self, code: str) -> None:
        """Pass on."""
        self.noticed.emit(code)

    def finished(self, ended: Ended, seconds: float) -> None:
        """Pass on."""
        self.over.emit(ended, seconds)
