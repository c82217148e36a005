"""Every exercise, every length, every density, with and without answers: within the rules."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest

from mindful.exercises import review_sits as sits
from mindful.exercises.answers import Answers, answers_from
from mindful.exercises.feelings import Vocabulary
from mindful.exercises.loading import load
from mindful.exercises.model import Density, Exercise
from tests.exercises.conftest import every_file, few_lengths
from tests.exercises.test_plan import assert_pauses, assert_sound

RULES = {
    "silence": sits.silences,
    "names": sits.names_and_feelings,
    "contact": sits.contact,
    "fits": sits.fits,
}
ANSWERED = {
    "feelings": ("anxious", "tender"),
    "places": ("shoulders",),
    "name": "Ada",
    "phrase": "I may rest",
    "written": "I always fail",
}

answered = pytest.mark.parametrize("answers", [{}, ANSWERED], ids=["nothing", "everything"])


def assert_within_rules(exercise: Exercise, answers: Answers, lengths: Iterable[int]) -> None:
    for minutes, density in product(lengths, Density):
        one = sits.sit(exercise, answers, minutes, density, seed=minutes)
        assert_sound(one.timeline, one.script)
        assert_pauses(one.timeline, one.script)
        keys = [cue.line for cue in one.timeline.spoken]
        assert len(keys) == len(set(keys))
        found = [
            (one.name, name, *fault)
            for name, rule in RULES.items()
            if name not in exercise.exempt
            for fault in rule(one)
        ]
        assert not found


@every_file
@answered
def test_plans_at_the_lengths_that_matter(
    path: Path, vocabulary: Vocabulary, answers: dict[str, str]
) -> None:
    exercise = load(path)
    who = answers_from(vocabulary, **answers)  # type: ignore[arg-type]  # one dict for several parameters
    assert_within_rules(exercise, who, few_lengths(exercise))


@pytest.mark.long
@every_file
@answered
def test_plans_at_every_length(path: Path, vocabulary: Vocabulary, answers: dict[str, str]) -> None:
    exercise = load(path)
    who = answers_from(vocabulary, **answers)  # type: ignore[arg-type]  # one dict for several parameters
    offered = range(exercise.minutes.least, exercise.minutes.longest + 1)
    assert_within_rules(exercise, who, offered)
