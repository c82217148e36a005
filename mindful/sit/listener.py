"""Who watches a sit: the window's bridge, the terminal, a test."""

from __future__ import annotations

from typing import Protocol

from mindful.exercises.live import Change
from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Ended
from mindful.sit import events as e
from mindful.sit.player import Status


class Listener(Protocol):
    """Told of everything a person may see. Called on the sit's own thread; returns quickly."""

    def planned(self, timeline: Timeline) -> None:
        """The plan is made, or has changed."""

    def status(self, status: Status) -> None:
        """The sit stands elsewhere: playing, paused, asking, grounding, ended."""

    def reached(self, frame: int) -> None:
        """The sit has been heard up to `frame`; told many times a second while it plays."""

    def caption(self, cue: Cue | None) -> None:
        """A line begins, or (None) the last one has been over for a while."""

    def phase(self, name: str) -> None:
        """Another phase begins."""

    def bell(self, cue: Cue) -> None:
        """A bell is struck."""

    def breath(self, cue: Cue) -> None:
        """A stretch of paced breath begins."""

    def writing(self, cue: Cue | None) -> None:
        """A page of writing opens, or its end has moved, or (None) it is over."""

    def changed(self, change: Change) -> None:
        """The sit has taken the course that was asked for."""

    def notice(self, code: str, seconds: float = 0.0) -> None:
        """Something a person may want to know; `wording.notice` has a sentence for each code.

        Args:
            code: what it is.
            seconds: how long, where the sentence says so.
        """

    def finished(self, ended: Ended, seconds: float) -> None:
        """The sit is over, `seconds` of it sat. The last strike may still be ringing."""


def tell(listener: Listener, effect: e.Effect) -> None:
    """Tell of what a sit does that is only to be seen."""
    match effect:
        case e.ClearCaption():
            listener.caption(None)
        case e.EnterPhase(name=name):
            listener.phase(name)
        case e.RingBell(cue=cue):
            listener.bell(cue)
        case e.EnterBreath(cue=cue):
            listener.breath(cue)
        case e.ClosePage():
            listener.writing(None)
        case e.AskToEnd():
            pass  # the status tells it
        case _:
            msg = f"unknown effect {type(effect).__name__}"
            raise TypeError(msg)
