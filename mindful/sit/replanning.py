"""What another plan, and a page of writing, make of a player."""

from __future__ import annotations

from mindful.exercises.live import MINUTE, Change
from mindful.exercises.timeline import Cue, CueKind, Timeline
from mindful.sit import events as e
from mindful.sit.state import Player, Status, Step, changed


def take_course(player: Player, event: e.Event) -> Step:
    """What an event about the course of the sit makes of `player`."""
    match event:
        case e.WentOn(frame=frame):
            return _go_on(player, frame)
        case e.Stayed(frame=frame, more=more):
            return _stay(player, frame, more)
        case e.Asked(change=change, minutes=minutes):
            return _ask_for(player, change, minutes)
        case e.Replanned(timeline=timeline):
            return _replan(player, timeline)
        case _:
            msg = f"unknown event {type(event).__name__}"
            raise TypeError(msg)


def _replan(player: Player, timeline: Timeline) -> Step:
    """Take up a new plan: what has begun stays begun, the rest follows it."""
    begun = sum(cue.start <= player.frame for cue in timeline.cues) if player.begun else 0
    page = player.page and _same_page(player.page, timeline)
    replanned = changed(
        player,
        timeline=timeline,
        begun=begun,
        page=page,
        caption_until=_caption_until(player, timeline, begun),
    )
    if page == player.page:
        return replanned, ()
    return replanned, (e.ClosePage() if page is None else e.OpenPage(page),)


def _caption_until(player: Player, timeline: Timeline, begun: int) -> int | None:
    """When the caption goes: with its line, where that is ended early."""
    said = [cue for cue in timeline.cues[:begun] if cue.kind is CueKind.SAY]
    if player.caption_until is None or not said or not said[-1].whole:
        return player.caption_until
    return min(player.caption_until, said[-1].end)


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
    gone = changed(player, page=None)
    effects = (e.ClosePage(), e.GoOn(page))
    if player.status is Status.PLAYING:
        return gone, effects
    if player.status is Status.PAUSED:
        return changed(gone, status=Status.PLAYING), (*effects, e.ResumeSound())
    return player, ()


def _stay(player: Player, frame: int, more: int) -> Step:
    """A page of writing stays open for `more` frames, and the sit is as much longer."""
    page = player.page
    if page is None or page.start != frame:
        return player, ()
    return player, (e.Stay(page, more),)


def _ask_for(player: Player, change: Change, minutes: int) -> Step:
    """A change of the sit's course; on an open page more time is time for the page."""
    if player.status not in {Status.PLAYING, Status.PAUSED} or player.concluding:
        return player, ()
    if player.page is None:
        return player, (e.Alter(change, minutes),)
    if change is not Change.LONGER:
        return player, ()
    return player, (e.Stay(player.page, minutes * MINUTE),)
