"""Exercises to plan with: the built-in ones, and small ones made for a point."""

from __future__ import annotations

from pathlib import Path

import pytest

from mindful.exercises.feelings import Vocabulary, load_vocabulary
from mindful.exercises.library import Library, load_library
from mindful.exercises.model import Exercise

ASSETS = Path(__file__).parents[2] / "assets"


FILES = sorted((ASSETS / "exercises" / "en").glob("*.toml"))
every_file = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])

SAMPLED = (5, 6, 8, 10, 13, 16, 20, 30, 45, 60)


def sampled_lengths(exercise: Exercise) -> list[int]:
    """Minutes where rules change or sits are often chosen, and both ends of the range."""
    least, longest = exercise.minutes.least, exercise.minutes.longest
    lengths = {least, longest, *SAMPLED}
    return sorted(minutes for minutes in lengths if least <= minutes <= longest)


def few_lengths(exercise: Exercise) -> list[int]:
    """The lengths that people choose most, and both ends of the range."""
    least, longest = exercise.minutes.least, exercise.minutes.longest
    return sorted({least, longest, *(m for m in (5, 10, 20, 45) if least <= m <= longest)})


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ASSETS / "feelings.toml")


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ASSETS / "exercises" / "en")
