"""Exercises to plan with: the built-in ones, and small ones made for a point."""

from __future__ import annotations

from pathlib import Path

import pytest

from mindful.exercises.feelings import Vocabulary, load_vocabulary
from mindful.exercises.library import Library, load_library

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ASSETS / "feelings.toml")


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ASSETS / "exercises" / "en")
