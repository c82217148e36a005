"""A listener to whom nothing matters: what a test or a measure watches, it overrides."""

from __future__ import annotations

from mindful.exercises.live import Change
from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Ended
from mindful.sit.player import Status


class QuietListener:
    """Hears of a sit and does nothing."""

    def planned(self, timeline: Timeline) -> None:
        pass

    def status(self, status: Status) -> None:
        pass

    def reached(self, frame: int) -> None:
        pass

    def caption(self, cue: Cue | None) -> None:
        pass

    def phase(self, name: str) -> None:
        pass

    def bell(self, cue: Cue) -> None:
        pass

    def breath(self, cue: Cue) -> None:
        pass

    def writing(self, cue: Cue | None) -> None:
        pass

    def changed(self, change: Change) -> None: ...

    def notice(self, code: str, seconds: float = 0.0) -> None:
        pass

    def finished(self, ended: Ended, seconds: float) -> None:
        pass
