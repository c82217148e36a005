"""Breath tones: up, still, down, still; soft, smooth, and a function of the place."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio.clip import Samples
from mindful.audio.loudness import momentary_max, true_peak
from mindful.audio.tones import LOUDNESS, RATE, Part, breath_tones

Parts = tuple[Part, ...]

BREATH: Parts = ((4.0, 0.0, 1.0), (2.0, 1.0, 1.0), (6.0, 1.0, 0.0), (1.0, 0.0, 0.0))
CYCLE = 13 * RATE

SIGH: Parts = ((2.0, 0.0, 2 / 3), (1.0, 2 / 3, 1.0), (6.0, 1.0, 0.0))

parts = st.tuples(st.floats(0.0, 12.0), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
breaths = st.lists(parts, min_size=1, max_size=6).map(tuple)


def pitch(sound: Samples) -> float:
    """Frequency of a tone in Hz, from its strongest bin."""
    windowed = sound[:, 0] * np.hanning(len(sound))
    power = np.abs(np.fft.rfft(windowed, 8 * len(sound)))
    return float(power.argmax() * RATE / (8 * len(sound)))


def seconds(sound: Samples, start: float, end: float) -> Samples:
    return sound[round(start * RATE) : round(end * RATE)]


def test_the_tone_rises_for_in_and_falls_for_out() -> None:
    sound = breath_tones(BREATH, 0, CYCLE)
    rising = [pitch(seconds(sound, at, at + 0.5)) for at in (0.7, 1.7, 2.7)]
    falling = [pitch(seconds(sound, at, at + 0.5)) for at in (6.8, 8.5, 10.5)]
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert rising[-1] - rising[0] > 30
    assert falling[0] - falling[-1] > 30


def test_the_holds_are_silent() -> None:
    sound = breath_tones(BREATH, 0, CYCLE)
    assert not seconds(sound, 4.0, 6.0).any()
    assert not seconds(sound, 12.0, 13.0).any()
    assert seconds(sound, 1.0, 3.0).any()


@pytest.mark.parametrize("part", [(0.0, 4.0), (6.0, 12.0)])
def test_a_sounding_tone_has_its_loudness(part: tuple[float, float]) -> None:
    sound = seconds(breath_tones(BREATH, 0, CYCLE), *part)
    assert momentary_max(sound, RATE) == pytest.approx(LOUDNESS, abs=0.5)
    for at in (0.8, 1.5, 2.5):
        assert momentary_max(seconds(sound, at, at + 0.4), RATE) == pytest.approx(LOUDNESS, abs=0.5)
    assert true_peak(sound, RATE) < -20


@pytest.mark.parametrize("breath", [BREATH, SIGH, ((0.3, 0.0, 1.0), (1.7, 1.0, 0.0))])
def test_no_step_is_larger_than_a_tone_makes(breath: Parts) -> None:
    sound = breath_tones(breath, 0, 2 * CYCLE)[:, 0]
    highest = 2 * np.pi * 2 * 294 / RATE * np.abs(sound).max()
    assert np.abs(np.diff(sound)).max() < highest


@settings(max_examples=40, deadline=None)
@given(
    breath=breaths.filter(lambda breath: sum(part[0] for part in breath) >= 2),
    start=st.integers(0, 3_600 * RATE),
    first=st.integers(0, 5_000),
    second=st.integers(0, 5_000),
)
def test_samples_do_not_depend_on_the_block(
    breath: Parts, start: int, first: int, second: int
) -> None:
    whole = breath_tones(breath, start, first + second)
    parts = breath_tones(breath, start, first), breath_tones(breath, start + first, second)
    np.testing.assert_array_equal(np.concatenate(parts), whole)
    assert whole.shape == (first + second, 2)
    assert whole.dtype == np.float32
    assert np.isfinite(whole).all()


def test_every_cycle_sounds_as_the_first() -> None:
    first, later = (breath_tones(BREATH, n * CYCLE, CYCLE) for n in (0, 40))
    np.testing.assert_allclose(later, first, atol=1e-6)


def test_a_second_breath_in_has_a_tone_of_its_own_above_the_first() -> None:
    sound = breath_tones(SIGH, 0, 9 * RATE)
    first, second = seconds(sound, 0.5, 1.5), seconds(sound, 2.2, 2.8)
    assert pitch(second) > pitch(first) + 30
    between = np.abs(seconds(sound, 1.99, 2.01)).max()
    assert between < 0.05 * np.abs(first).max(), "each begins and ends in silence"
    assert np.abs(second).max() > 0.5 * np.abs(first).max()
