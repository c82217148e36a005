"""The ceiling: kept between samples too, untouched below, the same in any block."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio.ceiling import CEILING, KNEE, under_ceiling
from mindful.audio.clip import Samples
from mindful.audio.loudness import true_peak

RATE = 48_000
FRAMES = RATE // 2


def rendering(sound: Samples) -> Callable[[int, int], Samples]:
    """`sound` from frame 0 on, silence around it."""

    def render(start: int, frames: int) -> Samples:
        out = np.zeros((frames, 2), np.float32)
        first, last = max(0, start), min(len(sound), start + frames)
        if first < last:
            out[first - start : last - start] = sound[first:last]
        return out

    return render


def burst(kind: str) -> Samples:
    """Something short and harsh, 5 dB over full scale."""
    time = np.arange(FRAMES) / RATE
    sounds = {
        "noise": np.random.default_rng(0).standard_normal(FRAMES),
        "square": np.sign(np.sin(2 * np.pi * 1_000.3 * time)),
        "between samples": np.sin(2 * np.pi * 12_000 * time + np.pi / 4),
        "high": np.sin(2 * np.pi * 9_970 * time),
        "low": np.sin(2 * np.pi * 110 * time),
    }
    sound = sounds[kind] * np.exp(-time / 0.05)
    sound *= 10 ** (5 / 20) / np.abs(sound).max()
    return np.stack((sound, 0.7 * sound), axis=1).astype(np.float32)


@pytest.mark.parametrize("kind", ["noise", "square", "between samples", "high", "low"])
def test_no_peak_passes_the_ceiling_even_between_samples(kind: str) -> None:
    sound = under_ceiling(rendering(burst(kind)), -RATE // 10, FRAMES + RATE // 5)
    assert true_peak(sound, RATE) <= 20 * np.log10(CEILING) + 0.02
    assert true_peak(sound, RATE) > -3, "and no more is taken than must be"


def test_what_is_soft_enough_is_not_touched() -> None:
    time = np.arange(FRAMES) / RATE
    fade = np.minimum(1.0, np.minimum(time, time[::-1]) * 50)
    tone = (0.99 * KNEE * np.sin(2 * np.pi * 300 * time) * fade).astype(np.float32)
    sound = np.stack((tone, tone), axis=1)
    np.testing.assert_array_equal(under_ceiling(rendering(sound), 0, FRAMES), sound)


def test_the_level_moves_only_around_a_peak_and_without_a_step() -> None:
    steady = np.full((FRAMES, 2), 0.01, np.float32)
    steady[FRAMES // 2] = 2.0
    sound = under_ceiling(rendering(steady), 0, FRAMES)
    gain = np.delete(sound[:, 0], FRAMES // 2) / np.float32(0.01)
    moved = np.flatnonzero(gain < 1)
    assert np.ptp(moved) < 0.025 * RATE
    assert np.abs(np.diff(gain)).max() < 0.01


def test_a_low_tone_is_turned_down_rather_than_bent() -> None:
    """Where a curve would add harmonics, the level goes down: they stay 40 dB below the tone."""
    tone = 1.4 * np.sin(2 * np.pi * 110 * np.arange(RATE) / RATE)
    sound = under_ceiling(rendering(np.stack((tone, tone), axis=1).astype(np.float32)), 0, RATE)
    power = np.abs(np.fft.rfft(sound[RATE // 4 : 3 * RATE // 4, 0] * np.hanning(RATE // 2)))
    assert power[165] < 0.01 * power[55], "the third harmonic"


@settings(max_examples=30, deadline=None)
@given(
    start=st.integers(-3_000, FRAMES),
    blocks=st.lists(st.integers(0, 3_000), min_size=1, max_size=5),
)
def test_the_samples_do_not_depend_on_block_or_start(start: int, blocks: list[int]) -> None:
    render = rendering(burst("noise"))
    whole = under_ceiling(render, start, sum(blocks))
    parts, at = [], start
    for frames in blocks:
        parts.append(under_ceiling(render, at, frames))
        at += frames
    np.testing.assert_array_equal(np.concatenate(parts), whole)
