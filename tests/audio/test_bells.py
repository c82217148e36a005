"""Bells: at their level, from the first frame, to silence, and each unlike the others."""

import functools
import itertools
import tracemalloc

import numpy as np
import pyloudnorm
import pytest

from mindful.audio.bell_bodies import BODIES
from mindful.audio.bells import (
    BELLS,
    CEILING_DBTP,
    FIRM_LUFS,
    RATE,
    SOFT_LUFS,
    _Strike,
    check_bell,
    struck,
)
from mindful.audio.clip import Samples, floats, stored
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import momentary_max, true_peak

STRIKES = list(itertools.product(BELLS, (False, True)))
EVERY_STRIKE = pytest.mark.parametrize(("bell", "soft"), STRIKES)


class Struck:
    """Every strike as floats, made once for all tests."""

    def __init__(self) -> None:
        self.get = functools.cache(self._get)

    @staticmethod
    def _get(bell: str, *, soft: bool = False) -> Samples:
        return floats(struck(bell, soft=soft))


@pytest.fixture(scope="module")
def rack() -> Struck:
    return Struck()


def spectrum(sound: Samples, seconds: float = 1.0) -> Samples:
    """Power of the mono sum in bands of a third of an octave from 30 Hz, as shares of 1."""
    frames = round(seconds * RATE)
    power = np.abs(np.fft.rfft(sound[:frames].sum(axis=1), frames)) ** 2
    hertz = np.fft.rfftfreq(frames, 1 / RATE)
    edges = 30.0 * 2.0 ** (np.arange(28) / 3)
    bands = np.histogram(hertz, edges, weights=power)[0]
    return np.asarray(bands / bands.sum(), np.float32)


def brightness(sound: Samples) -> float:
    """Centre of the spectrum, in bands."""
    shares = spectrum(sound)
    return float(shares @ np.arange(len(shares)))


@EVERY_STRIKE
def test_every_strike_has_its_loudness_under_the_ceiling(
    rack: Struck, bell: str, soft: bool
) -> None:
    sound = rack.get(bell, soft=soft)
    wanted = SOFT_LUFS if soft else FIRM_LUFS
    assert momentary_max(sound[: 5 * RATE], RATE) == pytest.approx(wanted, abs=0.5)
    assert true_peak(sound, RATE) <= CEILING_DBTP + 0.01


@EVERY_STRIKE
def test_every_strike_is_finite_stereo(rack: Struck, bell: str, soft: bool) -> None:
    sound = rack.get(bell, soft=soft)
    assert sound.dtype == np.float32
    assert sound.ndim == 2
    assert sound.shape[1] == 2
    assert np.isfinite(sound).all()


@EVERY_STRIKE
def test_the_onset_is_at_the_first_frame_without_a_click(
    rack: Struck, bell: str, soft: bool
) -> None:
    level = np.abs(rack.get(bell, soft=soft)[: 5 * RATE]).max(axis=1)
    assert level[: RATE // 100].max() >= 0.1 * level.max()
    assert level[0] < 0.001 * level.max()


@EVERY_STRIKE
def test_the_tail_decays_to_silence_without_a_break(rack: Struck, bell: str, soft: bool) -> None:
    sound = rack.get(bell, soft=soft)
    parts = np.array_split(np.square(sound).sum(axis=1), 8)
    power = np.array([part.mean() for part in parts])
    assert (np.diff(power) < 0).all()
    assert 10 * np.log10(power[-1] / power[0]) < -45
    assert np.abs(sound[-10:]).max() < 1e-6


@pytest.mark.parametrize("bell", BELLS)
def test_a_soft_strike_is_darker(rack: Struck, bell: str) -> None:
    assert brightness(rack.get(bell, soft=True)) < brightness(rack.get(bell))


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(BELLS, 2)])
def test_any_two_bells_differ_clearly(rack: Struck, one: str, other: str) -> None:
    """No two share half of their spectrum."""
    shared = np.minimum(spectrum(rack.get(one)), spectrum(rack.get(other))).sum()
    assert shared < 0.5


def test_bowls_are_ordered_by_pitch(rack: Struck) -> None:
    low, mid, high, small = (
        brightness(rack.get(bell)) for bell in ("low-bowl", "mid-bowl", "high-bowl", "small-bell")
    )
    assert low < mid < high < small


def test_the_wood_block_is_short_and_dry(rack: Struck) -> None:
    assert len(rack.get("wood-block")) < 0.5 * RATE
    assert all(len(rack.get(bell)) > 6 * RATE for bell in BELLS if bell != "wood-block")


def test_the_gong_is_low_and_broad(rack: Struck) -> None:
    gong = rack.get("gong")
    assert all(brightness(gong) < brightness(rack.get(bell)) for bell in BELLS if bell != "gong")

    def bands(bell: str) -> int:
        return int((spectrum(rack.get(bell)) > 0.001).sum())

    assert all(bands("gong") > bands(bell) for bell in ("low-bowl", "mid-bowl", "high-bowl"))


def test_a_bowl_beats_slowly(rack: Struck) -> None:
    """Its lowest tone is a pair: the level comes and goes while it fades."""
    sound = rack.get("mid-bowl").sum(axis=1)[: 12 * RATE]
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    near = (hertz > 190) & (hertz < 202)
    tone = np.fft.irfft(np.where(near, np.fft.rfft(sound), 0))
    level = np.sqrt(np.square(tone[RATE : 8 * RATE]).reshape(-1, RATE // 10).mean(axis=1))
    assert (np.diff(level) > 0).any()
    assert level.min() > 0.05 * level.max(), "it never falls silent"


@EVERY_STRIKE
def test_a_strike_is_the_same_every_time(rack: Struck, bell: str, soft: bool) -> None:
    np.testing.assert_array_equal(floats(struck(bell, soft=soft)), rack.get(bell, soft=soft))


def test_a_strike_is_kept_in_16_bits_and_made_without_being_whole_in_floats() -> None:
    tracemalloc.start()
    try:
        kept = struck("low-bowl")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept.dtype == np.int16
    assert peak < 2 * kept.nbytes, "as much as the floats alone"


def test_what_rounding_takes_from_a_tail_is_far_below_hearing() -> None:
    """At no moment is more missing than 90 dB below full scale, without any dither."""
    strike = _Strike(BODIES["low-bowl"], 1.0)
    exact = np.concatenate(
        [strike.samples(start, 2 * RATE) for start in range(0, strike.frames, 2 * RATE)]
    )
    exact *= np.float32(0.25)  # about the level it is kept at
    missing = floats(stored(exact)) - exact
    blocks = missing[: len(missing) // RATE * RATE].reshape(-1, RATE, 2)
    assert 20 * np.log10(np.sqrt(np.square(blocks).mean(axis=(1, 2))).max()) < -90


@EVERY_STRIKE
def test_another_meter_finds_the_same_loudness(rack: Struck, bell: str, soft: bool) -> None:
    sound = rack.get(bell, soft=soft)[: 3 * RATE].astype(np.float64)
    sound = np.concatenate((sound, np.zeros((2 * RATE, 2))))
    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    loudest = max(
        meter.integrated_loudness(sound[start : start + 2 * RATE // 5])
        for start in range(0, RATE, RATE // 10)
    )
    assert loudest == pytest.approx(SOFT_LUFS if soft else FIRM_LUFS, abs=0.5)


@pytest.mark.parametrize("bell", BELLS)
def test_a_soft_strike_begins_more_gently(rack: Struck, bell: str) -> None:
    def rise(sound: Samples) -> float:
        """Steepest step of the first 5 ms against the peak of the first 50 ms."""
        begins = sound[: RATE // 200]
        return float(np.abs(np.diff(begins, axis=0)).max() / np.abs(sound[: RATE // 20]).max())

    assert rise(rack.get(bell, soft=True)) < 0.8 * rise(rack.get(bell))


@pytest.mark.parametrize("bell", BELLS)
def test_known_bells_pass(bell: str) -> None:
    assert check_bell(bell) == bell


def test_every_body_has_a_name_to_ask_for() -> None:
    assert tuple(BODIES) == BELLS


def test_an_unknown_bell_is_told_with_the_nearest() -> None:
    with pytest.raises(SoundTrouble) as caught:
        struck("low-bowel")
    assert caught.value.code == "unknown-bell"
    assert caught.value.facts == {"asked": "low-bowel", "nearest": "low-bowl"}
