"""Whatever is changed while a sit plays: nothing played moves, and the end is exact."""

from __future__ import annotations

import itertools
import random

import pytest

from mindful.exercises import rules
from mindful.exercises.answers import Answers, answers_from
from mindful.exercises.bridges import load_bridges
from mindful.exercises.changing import CUT
from mindful.exercises.feelings import load_vocabulary
from mindful.exercises.library import load_library
from mindful.exercises.live import FINISH, MINUTE, Change
from mindful.exercises.model import Density
from mindful.exercises.script import Bells
from mindful.exercises.timeline import RATE, CueKind
from tests.exercises.conftest import ASSETS
from tests.sit.changing_sits import (
    CLOSING,
    NAME,
    Sit,
    a_sit,
    changed_at_random,
    long_contact,
    said_too_often,
    unannounced,
)

LIBRARY = load_library(ASSETS / "exercises" / "en")
WORDS = load_vocabulary(ASSETS / "feelings.toml")
BRIDGES = load_bridges(ASSETS / "bridges.toml")


@pytest.mark.parametrize("block", range(4))
def test_random_changes_of_random_sits(block: int) -> None:
    for seed in range(block * 60, block * 60 + 60):
        draw = random.Random(seed)
        sit = a_sit(draw, LIBRARY.exercises, WORDS, BRIDGES)
        wrong = list(changed_at_random(sit, draw))
        assert not wrong, (seed, sit.course.script.exercise, wrong)


ALWAYS = {Change.LONGER, Change.FINISH}
TABLE = {
    # exercise, minutes, density, share of the sit: what is offered beside more time and less
    ("sit-with-it", 20, Density.FULL, 0.5): {*Change} - ALWAYS,
    ("breath", 20, Density.FULL, 0.5): {*Change} - ALWAYS - {Change.GENTLER},
    ("sit-with-it", 20, Density.BELLS, 0.5): set(),
    ("timer", 20, Density.FULL, 0.5): {Change.AGAIN},
    ("pacer-coherent", 10, Density.FULL, 0.5): {Change.QUIETER, Change.STAY, Change.AHEAD},
    ("sleep", 20, Density.FULL, 0.5): {*Change} - ALWAYS - {Change.GENTLER},
}


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_what_is_offered_in_which_sit(row: tuple[str, int, Density, float]) -> None:
    exercise, minutes, density, share = row
    sit = Sit(LIBRARY.find(exercise), minutes, density, Answers(), BRIDGES)
    sit.reach(round(sit.timeline.frames * share))
    assert sit.offers == TABLE[row] | ALWAYS


def test_what_is_offered_in_a_sit_without_a_length() -> None:
    sit = Sit(LIBRARY.find("timer"), 20, Density.FULL, Answers(), BRIDGES, open_ended=True)
    sit.reach(40 * MINUTE)
    assert sit.offers == {Change.AGAIN, Change.FINISH}
    sit.change(Change.FINISH)
    assert sit.timeline.frames == sit.now + FINISH
    assert (sit.timeline.bells[-1].start, sit.timeline.bells[-1].strikes) == (
        sit.timeline.frames,
        CLOSING,
    )
    sit.change(Change.LONGER, 5)
    assert sit.timeline.frames == sit.now - RATE - CUT + FINISH + 5 * MINUTE


def test_sits_without_a_length_changed_at_random_and_ended() -> None:
    for seed in range(150):
        draw = random.Random(seed)
        sit = Sit(
            LIBRARY.find("timer"),
            10,
            Density.FULL,
            Answers(),
            BRIDGES,
            seed,
            bells=Bells(every=draw.choice((0, 1, 5)), scattered=draw.choice((0, 3))),
            open_ended=True,
        )
        assert list(changed_at_random(sit, draw)) == [], seed


def test_an_open_page_offers_only_more_time() -> None:
    sit = Sit(LIBRARY.find("write-it-down"), 20, Density.FULL, Answers(), BRIDGES)
    page = next(cue for cue in sit.timeline.cues if cue.kind is CueKind.WRITE)
    sit.reach(page.start + RATE)
    assert sit.offers == {Change.LONGER}


@pytest.mark.parametrize(("exercise", "longest"), [("pacer-478", 4), ("grounding", 5)])
def test_no_more_time_than_the_exercise_allows(exercise: str, longest: int) -> None:
    sit = Sit(LIBRARY.find(exercise), longest - 1, Density.FULL, Answers(), BRIDGES)
    sit.reach(10 * RATE)
    sit.change(Change.LONGER, 5)
    assert sit.timeline.frames == longest * MINUTE
    assert Change.LONGER not in sit.offers


def test_two_hours_are_the_longest_elsewhere() -> None:
    sit = Sit(LIBRARY.find("breath"), 90, Density.FULL, Answers(), BRIDGES)
    for _ in range(7):
        sit.change(Change.LONGER, 5)
    assert sit.timeline.frames == 120 * MINUTE


@pytest.mark.parametrize("change", [Change.STAY, Change.LONGER])
@pytest.mark.parametrize(
    ("exercise", "minutes"),
    [("sit-with-it", 60), ("urge-wave", 60), ("open-noticing", 20), ("let-it-be-so", 60)],
)
def test_more_time_close_to_a_feeling_leads_to_an_anchor(
    exercise: str, minutes: int, change: Change
) -> None:
    """Asked for a few seconds after the words that lead to the feeling, and twice more."""
    drawn = Sit(LIBRARY.find(exercise), minutes, Density.SOME, Answers(), BRIDGES)
    stances = {line.key: line.stance for line in drawn.course.script.lines}
    near = [cue.end for cue in drawn.timeline.spoken if stances.get(cue.line) == "contact"]
    for at in near[-3:]:
        sit = Sit(LIBRARY.find(exercise), minutes, Density.SOME, Answers(), BRIDGES)
        sit.reach(at + 2 * RATE)
        for _time in range(3):
            sit.change(change, 5)
            assert list(long_contact(sit)) == []
            sit.reach(sit.now + RATE)


def test_lines_that_no_longer_fit_leave_nobody_close_to_a_feeling() -> None:
    """Found by chance: 108 s of contact, since its anchor was left out for more minutes."""
    for seed in range(20):
        sit = Sit(
            LIBRARY.find("open-noticing"), 84, Density.SOME, Answers(), BRIDGES, seed, stretch=2.0
        )
        for minute, change in ((20, Change.LONGER), (45, Change.LONGER), (60, Change.STAY)):
            sit.reach(minute * MINUTE)
            sit.change(change, 5)
            assert list(long_contact(sit)) == [], (seed, minute)


@pytest.mark.parametrize(
    ("exercise", "density", "change"),
    [
        ("sit-with-it", Density.LITTLE, Change.QUIETER),
        ("urge-wave", Density.LITTLE, Change.AHEAD),
        ("kind-moment", Density.SOME, Change.FINISH),
        ("where-i-end", Density.SOME, Change.AHEAD),
    ],
)
def test_a_change_that_takes_the_way_out_of_contact_brings_another(
    exercise: str, density: Density, change: Change
) -> None:
    drawn = Sit(LIBRARY.find(exercise), 20, density, Answers(), BRIDGES)
    stances = {line.key: line.stance for line in drawn.course.script.lines}
    near = [cue.end for cue in drawn.timeline.spoken if stances.get(cue.line) == "contact"]
    assert near
    for at in near:
        sit = Sit(LIBRARY.find(exercise), 20, density, Answers(), BRIDGES)
        sit.reach(at + 2 * RATE)
        sit.change(change)
        assert list(long_contact(sit)) == []


def test_names_are_five_minutes_apart_whatever_is_passed_over() -> None:
    answers = answers_from(WORDS, name=NAME)
    for minute in range(1, 17):
        sit = Sit(LIBRARY.find("good-enough"), 20, Density.FULL, answers, BRIDGES)
        sit.reach(minute * MINUTE)
        sit.change(Change.FINISH)
        assert list(said_too_often(sit.timeline)) == []


@pytest.mark.parametrize("exercise", ["sit-with-it", "urge-wave", "name-allow-explore-care"])
@pytest.mark.parametrize("minutes", [10, 45, 80])
def test_gentler_leaves_no_silence_beyond_its_cap(exercise: str, minutes: int) -> None:
    """Found by chance: phases left out took any length, and 67 minutes went by without a word."""
    sit = Sit(LIBRARY.find(exercise), minutes, Density.FULL, Answers(), BRIDGES)
    sit.reach(30 * RATE)
    sit.change(Change.GENTLER)
    silences = [b.start - a.end for a, b in itertools.pairwise(sit.timeline.spoken)]
    assert max(silences) <= rules.along(rules.SILENCE_CAP, minutes) * RATE + RATE // 100
    assert list(unannounced(sit)) == []


def test_gentler_says_no_line_twice_and_begins_no_phase_like_the_last() -> None:
    sit = Sit(LIBRARY.find("sit-with-it"), 30, Density.FULL, Answers(), BRIDGES)
    sit.reach(30 * RATE)
    sit.change(Change.GENTLER)
    kept = [cue for cue in sit.timeline.spoken if cue.line.startswith("anchor/")]
    assert len({cue.line for cue in kept}) == len(kept)
    assert all(one.text != other.text for one, other in itertools.pairwise(kept))


@pytest.mark.parametrize(
    ("exercise", "minutes", "shares"),
    [
        ("one-caring-thing", 7, (0.96,) * 2),
        ("open-noticing", 12, (0.5, 0.9)),
        ("noting", 40, (0.97,)),
    ],
)
def test_a_silence_that_more_time_makes_long_is_announced(
    exercise: str, minutes: int, shares: tuple[float, ...]
) -> None:
    sit = Sit(LIBRARY.find(exercise), minutes, Density.FULL, Answers(), BRIDGES)
    for share in shares:
        sit.reach(round(sit.timeline.frames * share))
        sit.change(Change.LONGER, 5)
        assert list(unannounced(sit)) == []


def test_a_line_once_more_announces_nothing() -> None:
    sit = Sit(LIBRARY.find("breath"), 45, Density.FULL, Answers(), BRIDGES)
    telling = {line.key for line in sit.course.script.lines if line.announces}
    told = next(cue for cue in sit.timeline.spoken if cue.line in telling)
    sit.reach(told.end + RATE)
    sit.change(Change.AGAIN)
    assert [line.announces for line in sit.course.script.lines if line.key == "again/1"] == [False]
    assert list(unannounced(sit)) == []


def test_words_can_be_put_in_behind_a_page_that_was_passed_over() -> None:
    """A page passed over lies where the closing begins: it held up every word after it."""
    sit = Sit(LIBRARY.find("where-i-end"), 20, Density.FULL, Answers(), BRIDGES)
    sit.reach(3 * MINUTE)
    sit.change(Change.FINISH)
    sit.reach(sit.now + 20 * RATE)
    assert Change.AGAIN in sit.offers
    sit.change(Change.AGAIN)
    assert any(cue.line == "again/1" for cue in sit.timeline.spoken)


def test_a_sit_without_closing_strikes_hears_the_words_between() -> None:
    bells = Bells(closing=0)
    sit = Sit(LIBRARY.find("sit-with-it"), 20, Density.FULL, Answers(), BRIDGES, bells=bells)
    sit.reach(5 * MINUTE)
    sit.change(Change.FINISH)
    assert any(cue.line == "finishing/1" for cue in sit.timeline.spoken)


def test_gentler_leads_to_an_anchor_and_stays_out_of_contact() -> None:
    sit = Sit(LIBRARY.find("sit-with-it"), 20, Density.FULL, Answers(), BRIDGES)
    sit.reach(sit.timeline.frames // 2)
    sit.change(Change.GENTLER)
    lines = {line.key: line for line in (*sit.course.script.reserve, *sit.course.script.lines)}
    coming = [lines[cue.line] for cue in sit.timeline.spoken if cue.start >= sit.now]
    assert coming[0].text in BRIDGES.gentler
    last = len(sit.course.script.phases) - 1
    assert not [line for line in coming if line.stance == "contact" and line.phase < last]
