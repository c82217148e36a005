"""The player: a pure state machine. Events in, a new state and effects out.

Time is the frames of the sit that have been heard; it is passed in and stands still in pauses.
"""

from __future__ import annotations

from mindful.exercises.timeline import RATE, CueKind
from mindful.log.records import Ended
from mindful.sit import events as e
from mindful.sit.replanning import take_course
from mindful.sit.state import Player, Status, Step, changed

__all__ = ["Player", "Status", "Step", "advance"]

TOUCH_FRAMES = 2 * RATE
"""How often the time sat is written down, in frames of the sit."""

LINGER_FRAMES = 3 * RATE
"""How long a caption stays after its line, unless the next one comes, in frames."""

UNASKED_FRAMES = 60 * RATE
"""A sit shorter than this ends without being asked twice, in frames."""


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
        case _:
            return take_course(player, event)


def _begin(player: Player) -> Step:
    if player.status is not Status.PREPARING:
        return player, ()
    playing = changed(player, status=Status.PLAYING)
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
    reached = changed(
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
        return changed(player, status=Status.PAUSED), (e.PauseSound(), e.KeepSat(player.seconds))
    if player.status is Status.PAUSED:
        return changed(player, status=Status.PLAYING), (e.ResumeSound(),)
    return player, ()


def _sleep(player: Player, seconds: float) -> Step:
    """Nobody sat while the computer slept: a sit that played stands still until they go on."""
    if player.status is not Status.PLAYING:
        return player, ()
    waiting = changed(player, status=Status.PAUSED)
    return waiting, (e.HaltSound(), e.KeepSat(player.seconds), e.TellSleep(seconds))


def _ask(player: Player) -> Step:
    possible = player.status in {Status.PLAYING, Status.PAUSED, Status.PREPARING}
    if not possible or player.concluding:
        return player, ()
    if player.frame < UNASKED_FRAMES:
        return _end(player, _how(player), (e.PauseSound(),))
    playing = player.status is Status.PLAYING
    effects: tuple[e.Effect, ...] = (e.PauseSound(),) if playing else ()
    asking = changed(player, status=Status.ASKING, resume_playing=playing)
    return asking, (*effects, e.KeepSat(player.seconds), e.AskToEnd())


def _leave(player: Player, *, at_once: bool) -> Step:
    """End here; an open-ended sit has its closing strikes first, unless it ends at once."""
    standing = player.status in {Status.PREPARING, Status.GROUNDING}
    if at_once or standing or not player.open_ended:
        return _end(player, _how(player), (e.PauseSound(),))
    if player.concluding:
        return player, ()
    concluding = changed(player, status=Status.PLAYING, concluding=True)
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
    grounding = changed(
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
        return changed(player, status=Status.PLAYING), (e.ResumeSound(),)
    return changed(player, status=Status.PAUSED), ()


def _end(player: Player, ended: Ended, effects: tuple[e.Effect, ...]) -> Step:
    if player.page is not None:
        effects = (*effects, e.ClosePage())
    over = changed(player, status=Status.ENDED, page=None)
    return over, (*effects, e.Finish(ended, over.seconds))
