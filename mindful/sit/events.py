"""What a sit is told, and what it asks to be done. Plain facts; nobody acts here."""

from __future__ import annotations

import msgspec

from mindful.exercises.live import Change
from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Ended


class Event(msgspec.Struct, frozen=True, tag=True):
    """Something that happened to a sit."""


class Begun(Event, frozen=True):
    """The person began."""


class Reached(Event, frozen=True):
    """The sound has been heard up to `frame` of the sit."""

    frame: int


class PausePressed(Event, frozen=True):
    """Pause, or go on: one key does both."""


class EndAsked(Event, frozen=True):
    """The person wishes to end; they are asked once."""


class EndDeclined(Event, frozen=True):
    """The person keeps sitting."""


class EndConfirmed(Event, frozen=True):
    """The person ends here."""


class Stopped(Event, frozen=True):
    """The app must close: the sit ends at once."""


class GroundingBegun(Event, frozen=True):
    """Ground me was pressed."""


class GroundingEnded(Event, frozen=True):
    """The person is back from Ground me."""


class WentOn(Event, frozen=True):
    """The person goes on from the page of writing that began at `frame`."""

    frame: int


class Stayed(Event, frozen=True):
    """The person wishes for `more` frames on the page of writing that began at `frame`."""

    frame: int
    more: int


class Asked(Event, frozen=True):
    """The person wishes the sit to take another course: see `exercises.live`."""

    change: Change
    minutes: int = 1


class Slept(Event, frozen=True):
    """The computer was asleep for so many seconds."""

    seconds: float


class Replanned(Event, frozen=True):
    """The rest of the sit lies elsewhere now."""

    timeline: Timeline


class Effect(msgspec.Struct, frozen=True, tag=True):
    """Something that a sit asks to be done."""


class StartSound(Effect, frozen=True):
    """Play from the opening strike."""


class PauseSound(Effect, frozen=True):
    """Fade out and stand still."""


class ResumeSound(Effect, frozen=True):
    """Go on where it stood, fading in."""


class HaltSound(Effect, frozen=True):
    """Be silent at once and stand still."""


class TellSleep(Effect, frozen=True):
    """Say for how many seconds the computer was asleep."""

    seconds: float


class ShowCaption(Effect, frozen=True):
    """A line begins."""

    cue: Cue


class ClearCaption(Effect, frozen=True):
    """The line has been over for a while."""


class EnterPhase(Effect, frozen=True):
    """Another phase begins."""

    name: str


class RingBell(Effect, frozen=True):
    """A bell is struck; the sound is in the mix already."""

    cue: Cue


class EnterBreath(Effect, frozen=True):
    """A stretch of paced breath begins."""

    cue: Cue


class OpenPage(Effect, frozen=True):
    """A page of writing opens, or its end has moved."""

    cue: Cue


class ClosePage(Effect, frozen=True):
    """The page of writing is over."""


class GoOn(Effect, frozen=True):
    """Shorten the sit by what is left of a page."""

    cue: Cue


class Stay(Effect, frozen=True):
    """Lengthen the sit, and the page, by `more` frames."""

    cue: Cue
    more: int


class Alter(Effect, frozen=True):
    """Change the course of the sit, where that makes sense now."""

    change: Change
    minutes: int


class Conclude(Effect, frozen=True):
    """End an open-ended sit with its closing strikes, as soon as they can be heard."""


class KeepSat(Effect, frozen=True):
    """Write down how long has been sat, in seconds."""

    seconds: float


class AskToEnd(Effect, frozen=True):
    """Ask once whether to end."""


class Finish(Effect, frozen=True):
    """The sit is over: how, and how many seconds were sat."""

    ended: Ended
    seconds: float
