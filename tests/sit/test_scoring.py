"""From timelines to mixes: every bell where it belongs, and own sounds that went away."""

from pathlib import Path

import numpy as np
import pytest

from mindful.audio.errors import SoundTrouble
from mindful.audio.own_sounds import OwnSounds
from mindful.audio.rack import SoundRack
from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.library import load_library
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import Timeline
from mindful.sit.choice import DEFAULT_BELL, SILENT, Choice
from mindful.sit.scoring import Scoring
from tests.audio.files import RATE, ringing, rushing, write

EXERCISES = Path(__file__).parents[2] / "assets" / "exercises" / "en"


@pytest.fixture(scope="module")
def timer() -> Timeline:
    found = load_library(EXERCISES).find("timer")
    script = compose(found, Answers(), 5)
    return plan(script, estimated)


@pytest.fixture
def own(tmp_path: Path) -> OwnSounds:
    return OwnSounds(tmp_path / "sounds")


def choice(bell: str = DEFAULT_BELL, ambience: str = SILENT) -> Choice:
    found = load_library(EXERCISES).find("timer")
    return Choice(exercise=found, minutes=5, bell=bell, ambience=ambience)


def test_own_sounds_are_heard(own: OwnSounds, tmp_path: Path, timer: Timeline) -> None:
    bell = own.take(write(tmp_path / "bell.wav", ringing()), "bell")
    ambience = own.take(write(tmp_path / "river.wav", rushing(6)), "ambience")
    scoring = Scoring(choice(bell, ambience), SoundRack(own), None)
    assert scoring.notices == ()
    mix = scoring(timer)
    assert np.abs(mix.render(0, RATE // 10)).max() > 0.05, "the opening strike"
    assert mix.render(60 * RATE, RATE).any(), "the river"


def test_the_usual_bell_takes_the_place_of_one_that_is_gone(timer: Timeline) -> None:
    scoring = Scoring(choice("own:0123456789ab"), SoundRack(), None)
    assert scoring.notices == ("own-bell-gone",)
    usual = Scoring(choice(), SoundRack(), None)
    np.testing.assert_array_equal(scoring(timer).render(0, RATE), usual(timer).render(0, RATE))


def test_silence_takes_the_place_of_an_ambience_that_is_gone(timer: Timeline) -> None:
    scoring = Scoring(choice(ambience="own:0123456789ab"), SoundRack(), None)
    assert scoring.notices == ("own-ambience-gone",)
    plain = Scoring(choice(), SoundRack(), None)
    assert scoring(timer).frames_with_tail == plain(timer).frames_with_tail


def test_a_damaged_own_bell_gives_way_too(own: OwnSounds, tmp_path: Path) -> None:
    bell = own.take(write(tmp_path / "bell.wav", ringing()), "bell")
    next((tmp_path / "sounds").glob("*.flac")).write_bytes(b"damaged")
    assert Scoring(choice(bell), SoundRack(own), None).notices == ("own-bell-gone",)


def test_an_ambience_there_never_was_is_a_mistake() -> None:
    with pytest.raises(SoundTrouble, match="unknown-ambience"):
        Scoring(choice(ambience="rian"), SoundRack(), None)


def test_no_bell_strikes_nothing(timer: Timeline) -> None:
    assert not Scoring(choice(SILENT), SoundRack(), None)(timer).render(0, RATE).any()
