"""Ambiences: the same samples from anywhere, at their level, without a seam and without a loop."""

import subprocess
import sys

import numpy as np
import pyloudnorm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio.ambience import AMBIENCES, LOUDNESS, Ambience, check_ambience
from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import integrated, momentary_max, true_peak
from mindful.audio.overlap import HOP

RATE = 48_000
EVERY_AMBIENCE = pytest.mark.parametrize("name", AMBIENCES)


@pytest.fixture(scope="module", params=AMBIENCES)
def stretch(request: pytest.FixtureRequest) -> Samples:
    return Ambience(request.param, seed=7).render(0, 40 * RATE)


def tilt(sound: Samples) -> float:
    """Share of the power that lies above 1 kHz."""
    power = np.abs(np.fft.rfft(sound[: 8 * RATE].sum(axis=1))) ** 2
    return float(power[8_000:].sum() / power.sum())


def test_a_stretch_has_the_loudness_of_ambience(stretch: Samples) -> None:
    assert integrated(stretch, RATE) == pytest.approx(LOUDNESS, abs=1.5)
    assert momentary_max(stretch[: 20 * RATE], RATE) < LOUDNESS + 5
    assert true_peak(stretch[: 20 * RATE], RATE) < -15


def test_another_meter_finds_the_loudness_of_ambience(stretch: Samples) -> None:
    meter = pyloudnorm.Meter(RATE, filter_class="DeMan")
    assert -40.0 < meter.integrated_loudness(stretch.astype(np.float64)) < -36.0


def test_a_stretch_has_no_gap_click_or_offset(stretch: Samples) -> None:
    assert stretch.dtype == np.float32
    assert np.isfinite(stretch).all()
    level = np.sqrt(np.square(stretch).reshape(-1, RATE // 10, 2).mean(axis=(1, 2)))
    assert level.min() > 0.05 * level.mean()
    assert np.abs(stretch.mean(axis=0)).max() < 1e-4


def test_hops_join_without_a_seam(stretch: Samples) -> None:
    """Steps from frame to frame are as small where two hops meet as anywhere else."""
    steps = np.abs(np.diff(stretch, axis=0)).max(axis=1)
    seams = steps[HOP - 1 :: HOP]
    assert np.sqrt(np.square(seams).mean()) < 1.3 * np.sqrt(np.square(steps).mean())


def test_the_two_ears_hear_different_sound(stretch: Samples) -> None:
    assert abs(np.corrcoef(stretch[:, 0], stretch[:, 1])[0, 1]) < 0.6


def test_nothing_comes_back(stretch: Samples) -> None:
    """No stretch of the first 20 s resembles any other one, wherever it lies."""
    mono = stretch[: 20 * RATE].sum(axis=1)
    power = np.abs(np.fft.rfft(mono, 1 << 21)) ** 2
    likeness = np.fft.irfft(power)[: len(mono)]
    assert np.abs(likeness[RATE:]).max() < 0.2 * likeness[0]


@EVERY_AMBIENCE
@settings(max_examples=6, deadline=None)
@given(
    start=st.one_of(st.integers(-3 * RATE, 3 * RATE), st.integers(0, 12 * 3_600 * RATE)),
    blocks=st.lists(st.integers(1, 9_000), min_size=1, max_size=6),
)
def test_samples_do_not_depend_on_the_block_or_the_start(
    name: str, start: int, blocks: list[int]
) -> None:
    whole = Ambience(name, seed=3).render(start, sum(blocks))
    playing = Ambience(name, seed=3)
    parts, at = [], start
    for frames in blocks:
        parts.append(playing.render(at, frames))
        at += frames
    np.testing.assert_array_equal(np.concatenate(parts), whole)


@EVERY_AMBIENCE
def test_going_back_gives_the_same_samples(name: str) -> None:
    ambience = Ambience(name, seed=5)
    first = ambience.render(10_000, 5_000)
    ambience.render(90 * RATE, 5_000)
    np.testing.assert_array_equal(ambience.render(10_000, 5_000), first)


@EVERY_AMBIENCE
def test_tiny_blocks_and_none_at_all(name: str) -> None:
    ambience = Ambience(name, seed=5)
    parts = [ambience.render(HOP - 100 + 64 * n, 64) for n in range(4)]
    np.testing.assert_array_equal(np.concatenate(parts), ambience.render(HOP - 100, 256))
    assert ambience.render(0, 0).shape == (0, 2)


@EVERY_AMBIENCE
def test_another_seed_is_another_day(name: str) -> None:
    one, other = (Ambience(name, seed).render(0, 2 * RATE) for seed in (1, 2))
    assert abs(np.corrcoef(one[:, 0], other[:, 0])[0, 1]) < 0.5


@pytest.mark.parametrize("seed", [0, -1, 2**63, 2**80])
def test_any_whole_number_is_a_seed(seed: int) -> None:
    assert Ambience("rain", seed).render(0, 100).any()


def test_colours_differ() -> None:
    high = {name: tilt(Ambience(name, seed=1).render(0, 8 * RATE)) for name in AMBIENCES}
    assert high["brown"] < 0.05
    assert high["brown"] < high["room"] < high["stream"] < high["rain"]


def test_waves_come_and_go() -> None:
    """The sea swells by more than 6 dB; brown noise by less than 2."""

    def swell(name: str) -> float:
        sound = Ambience(name, seed=4).render(0, 20 * RATE)
        levels = [integrated(second, RATE) for second in np.split(sound, 20)]
        return max(levels) - min(levels)

    assert swell("ocean") > 6
    assert swell("brown") < 2


def test_rain_and_stream_have_single_drops() -> None:
    """Their peaks stand out of the rush further than those of even noise do."""

    def stands_out(name: str) -> float:
        sound = Ambience(name, seed=4).render(0, 10 * RATE)
        return float((sound**4).mean() / np.square(sound).mean() ** 2)

    even = stands_out("room")
    assert stands_out("rain") > 1.04 * even
    assert stands_out("stream") > 1.2 * even


def test_crickets_sing_at_night() -> None:
    sound = Ambience("night", seed=1).render(0, 30 * RATE).sum(axis=1)
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)

    def loudest(low: float, high: float) -> float:
        return float(power[(hertz > low) & (hertz < high)].max())

    assert loudest(3_500, 5_000) > 100 * loudest(7_000, 9_000)


@EVERY_AMBIENCE
def test_known_ambiences_pass(name: str) -> None:
    assert check_ambience(name) == name


def test_choosing_a_sound_loads_no_numpy() -> None:
    asked = "import sys, mindful.audio.choices; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_an_unknown_ambience_is_told_with_the_nearest() -> None:
    with pytest.raises(SoundTrouble) as caught:
        Ambience("rains", seed=1)
    assert caught.value.code == "unknown-ambience"
    assert caught.value.facts == {"asked": "rains", "nearest": "rain"}
