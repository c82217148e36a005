"""The loudness meter against pyloudnorm, and against signals whose levels are known."""

import math

import numpy as np
import pyloudnorm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio.clip import Samples
from mindful.audio.loudness import integrated, momentary_max, true_peak

RATE = 48_000


def sine(hertz: float, seconds: float, rate: int = RATE, amplitude: float = 1.0) -> Samples:
    time = np.arange(round(seconds * rate)) / rate
    return (amplitude * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def speechlike(seconds: float, rate: int, channels: int, seed: int = 0) -> Samples:
    """Noise that swells and rests, so that both gates have something to do."""
    noise = np.random.default_rng(seed).standard_normal((round(seconds * rate), channels))
    time = np.arange(len(noise)) / rate
    swell = np.maximum(1e-4, np.sin(2.3 * time)) ** 2
    sound = (0.1 * noise * swell[:, None]).astype(np.float32)
    return np.asarray(sound if channels > 1 else sound[:, 0])


def measured_elsewhere(samples: Samples, rate: int) -> float:
    return float(pyloudnorm.Meter(rate, filter_class="DeMan").integrated_loudness(samples))


@pytest.mark.parametrize("rate", [8_000, 22_050, 24_000, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_agrees_with_pyloudnorm_at_every_rate(rate: int, channels: int) -> None:
    sound = speechlike(5.0, rate, channels)
    theirs = measured_elsewhere(sound.astype(np.float64), rate)
    assert integrated(sound, rate) == pytest.approx(theirs, abs=0.01)


@settings(max_examples=25, deadline=None)
@given(
    tenths=st.integers(4, 40),
    seed=st.integers(0, 2**32 - 1),
    level=st.floats(-40.0, 0.0),
)
def test_agrees_with_pyloudnorm_for_any_sound(tenths: int, seed: int, level: float) -> None:
    sound = speechlike(tenths / 10, 24_000, 1, seed) * np.float32(10 ** (level / 20))
    theirs = measured_elsewhere(sound.astype(np.float64), 24_000)
    assert integrated(sound, 24_000) == pytest.approx(theirs, abs=0.05)


def test_the_standards_own_signal() -> None:
    assert integrated(sine(997.0, 3.0), RATE) == pytest.approx(-3.01, abs=0.01)


def test_two_equal_channels_are_three_decibels_louder_than_one() -> None:
    tone = sine(997.0, 3.0, amplitude=0.1)
    both = np.stack((tone, tone), axis=1)
    assert integrated(both, RATE) - integrated(tone, RATE) == pytest.approx(3.01, abs=0.01)


def test_silence_between_sentences_does_not_count() -> None:
    tone = sine(440.0, 4.0, amplitude=0.1)
    broken = np.concatenate((tone, np.zeros(8 * RATE, np.float32)))
    assert integrated(broken, RATE) == pytest.approx(integrated(tone, RATE), abs=0.6)


@pytest.mark.parametrize("shape", [(0,), (0, 2), (100,), (RATE,), (RATE, 2)])
def test_silence_is_minus_infinity(shape: tuple[int, ...]) -> None:
    silence = np.zeros(shape, np.float32)
    assert integrated(silence, RATE) == -math.inf
    assert momentary_max(silence, RATE) == -math.inf
    assert true_peak(silence, RATE) == -math.inf


def test_a_very_short_sound_is_one_block_of_its_own_length() -> None:
    short, long = sine(1_000.0, 0.1, amplitude=0.1), sine(1_000.0, 2.0, amplitude=0.1)
    assert integrated(short, RATE) == pytest.approx(integrated(long, RATE), abs=0.2)


def test_momentary_finds_the_loudest_stretch() -> None:
    quiet, loud = sine(997.0, 3.0, amplitude=0.01), sine(997.0, 1.0, amplitude=0.1)
    sound = np.concatenate((quiet, loud, quiet))
    assert momentary_max(sound, RATE) == pytest.approx(-23.01, abs=0.05)


def test_momentary_takes_a_short_sound_with_the_silence_after_it() -> None:
    tenth = sine(997.0, 0.1, amplitude=0.1)
    assert momentary_max(tenth, RATE) == pytest.approx(-23.01 - 6.02, abs=0.1)


def test_a_peak_between_samples_is_found() -> None:
    """A sine at a quarter of the rate, 45° off, is sampled 3 dB below its peak."""
    time = np.arange(RATE // 10)
    sound = np.sin(np.pi / 2 * time + np.pi / 4).astype(np.float32)
    edges = np.minimum(1.0, np.minimum(time, time[::-1]) / 500).astype(np.float32)
    assert np.abs(sound).max() == pytest.approx(10 ** (-3.01 / 20), abs=0.001)
    assert true_peak(sound * edges, RATE) == pytest.approx(0.0, abs=0.05)


@settings(max_examples=30, deadline=None)
@given(
    hertz=st.floats(20.0, 20_000.0),
    phase=st.floats(0.0, 6.28),
    rate=st.sampled_from([44_100, 48_000, 96_000]),
)
def test_the_peak_of_any_tone_is_found(hertz: float, phase: float, rate: int) -> None:
    time = np.arange(rate // 5)
    edges = np.sin(np.pi * (time + 0.5) / len(time)) ** 0.5
    tone = 0.5 * np.sin(2 * np.pi * hertz * time / rate + phase) * edges
    assert true_peak(tone.astype(np.float32), rate) == pytest.approx(-6.02, abs=0.35)


def test_the_peak_of_the_louder_channel_counts() -> None:
    quiet, loud = sine(500.0, 0.2, amplitude=0.1), sine(500.0, 0.2, amplitude=0.5)
    assert true_peak(np.stack((quiet, loud), axis=1), RATE) == pytest.approx(-6.02, abs=0.05)


def test_a_lone_late_peak_is_found() -> None:
    sound = np.zeros(10 * RATE, np.float32)
    sound[-1] = 0.5
    assert true_peak(sound, RATE) == pytest.approx(-6.02, abs=0.05)
