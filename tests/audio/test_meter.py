"""The meter that hears piece by piece, against those that see the whole."""

import math

import numpy as np
import pyloudnorm
import pytest

from mindful.audio.clip import Samples
from mindful.audio.loudness import integrated, true_peak
from mindful.audio.meter import Meter
from tests.audio.files import RATE, rushing

TENTH = RATE // 10


def heard(sound: Samples, tenths: int) -> Meter:
    meter = Meter(RATE)
    for start in range(0, len(sound), tenths * TENTH):
        meter.hear(sound[start : start + tenths * TENTH])
    return meter


@pytest.fixture(scope="module")
def sound() -> Samples:
    """Noise that swells and rests, with one high peak."""
    noise = rushing(7.33)
    swell = np.maximum(1e-4, np.sin(np.arange(len(noise)) / RATE * 2.3)) ** 2
    noise *= swell[:, None].astype(np.float32)
    noise[4 * TENTH - 1 : 4 * TENTH + 1] = 0.9  # lies where two pieces meet
    return noise


@pytest.mark.parametrize("tenths", [4, 7, 100])
def test_agrees_with_the_whole(sound: Samples, tenths: int) -> None:
    meter = heard(sound, tenths)
    whole = sound[: len(sound) // TENTH * TENTH]
    assert meter.integrated(gain=0.0) == pytest.approx(integrated(whole, RATE), abs=0.001)
    assert meter.peak == pytest.approx(true_peak(sound, RATE), abs=0.02)


def test_agrees_with_pyloudnorm(sound: Samples) -> None:
    whole = sound[: len(sound) // TENTH * TENTH].astype(np.float64)
    theirs = pyloudnorm.Meter(RATE, filter_class="DeMan").integrated_loudness(whole)
    assert heard(sound, 20).integrated(gain=0.0) == pytest.approx(theirs, abs=0.01)


def test_a_gain_counts_before_the_gate() -> None:
    faint = rushing(3.0) * np.float32(1e-4)
    meter = heard(faint, 10)
    assert meter.integrated(gain=0.0) == -math.inf
    assert meter.integrated(gain=80.0) == pytest.approx(integrated(faint * 1e4, RATE), abs=0.01)


def test_the_gain_stops_at_the_ceiling() -> None:
    sound = rushing(3.0)
    meter = heard(sound, 10)
    assert meter.gain_to(-38.0, -4.0) == pytest.approx(-38.0 - integrated(sound, RATE), abs=0.01)
    assert meter.gain_to(0.0, -4.0) == pytest.approx(-4.0 - true_peak(sound, RATE), abs=0.01)


def test_silence_has_no_gain() -> None:
    assert heard(np.zeros((RATE, 2), np.float32), 10).gain_to(-38.0, -4.0) is None
    assert Meter(RATE).gain_to(-38.0, -4.0) is None
