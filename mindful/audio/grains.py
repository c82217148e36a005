"""Small sounds at random moments: drops of rain, bubbles of a stream."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.loudness import k_weighting, lufs
from mindful.audio.overlap import HOP, draws

RATE = 48_000

Grain = Callable[[np.random.Generator], Samples]
"""Makes one small sound, mono."""

_BANK = 64
"""Different grains; each sounds at its own strength and place, so none is heard to return."""

_FAINTEST = 0.15
"""Strengths are squares of numbers between this and 1: many small ones, a few strong."""

_BANK_NUMBER = -1
_MEAN_SQUARE = (1.0 - _FAINTEST**5) / (5.0 * (1.0 - _FAINTEST))
"""Of the strengths: the mean of the fourth power of a number between `_FAINTEST` and 1."""


class Grains:
    """Grains at random moments, strengths and places between the ears; an `overlap.Layer`."""

    def __init__(
        self, grain: Grain, *, a_second: float, loudness: float, seed: int, stream: int
    ) -> None:
        """`a_second` grains on average, `loudness` LUFS loud together."""
        self._seed, self._stream = seed, stream
        self._a_hop = a_second * HOP / RATE
        drawn = draws(seed, stream, _BANK_NUMBER << 32)
        bank = [grain(drawn) for _ in range(_BANK)]
        # Power adds up, since moments are random: grains a frame times energy of a grain.
        power = a_second / RATE * _MEAN_SQUARE * _weighted_energy(bank)
        gain = np.float32(10.0 ** ((loudness - lufs(power)) / 20.0))
        self._bank = [sound * gain for sound in bank]
        self._span = 1 + -(-max(map(len, bank)) // HOP)

    @property
    def span(self) -> int:
        """Length of a frame, in hops: the longest grain may begin at the end of the first."""
        return self._span

    def frame(self, number: int) -> Samples:
        """The grains that begin in hop `number`, with all of their tails."""
        drawn = draws(self._seed, self._stream, number)
        count = drawn.poisson(self._a_hop)
        starts = drawn.integers(0, HOP, count).tolist()
        which = drawn.integers(0, _BANK, count).tolist()
        strengths = drawn.uniform(_FAINTEST, 1.0, count) ** 2
        angles = drawn.uniform(0.0, np.pi / 2, count)
        sides = np.stack((np.cos(angles), np.sin(angles)))
        gains = (sides * strengths).astype(np.float32).T[:, :, None]
        frame = np.zeros((2, self._span * HOP), np.float32)
        for start, grain, gain in zip(starts, which, gains, strict=True):
            sound = self._bank[grain]
            frame[:, start : start + len(sound)] += gain * sound
        return frame


def drop(drawn: np.random.Generator) -> Samples:
    """A drop of rain on a leaf or a stone: a short tick between 1.2 and 6 kHz."""
    time = np.arange(int(0.025 * RATE)) / RATE
    hertz = 1_200.0 * 5.0 ** drawn.uniform(0.0, 1.0)
    decay = np.exp(-time * drawn.uniform(180.0, 450.0))
    return _soft_ended(np.sin(2 * np.pi * hertz * time) * decay * np.minimum(1.0, time * 2_000))


def bubble(drawn: np.random.Generator) -> Samples:
    """A bubble in running water: a tone that rises as it nears the surface.

    M. Minnaert, "On musical air-bubbles and the sounds of running water", 1933: the pitch goes
    with one over the radius. Here 350 Hz to 1.8 kHz, for 9 mm to 2 mm.
    """
    lasting = drawn.uniform(0.03, 0.11)
    time = np.arange(int(2.2 * lasting * RATE)) / RATE
    hertz = 350.0 * (1_800.0 / 350.0) ** drawn.uniform(0.0, 1.0)
    phase = 2 * np.pi * hertz * (time + 0.3 * time**2 / lasting)
    decay = np.exp(-3.0 * time / lasting)
    return _soft_ended(np.sin(phase) * decay * np.minimum(1.0, time * 400) * hertz**-0.4)


def _soft_ended(sound: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Samples:
    """`sound` as float32, its last fifth brought to silence."""
    end = len(sound) // 5
    sound[-end:] *= np.linspace(1.0, 0.0, end)
    return sound.astype(np.float32)


def _weighted_energy(bank: list[Samples]) -> float:
    """Sum of squares of a K-weighted sound of the bank, on average."""
    size = 1 << (2 * max(map(len, bank)) - 1).bit_length()
    weights = np.square(np.abs(k_weighting(np.fft.rfftfreq(size, 1.0 / RATE), RATE)))
    power = np.mean([np.square(np.abs(np.fft.rfft(grain, size))) for grain in bank], axis=0)
    return float(2.0 * (power @ weights) / size)
