from __future__ import annotations

import pytest

from mindful.audio.levels import LOUDEST, OFF, USUAL, decibels, gain


def test_the_usual_level_changes_nothing() -> None:
    assert gain(USUAL) == 1.0
    assert decibels(USUAL) == 0.0


@pytest.mark.parametrize("level", [OFF, -3])
def test_off_is_silence(level: int) -> None:
    assert gain(level) == 0.0
    assert decibels(level) == float("-inf")


def test_every_step_up_is_louder() -> None:
    gains = [gain(level) for level in range(OFF, LOUDEST + 1)]
    assert gains == sorted(set(gains))


@pytest.mark.parametrize(("level", "wanted"), [(1, -24.0), (6, -4.0), (8, 2.0), (10, 6.0)])
def test_steps_are_wide_below_and_narrow_above(level: int, wanted: float) -> None:
    assert decibels(level) == wanted
    assert gain(level) == pytest.approx(10 ** (wanted / 20))


def test_nothing_is_louder_than_the_loudest() -> None:
    assert gain(LOUDEST + 5) == gain(LOUDEST)
