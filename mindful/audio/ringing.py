"""The ringing of a body: a sum of decaying tones, from any block on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mindful.audio.bell_bodies import Body, Mode
from mindful.audio.clip import Samples

RATE = 48_000

_AUDIBLE_DB = 75.0
"""A mode ends where it has fallen this far below the strongest one at the strike."""

_PAIR = ((-1, 0.72, 0.60), (1, 0.28, 0.40))
"""The lower and the upper tone of a mode: side, share in the left ear, share in the right.

Unequal, so that the beating never falls silent, not even where both ears hear one speaker.
"""

_AT_ONCE = 0.3
"""Share of a swelling mode that sounds from the strike on."""

_BLOCK = 2_000
"""Frames of a block of the synthesis."""

_GOLDEN = 2.399963
"""Golden angle, in radians: phases that never line up, so that no peak sticks out."""

Complex = NDArray[np.complex128]


class Ringing:
    """All modes of a body after one stroke, before its level is set.

    A decaying tone is a power of one complex number: a block of it is its first block, turned
    and shrunk. So any blocks of all modes are one product of two small matrices.

    Attributes:
        frames: until the last mode is inaudible.
    """

    def __init__(self, body: Body, stroke: float) -> None:
        """`stroke` is how hard it is hit, 1 for firm."""
        self._amplitudes, self._rates = _tones(body, stroke)
        self.frames = _length(self._amplitudes, self._rates)
        self._within = _real_pairs(np.exp(self._rates[:, None] * np.arange(_BLOCK)), sign=1.0)

    def samples(self, start: int, frames: int) -> Samples:
        """Up to `frames` frames from `start` on, to the end at most; shape ``(frames, 2)``.

        Args:
            start: first frame, a multiple of 2,000.
            frames: how many.
        """
        assert start % _BLOCK == 0
        frames = min(frames, self.frames - start)
        blocks = start // _BLOCK + np.arange(-(-frames // _BLOCK))
        onward = np.exp(self._rates[:, None] * _BLOCK * blocks)
        sound = np.empty((len(blocks) * _BLOCK, 2), np.float32)
        for channel in range(2):
            starts = _real_pairs(self._amplitudes[:, channel, None] * onward, sign=-1.0)
            sound[:, channel] = (starts.T @ self._within).ravel()
        return sound[:frames]


def _tones(body: Body, stroke: float) -> tuple[Complex, Complex]:
    """Complex amplitude in each channel, shape ``(tones, 2)``, and log of a frame's factor.

    Every mode is a pair, since no bowl is perfectly round: two tones a little apart, which beat.
    Each ear hears the two in another proportion, so the beating moves softly across.
    """
    amplitudes: list[tuple[complex, complex]] = []
    rates: list[complex] = []
    for number, mode in enumerate(body.modes):
        level = mode.level * stroke ** (body.darkening * np.log2(1.0 + mode.ratio))
        phase = np.exp(1j * (_GOLDEN * number - np.pi / 2))
        turn = np.exp(1j * body.width * (number + 1) / len(body.modes))
        for side, in_left, in_right in _PAIR:
            hertz = body.hertz * mode.ratio + side * mode.beat / 2
            left, right = level * in_left * phase, level * in_right * phase * turn**side
            for part, seconds in _envelope(mode):
                amplitudes.append((part * left, part * right))
                rates.append((2j * np.pi * hertz - np.log(1000.0) / seconds) / RATE)
    return np.array(amplitudes), np.array(rates)


def _envelope(mode: Mode) -> tuple[tuple[float, float], ...]:
    """Shares and T60s of the decays a mode is made of: one, or two of which one is taken away.

    The difference of two decays swells first: a large gong passes its energy on to its higher
    modes only gradually.
    """
    if mode.swell == 0.0:
        return ((1.0, mode.seconds),)
    return ((1.0, mode.seconds), (_AT_ONCE - 1.0, 1.0 / (1.0 / mode.swell + 1.0 / mode.seconds)))


def _length(amplitudes: Complex, rates: Complex) -> int:
    """Frames until the last mode is inaudible."""
    levels = 20.0 * np.log10(np.abs(amplitudes).max(axis=1))
    fall = -rates.real * 20.0 / np.log(10.0)
    return int(((levels - levels.max() + _AUDIBLE_DB) / fall).max())


def _real_pairs(values: Complex, *, sign: float) -> Samples:
    """Real and imaginary parts as rows: the real part of a product becomes a sum of products.

    What has faded to nothing is set to nothing: numbers that small would slow the product down.
    """
    pairs = np.concatenate((values.real, sign * values.imag)).astype(np.float32)
    pairs[np.abs(pairs) < 1e-9] = 0.0
    return pairs
