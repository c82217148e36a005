"""Pages of writing in the player: opened, moved, left, and closed with the sit."""

from __future__ import annotations

import msgspec

from mindful.exercises.timeline import RATE, Cue, CueKind, PhaseSpan, Timeline
from mindful.sit import events as e
from mindful.sit.player import Player, Status, advance

PAGE = Cue(kind=CueKind.WRITE, phase="Write", start=90 * RATE, end=120 * RATE, keeps="note")
TIMELINE = Timeline(
    exercise="page",
    minutes=3,
    frames=180 * RATE,
    cues=(PAGE, Cue(kind=CueKind.END, phase="Close", start=180 * RATE, end=180 * RATE)),
    phases=(PhaseSpan("Write", 0, 120 * RATE), PhaseSpan("Close", 120 * RATE, 180 * RATE)),
)


def at(seconds: int, player: Player | None = None) -> tuple[Player, tuple[e.Effect, ...]]:
    """The sit played up to a second."""
    if player is None:
        player, _ = advance(Player(timeline=TIMELINE), e.Begun())
    return advance(player, e.Reached(seconds * RATE))


def test_a_page_opens_and_closes_at_its_frames() -> None:
    player, effects = at(90)
    assert e.OpenPage(PAGE) in effects
    player, effects = at(119, player)
    assert not any(isinstance(effect, e.OpenPage | e.ClosePage) for effect in effects)
    player, effects = at(120, player)
    assert e.ClosePage() in effects
    assert player.page is None


def test_a_page_that_was_leapt_over_does_not_open() -> None:
    _, effects = at(130)
    assert not any(isinstance(effect, e.OpenPage | e.ClosePage) for effect in effects)


def test_going_on_counts_once_and_only_for_the_page_that_is_open() -> None:
    player, _ = at(95)
    assert advance(player, e.WentOn(1)) == (player, ())
    gone, effects = advance(player, e.WentOn(PAGE.start))
    assert effects == (e.ClosePage(), e.GoOn(PAGE))
    assert advance(gone, e.WentOn(PAGE.start)) == (gone, ())


def test_going_on_in_a_pause_resumes_and_while_grounded_does_nothing() -> None:
    player, _ = at(95)
    paused, _ = advance(player, e.PausePressed())
    gone, effects = advance(paused, e.WentOn(PAGE.start))
    assert (gone.status, effects[-1]) == (Status.PLAYING, e.ResumeSound())
    grounded, _ = advance(player, e.GroundingBegun())
    assert advance(grounded, e.WentOn(PAGE.start)) == (grounded, ())


def test_another_plan_moves_the_end_of_the_open_page() -> None:
    player, _ = at(95)
    longer = msgspec.structs.replace(PAGE, end=150 * RATE)
    moved = msgspec.structs.replace(TIMELINE, cues=(longer, TIMELINE.cues[1]))
    player, effects = advance(player, e.Replanned(moved))
    assert effects == (e.OpenPage(longer),)
    player, effects = at(121, player)
    assert e.ClosePage() not in effects
    assert advance(player, e.Replanned(moved))[1] == ()


def test_the_end_of_the_sit_closes_the_page_first() -> None:
    player, _ = at(95)
    ended, effects = advance(player, e.EndConfirmed())
    assert ended.page is None
    assert [type(effect) for effect in effects[-2:]] == [e.ClosePage, e.Finish]
