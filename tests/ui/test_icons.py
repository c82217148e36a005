from __future__ import annotations

import pytest

from mindful.assets import asset
from mindful.exercises.library import load_library

EXERCISES = load_library(asset("exercises", "en")).exercises


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_exercise_has_an_icon_that_ships_in_both_weights(exercise: object) -> None:
    icon = getattr(exercise, "icon", "")
    assert icon
    for weight in ("light", "regular"):
        assert asset("icons", weight, f"{icon}.svg").is_file()


def test_every_icon_takes_the_colour_it_is_given() -> None:
    files = sorted(asset("icons").rglob("*.svg"))
    assert files
    assert [file.name for file in files if b"currentColor" not in file.read_bytes()] == []
