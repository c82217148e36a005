from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.timeline import RATE, Cue, CueKind, PhaseSpan, Timeline
from mindful.log.records import Ended
from mindful.sit import events as e
from mindful.sit.player import TOUCH_FRAMES, UNASKED_FRAMES, Player, Status, advance

MINUTES = 3
TOTAL = MINUTES * 60 * RATE


def say(at: float, seconds: float, text: str) -> Cue:
    start = round(at * RATE)
    return Cue(
        kind=CueKind.SAY,
        phase="Stay",
        start=start,
        end=start + round(seconds * RATE),
        text=text,
        line=text,
    )


def bell(at: float) -> Cue:
    return Cue(
        kind=CueKind.BELL, phase="Stay", start=round(at * RATE), end=round(at * RATE), strikes=1
    )


TIMELINE = Timeline(
    exercise="small",
    minutes=MINUTES,
    frames=TOTAL,
    cues=(bell(0), say(7, 4, "one"), say(30, 4, "two"), say(100, 4, "three"), bell(180)),
    phases=(PhaseSpan("Arrive", 0, 20 * RATE), PhaseSpan("Stay", 20 * RATE, TOTAL)),
)


@pytest.fixture
def playing() -> Player:
    return advance(Player(timeline=TIMELINE), e.Begun())[0]


def run(player: Player, *events: e.Event) -> tuple[Player, list[e.Effect]]:
    done: list[e.Effect] = []
    for event in events:
        player, effects = advance(player, event)
        done += effects
    return player, done


def reached(seconds: float) -> e.Reached:
    return e.Reached(round(seconds * RATE))


def test_it_begins_with_the_sound_the_first_phase_and_the_bell() -> None:
    player, effects = run(Player(timeline=TIMELINE), e.Begun())
    assert player.status is Status.PLAYING
    assert [type(effect) for effect in effects] == [e.StartSound, e.EnterPhase, e.RingBell]


def test_captions_come_with_their_lines_and_go_a_while_after(playing: Player) -> None:
    player, effects = run(playing, reached(7.1))
    assert e.ShowCaption(TIMELINE.cues[1]) in effects
    player, effects = run(player, reached(12))
    assert e.ClearCaption() not in effects
    player, effects = run(player, reached(14.1))
    assert e.ClearCaption() in effects


def test_a_look_that_comes_late_misses_no_line(playing: Player) -> None:
    _, effects = run(playing, reached(110))
    assert [x.cue.text for x in effects if isinstance(x, e.ShowCaption)] == ["one", "two", "three"]


def test_the_time_sat_is_kept_every_two_seconds_of_sitting(playing: Player) -> None:
    _, effects = run(playing, *[reached(tenth / 10) for tenth in range(101)])
    assert sum(isinstance(effect, e.KeepSat) for effect in effects) == 10 * RATE // TOUCH_FRAMES


def test_a_pause_stands_still_and_goes_on_where_it_was(playing: Player) -> None:
    player, effects = run(playing, reached(50), e.PausePressed(), reached(90))
    assert (player.status, player.seconds) == (Status.PAUSED, 50)
    assert any(isinstance(effect, e.PauseSound) for effect in effects)
    player, effects = run(player, e.PausePressed(), reached(51))
    assert (player.status, player.seconds) == (Status.PLAYING, 51)
    assert effects[0] == e.ResumeSound()


def test_the_last_frame_finishes_with_the_whole_time(playing: Player) -> None:
    player, effects = run(playing, reached(185))
    assert player.status is Status.ENDED
    assert effects[-1] == e.Finish(Ended.FINISHED, 180.0)
    assert any(isinstance(x, e.RingBell) and x.cue.start == TOTAL for x in effects)


def test_ending_asks_once_and_keeps_the_minutes_sat(playing: Player) -> None:
    player, effects = run(playing, reached(80), e.EndAsked())
    assert player.status is Status.ASKING
    assert effects[-1] == e.AskToEnd()
    back, effects = run(player, e.EndDeclined())
    assert (back.status, effects) == (Status.PLAYING, [e.ResumeSound()])
    over, effects = run(player, e.EndConfirmed())
    assert effects[-1] == e.Finish(Ended.EARLY, 80.0)
    assert over.status is Status.ENDED


def test_a_declined_end_leaves_a_paused_sit_paused(playing: Player) -> None:
    player, _ = run(playing, reached(80), e.PausePressed(), e.EndAsked(), e.EndDeclined())
    assert player.status is Status.PAUSED


def test_ending_within_the_first_minute_asks_nothing(playing: Player) -> None:
    player, effects = run(playing, e.Reached(UNASKED_FRAMES - 1), e.EndAsked())
    assert player.status is Status.ENDED
    assert isinstance(effects[-1], e.Finish)


def test_ground_me_is_silent_at_once_counts_and_comes_back(playing: Player) -> None:
    player, effects = run(playing, reached(70), e.GroundingBegun(), reached(75))
    assert effects[-2] == e.HaltSound()
    assert (player.status, player.seconds, player.groundings) == (Status.GROUNDING, 70, 1)
    player, effects = run(player, e.GroundingEnded())
    assert (player.status, effects) == (Status.PLAYING, [e.ResumeSound()])


def test_grounding_from_the_question_returns_to_the_sit(playing: Player) -> None:
    player, _ = run(playing, reached(70), e.EndAsked(), e.GroundingBegun(), e.GroundingEnded())
    assert player.status is Status.PLAYING


EVENTS = st.one_of(
    st.integers(0, TOTAL + RATE).map(e.Reached),
    st.sampled_from(
        [
            e.Begun(),
            e.PausePressed(),
            e.EndAsked(),
            e.EndDeclined(),
            e.EndConfirmed(),
            e.GroundingBegun(),
            e.GroundingEnded(),
            e.Replanned(TIMELINE),
        ]
    ),
)


@given(st.lists(EVENTS, max_size=60))
def test_whatever_happens_time_never_goes_back_and_it_ends_once(events: list[e.Event]) -> None:
    player = Player(timeline=TIMELINE)
    effects: list[e.Effect] = []
    for event in events:
        before = player
        player, done = advance(player, event)
        effects += done
        assert player.frame >= before.frame
        if before.status is not Status.PLAYING and not isinstance(event, e.Begun):
            assert player.frame == before.frame
    lines = [effect.cue.line for effect in effects if isinstance(effect, e.ShowCaption)]
    assert len(lines) == len(set(lines))
    finishes = [effect for effect in effects if isinstance(effect, e.Finish)]
    assert len(finishes) == (player.status is Status.ENDED)
    assert all(0 <= finish.seconds <= TOTAL / RATE for finish in finishes)
