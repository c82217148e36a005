"""A past sit, sat once more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.log.records import Sit
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.steering.again import choice_of
from mindful.ui.steering.choosing import Chosen
from tests.log.aids import a_sit


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path))
    yield made
    made.close()


def past(parts: Parts, **fields: object) -> Sit:
    return parts.desk.submit(lambda log: log.sits.begin(a_sit(**fields))).result()


def test_length_words_density_and_seed_are_those_of_the_past_sit(parts: Parts) -> None:
    chosen = Chosen(parts, draw_seed=lambda: 99)
    sit = past(
        parts,
        exercise="sit-with-it",
        minutes=12,
        density="little",
        seed=7,
        feelings=("anxious", "like rain"),
        places=("chest",),
        intensity_before=8,
    )
    choice = choice_of(sit, parts, chosen)
    assert (choice.exercise.id, choice.minutes, choice.density) == ("sit-with-it", 12, "little")
    assert choice.seed == 7
    assert [one.adjective for one in choice.answers.feelings] == ["anxious", "like rain"]
    assert [one.name for one in choice.answers.places] == ["chest"]
    assert choice.intensity_before is None  # it is of now
    assert chosen.exercise.id == "sit-with-it"


def test_what_a_past_sit_does_not_say_is_as_it_is_set_today(parts: Parts) -> None:
    chosen = Chosen(parts, draw_seed=lambda: 99)
    told = past(parts, exercise="grounding", minutes=60, seed=None, density=None)
    choice = choice_of(told, parts, chosen)
    assert (choice.minutes, choice.seed, choice.density) == (5, 99, "full")
    endless = past(parts, exercise="timer", minutes=None)
    assert choice_of(endless, parts, chosen).open_ended
