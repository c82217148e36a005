"""The player: a pure state machine. Events in, a new state and effects out.

Time is the frames of the sit that have been heard; it is passed in and stands still in pauses.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.log.records import Ended
from mindful.sit import events as e

TOUCH_FRAMES = 2 * RATE
"""How often the time sat is written down, in frames of the sit."""

LINGER_FRAMES = 3 * RATE
"""How long a caption stays after its line, unless the next one comes, in frames."""

UNASKED_FRAMES = 60 * RATE
"""A sit shorter than this ends without being asked twice, in frames."""


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


def advance(player: Player, event: e.Event) -> Step:
    """What `event` makes of `player`, and what is to be done.

    An event that makes no sense where the sit stands changes nothing.
    """
    if player.status is Status.ENDED:
        return player, ()
    match event:
        case e.Begun():
            return _begin(player)
        case e.Reached(frame=frame):
            return _reach(player, frame)
        case e.PausePressed():
            return _pause(player)
        case e.EndAsked():
            return _ask(player)
        case e.EndDeclined():
            return _decline(player)
        case e.EndConfirmed() | e.Stopped():
            return _leave(player, at_once=isinstance(event, e.Stopped))
        case e.Slept(seconds=seconds):
            return _sleep(player, seconds)
        case e.GroundingBegun():
            return _ground(player)
        case e.GroundingEnded():
            return _back(player)
        case e.WentOn(frame=frame):
            return _go_on(player, frame)
        case e.Stayed(frame=frame, more=more):
            return _stay(player, frame, more)
        case e.Replanned(timeline=timeline):
            return _replan(player, timeline)
        case _:
            msg = f"unknown event {type(event).__name__}"
            raise TypeError(msg)


def _set(player: Player, **changes: object) -> Player:
    return msgspec.structs.replace(player, **changes)


def _begin(player: Player) -> Step:
    if player.status is not Status.PREPARING:
        return player, ()
    playing = _set(player, status=Status.PLAYING)
    reached, effects = _reach(playing, 0)
    return reached, (e.StartSound(), *effects)


def _reach(player: Player, frame: int) -> Step:
    if player.status is not Status.PLAYING:
        return player, ()
    at = max(player.frame, frame)
    effects: list[e.Effect] = []
    phase = sum(span.start <= at for span in player.timeline.phases) - 1
    if phase > player.phase:
        effects.append(e.EnterPhase(player.timeline.phases[phase].name))
    caption_until = player.caption_until
    page = player.page
    begun = player.begun
    for cue in player.timeline.cues[player.begun :]:
        if cue.start > at:
            break
        begun += 1
        if cue.kind is CueKind.SAY:
            caption_until = cue.end + LINGER_FRAMES
            effects.append(e.ShowCaption(cue))
        elif cue.kind is CueKind.BELL:
            effects.append(e.RingBell(cue))
        elif cue.kind is CueKind.BREATH:
            effects.append(e.EnterBreath(cue))
        elif cue.kind is CueKind.WRITE and cue.end > at:
            page = cue
            effects.append(e.OpenPage(cue))
    if page is not None and at >= page.end:
        page = None
        effects.append(e.ClosePage())
    if caption_until is not None and at >= caption_until:
        caption_until = None
        effects.append(e.ClearCaption())
    touched = player.touched
    if at >= touched + TOUCH_FRAMES:
        touched = at
        effects.append(e.KeepSat(min(at, player.timeline.frames) / RATE))
    reached = _set(
        player,
        frame=at,
        phase=phase,
        begun=begun,
        caption_until=caption_until,
        page=page,
        touched=touched,
    )
    if at >= player.timeline.frames:
        # The sound goes on by itself until the last strike has rung out.
        return _end(reached, Ended.FINISHED, tuple(effects))
    return reached, tuple(effects)


def _pause(player: Player) -> Step:
    if player.status is Status.PLAYING:
        return _set(player, status=Status.PAUSED), (e.PauseSound(), e.KeepSat(player.seconds))
    if player.status is Status.PAUSED:
        return _set(player, status=Status.PLAYING), (e.ResumeSound(),)
    return player, ()


def _sleep(player: Player, seconds: float) -> Step:
    """Nobody sat while the computer slept: a sit that played stands still until they go on."""
    if player.status is not Status.PLAYING:
        return player, ()
    waiting = _set(player, status=Status.PAUSED)
    return waiting, (e.HaltSound(), e.KeepSat(player.seconds), e.TellSleep(seconds))


def _ask(player: Player) -> Step:
    possible = player.status in {Status.PLAYING, Status.PAUSED, Status.PREPARING}
    if not possible or player.concluding:
        return player, ()
    if player.frame < UNASKED_FRAMES:
        return _end(player, _how(player), (e.PauseSound(),))
    playing = player.status is Status.PLAYING
    effects: tuple[e.Effect, ...] = (e.PauseSound(),) if playing else ()
    asking = _set(player, status=Status.ASKING, resume_playing=playing)
    return asking, (*effects, e.KeepSat(player.seconds), e.AskToEnd())


def _leave(player: Player, *, at_once: bool) -> Step:
    """End here; an open-ended sit has its closing strikes first, unless it ends at once."""
    standing = player.status in {Status.PREPARING, Status.GROUNDING}
    if at_once or standing or not player.open_ended:
        return _end(player, _how(player), (e.PauseSound(),))
    if player.concluding:
        return player, ()
    concluding = _set(player, status=Status.PLAYING, concluding=True)
    waits = player.status is not Status.PLAYING
    return concluding, (e.Conclude(), e.ResumeSound()) if waits else (e.Conclude(),)


def _how(player: Player) -> Ended:
    """How a sit ended that the person, or the app, ended."""
    return Ended.FINISHED if player.open_ended else Ended.EARLY


def _decline(player: Player) -> Step:
    if player.status is not Status.ASKING:
        return player, ()
    return _return(player)


def _ground(player: Player) -> Step:
    if player.status is Status.GROUNDING:
        return player, ()
    playing = player.status is Status.PLAYING or (
        player.status is Status.ASKING and player.resume_playing
    )
    grounding = _set(
        player,
        status=Status.GROUNDING,
        resume_playing=playing,
        groundings=player.groundings + 1,
    )
    return grounding, (e.HaltSound(), e.KeepSat(player.seconds))


def _back(player: Player) -> Step:
    if player.status is not Status.GROUNDING:
        return player, ()
    return _return(player)


def _return(player: Player) -> Step:
    """To where the sit stood before it was asked or grounded."""
    if player.resume_playing:
        return _set(player, status=Status.PLAYING), (e.ResumeSound(),)
    return _set(player, status=Status.PAUSED), ()


def _end(player: Player, ended: Ended, effects: tuple[e.Effect, ...]) -> Step:
    if player.page is not None:
        effects = (*effects, e.ClosePage())
    over = _set(player, status=Status.ENDED, page=None)
    return over, (*effects, e.Finish(ended, over.seconds))


def _replan(player: Player, timeline: Timeline) -> Step:
    """Take up a new plan: what has begun stays begun, the rest follows it."""
    begun = sum(cue.start <= player.frame for cue in timeline.cues) if player.begun else 0
    page = player.page and _same_page(player.page, timeline)
    replanned = _set(player, timeline=timeline, begun=begun, page=page)
    if page == player.page:
        return replanned, ()
    return replanned, (e.ClosePage() if page is None else e.OpenPage(page),)


def _same_page(page: Cue, timeline: Timeline) -> Cue | None:
    """The open page as it lies in another plan."""
    opened = (CueKind.WRITE, page.start, page.phase)
    same = (cue for cue in timeline.cues if (cue.kind, cue.start, cue.phase) == opened)
    return next(same, None)


def _go_on(player: Player, frame: int) -> Step:
    """From a page of writing to what follows; a sit that is paused plays on."""
    page = player.page
    if page is None or page.start != frame:
        return player, ()
    gone = _set(player, page=None)
    effects = (e.ClosePage(), e.GoOn(page))
    if player.status is Status.PLAYING:
        return gone, effects
    if player.status is Status.PAUSED:
        return _set(gone, status=Status.PLAYING), (*effects, e.ResumeSound())
    return player, ()


def _stay(player: Player, frame: int, more: int) -> Step:
    page = player.page
    if page is None or page.start != frame:
        return player, ()
    return player, (e.Stay(page, more),)
