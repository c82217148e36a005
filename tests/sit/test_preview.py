"""Previews: what is heard before a sit is what is heard in it, with an end to it."""

import numpy as np
import pytest

from mindful.audio.clip import floats
from mindful.audio.levels import Levels, gain
from mindful.audio.loudness import integrated
from mindful.audio.mixer import AMBIENCE_IN
from mindful.audio.rack import SoundRack
from mindful.sit.preview import BELL_LONGEST, BELL_OUT, FADE_IN, ambience_preview, bell_preview

RATE = 48_000


@pytest.fixture(scope="module")
def rack() -> SoundRack:
    return SoundRack()


@pytest.mark.parametrize("level", [2, 7])
def test_a_bell_is_heard_at_its_level(rack: SoundRack, level: int) -> None:
    strike = rack.get("mid-bowl")
    sound = bell_preview(strike, Levels(bell=level))
    kept = BELL_LONGEST - BELL_OUT
    np.testing.assert_allclose(sound[:kept], floats(strike)[:kept] * gain(level), atol=1e-6)


def test_a_long_tail_fades_and_a_short_one_is_whole(rack: SoundRack) -> None:
    bowl = bell_preview(rack.get("low-bowl"), Levels())
    assert len(bowl) == BELL_LONGEST
    assert np.abs(bowl[-10:]).max() < 1e-4
    assert len(bell_preview(rack.get("wood-block"), Levels())) == len(rack.get("wood-block"))


@pytest.mark.parametrize("level", [2, 7])
def test_an_ambience_is_heard_at_its_level_at_once(rack: SoundRack, level: int) -> None:
    sound = ambience_preview(rack.ambience("rain", 0), Levels(ambience=level), seconds=4.0)
    assert sound.shape == (4 * RATE, 2)
    there = rack.ambience("rain", 0).render(AMBIENCE_IN, 4 * RATE)
    middle = slice(FADE_IN, 3 * RATE)
    np.testing.assert_allclose(sound[middle], there[middle] * gain(level), atol=1e-6)
    assert np.abs(sound[[0, -1]]).max() < 1e-4


def test_what_is_off_is_silent(rack: SoundRack) -> None:
    levels = Levels(bell=0, ambience=0)
    assert not bell_preview(rack.get("wood-block"), levels).any()
    assert not ambience_preview(rack.ambience("room", 0), levels, seconds=1.0).any()


def test_the_shortest_preview_still_fades(rack: SoundRack) -> None:
    sound = ambience_preview(rack.ambience("room", 0), Levels(), seconds=0.5)
    assert len(sound) == RATE // 2
    assert integrated(sound, RATE) < -38
