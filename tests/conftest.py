"""For every test: repeatable property tests, a home folder of its own, and exercises read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from mindful.exercises import library, loading
from mindful.exercises.model import Exercise

ASSETS = Path(__file__).parents[1] / "assets"

# Repeatable by default, so that a red run is red again; `scripts/test --long` draws anew each
# time. No database: the exercises that examples are drawn from change between runs.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.register_profile("anew", derandomize=False, database=None, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does reaches the folders of the person who runs it."""
    monkeypatch.setenv("MINDFUL_DATA_DIR", str(tmp_path / "mindful-data"))


@pytest.fixture(scope="session", autouse=True)
def built_in_exercises_are_read_once() -> Iterator[None]:
    """They do not change while tests run; a seventh of a second for each sit and window."""
    built_in = cache(loading.load)

    def load(path: Path) -> Exercise:
        return built_in(path) if path.is_relative_to(ASSETS) else loading.load(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "load", load)
        yield
