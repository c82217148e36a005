from __future__ import annotations

import pytest

from mindful.audio.levels import LOUDEST, OFF, USUAL, Levels, at_night, decibels, gain


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


def test_at_night_bells_and_ambience_go_down_and_the_voice_stays() -> None:
    night = at_night(Levels())
    assert night.voice == USUAL
    assert decibels(night.bell) == decibels(night.ambience) == -12.0


@pytest.mark.parametrize("level", range(OFF, LOUDEST + 1))
def test_night_silences_nothing_and_wakes_nothing(level: int) -> None:
    night = at_night(Levels(voice=level, bell=level, ambience=level))
    assert (night.bell == OFF) == (level == OFF)
    assert night.bell <= level
    assert night.voice == level
