"""Bells: at their level, from the first frame, to silence, and each unlike the others."""

import itertools
import threading

import numpy as np
import pytest

from mindful.audio.bell_bodies import BODIES
from mindful.audio.bells import (
    BELLS,
    CEILING_DBTP,
    FIRM_LUFS,
    RATE,
    SOFT_LUFS,
    BellRack,
    check_bell,
    struck,
)
from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import momentary_max, true_peak

STRIKES = list(itertools.product(BELLS, (False, True)))
EVERY_STRIKE = pytest.mark.parametrize(("bell", "soft"), STRIKES)


@pytest.fixture(scope="module")
def rack() -> BellRack:
    return BellRack()


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
    rack: BellRack, bell: str, soft: bool
) -> None:
    sound = rack.get(bell, soft=soft)
    wanted = SOFT_LUFS if soft else FIRM_LUFS
    assert momentary_max(sound[: 5 * RATE], RATE) == pytest.approx(wanted, abs=0.5)
    assert true_peak(sound, RATE) <= CEILING_DBTP + 0.01


@EVERY_STRIKE
def test_every_strike_is_finite_stereo(rack: BellRack, bell: str, soft: bool) -> None:
    sound = rack.get(bell, soft=soft)
    assert sound.dtype == np.float32
    assert sound.ndim == 2
    assert sound.shape[1] == 2
    assert np.isfinite(sound).all()


@EVERY_STRIKE
def test_the_onset_is_at_the_first_frame_without_a_click(
    rack: BellRack, bell: str, soft: bool
) -> None:
    level = np.abs(rack.get(bell, soft=soft)[: 5 * RATE]).max(axis=1)
    assert level[: RATE // 100].max() >= 0.1 * level.max()
    assert level[0] < 0.001 * level.max()


@EVERY_STRIKE
def test_the_tail_decays_to_silence_without_a_break(rack: BellRack, bell: str, soft: bool) -> None:
    sound = rack.get(bell, soft=soft)
    parts = np.array_split(np.square(sound).sum(axis=1), 8)
    power = np.array([part.mean() for part in parts])
    assert (np.diff(power) < 0).all()
    assert 10 * np.log10(power[-1] / power[0]) < -45
    assert np.abs(sound[-10:]).max() < 1e-6


@pytest.mark.parametrize("bell", BELLS)
def test_a_soft_strike_is_darker(rack: BellRack, bell: str) -> None:
    assert brightness(rack.get(bell, soft=True)) < brightness(rack.get(bell))


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(BELLS, 2)])
def test_any_two_bells_differ_clearly(rack: BellRack, one: str, other: str) -> None:
    """No two share half of their spectrum."""
    shared = np.minimum(spectrum(rack.get(one)), spectrum(rack.get(other))).sum()
    assert shared < 0.5


def test_bowls_are_ordered_by_pitch(rack: BellRack) -> None:
    low, mid, high, small = (
        brightness(rack.get(bell)) for bell in ("low-bowl", "mid-bowl", "high-bowl", "small-bell")
    )
    assert low < mid < high < small


def test_the_wood_block_is_short_and_dry(rack: BellRack) -> None:
    assert len(rack.get("wood-block")) < 0.5 * RATE
    assert all(len(rack.get(bell)) > 6 * RATE for bell in BELLS if bell != "wood-block")


def test_the_gong_is_low_and_broad(rack: BellRack) -> None:
    gong = rack.get("gong")
    assert all(brightness(gong) < brightness(rack.get(bell)) for bell in BELLS if bell != "gong")

    def bands(bell: str) -> int:
        return int((spectrum(rack.get(bell)) > 0.001).sum())

    assert all(bands("gong") > bands(bell) for bell in ("low-bowl", "mid-bowl", "high-bowl"))


def test_a_bowl_beats_slowly(rack: BellRack) -> None:
    """Its lowest tone is a pair: the level comes and goes while it fades."""
    sound = rack.get("mid-bowl").sum(axis=1)[: 12 * RATE]
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    near = (hertz > 190) & (hertz < 202)
    tone = np.fft.irfft(np.where(near, np.fft.rfft(sound), 0))
    level = np.sqrt(np.square(tone[RATE : 8 * RATE]).reshape(-1, RATE // 10).mean(axis=1))
    assert (np.diff(level) > 0).any()
    assert level.min() > 0.05 * level.max(), "it never falls silent"


@EVERY_STRIKE
def test_a_strike_is_the_same_every_time(rack: BellRack, bell: str, soft: bool) -> None:
    np.testing.assert_array_equal(struck(bell, soft=soft), rack.get(bell, soft=soft))


def test_a_rack_makes_each_strike_once_for_all_threads() -> None:
    rack = BellRack()
    start = threading.Barrier(4)
    got: list[Samples] = []

    def take() -> None:
        start.wait(timeout=10)
        got.append(rack.get("wood-block"))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert len(got) == 4
    assert all(sound is got[0] for sound in got)
    assert rack.get("wood-block", soft=True) is not got[0]


def test_nobody_can_spoil_a_shared_strike() -> None:
    sound = BellRack().get("wood-block")
    with pytest.raises(ValueError, match="read-only"):
        sound *= 2


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
