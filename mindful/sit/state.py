"""Where a sit stands: what the player knows from one event to the next."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.sit import events as e


class Status(StrEnum):
    """Where a sit stands."""

    PREPARING = "preparing"
    PLAYING = "playing"
    PAUSED = "paused"
    ASKING = "asking"
    GROUNDING = "grounding"
    ENDED = "ended"


class Player(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a sit.

    Attributes:
        timeline: what is played.
        status: where it stands.
        frame: frames of the sit heard so far; never goes back.
        touched: frame at which the time sat was last written down.
        caption_until: frame at which the caption shown is cleared, or None without one.
        phase: index of the phase entered last, -1 before the first.
        begun: lines, bells and breaths that have begun, as (kind, start, line).
        page: the page of writing that is open.
        resume_playing: whether the sit plays on after being asked or grounded.
        groundings: how often Ground me was used.
        open_ended: it lasts until the person ends it, and is finished then.
        concluding: an open-ended sit is about to strike its closing bell.
    """

    timeline: Timeline
    status: Status = Status.PREPARING
    frame: int = 0
    touched: int = 0
    caption_until: int | None = None
    phase: int = -1
    begun: int = 0
    page: Cue | None = None
    resume_playing: bool = True
    groundings: int = 0
    open_ended: bool = False
    concluding: bool = False

    @property
    def seconds(self) -> float:
        """Seconds sat so far."""
        return min(self.frame, self.timeline.frames) / RATE


Step = tuple[Player, tuple[e.Effect, ...]]


def changed(player: Player, **changes: object) -> Player:
    """`player` with other values of some fields."""
    return msgspec.structs.replace(player, **changes)
