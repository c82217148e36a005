"""Crickets, far off on a warm night."""

from __future__ import annotations

import math

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.loudness import k_weighting, lufs
from mindful.audio.overlap import HOP, draws

RATE = 48_000

_PULSE_SECONDS, _PULSE_GAP = 0.016, 0.030
"""Length of a pulse, and from one to the next: one closing of the wings each."""

_LATE_SECONDS = 0.04
"""A chirp comes late by up to this, since no insect is a clock."""

_BOUT_SECONDS = 23.0
"""A cricket sings for about so long, then may rest as long."""


class Cricket:
    """One cricket, somewhere between the ears; an `overlap.Layer`.

    It sings in chirps of a few pulses at one pitch, now nearer, now fainter, and rests at times.
    """

    span = 3

    def __init__(self, *, loudness: float, seed: int, stream: int) -> None:
        """A cricket `loudness` LUFS loud while it sings at its strongest."""
        self._seed, self._stream = seed, stream
        drawn = draws(seed, stream, -1 << 32)
        self._apart = drawn.uniform(0.55, 0.95)
        angle = drawn.uniform(0.15, np.pi / 2 - 0.15)
        chirp = _chirp(drawn.uniform(3_700.0, 4_600.0), int(drawn.integers(3, 5)))
        gain = 10.0 ** ((loudness - lufs(_weighted_power(chirp, self._apart))) / 20.0)
        sides = gain * np.array([[np.cos(angle)], [np.sin(angle)]])
        self._sound = (sides * chirp).astype(np.float32)

    def frame(self, number: int) -> Samples:
        """The chirp that is due in hop `number`, if there is one; shape ``(2, 3 * HOP)``."""
        frame = np.zeros((2, self.span * HOP), np.float32)
        start, end = number * HOP / RATE, (number + 1) * HOP / RATE
        chirp = math.ceil(start / self._apart)
        if chirp * self._apart >= end:
            return frame
        drawn = draws(self._seed, self._stream, chirp)
        late = drawn.uniform(0.0, _LATE_SECONDS)
        strength = drawn.uniform(0.7, 1.0) * self._zeal(chirp * self._apart)
        if strength > 0.0:
            at = round((chirp * self._apart + late - start) * RATE)
            frame[:, at : at + self._sound.shape[1]] = self._sound * np.float32(strength)
        return frame

    def _zeal(self, seconds: float) -> float:
        """How strongly it sings at a moment, 0 to 1; 0 while it rests."""
        place = seconds / _BOUT_SECONDS
        bout = math.floor(place)
        now, then = self._aim(bout), self._aim(bout + 1)
        share = 0.5 - 0.5 * math.cos(math.pi * (place - bout))
        return float(max(0.0, now * (1.0 - share) + then * share))

    def _aim(self, bout: int) -> float:
        """Zeal at the start of bout `bout`, under 0 for a rest."""
        return float(draws(self._seed, ~self._stream, bout).uniform(-0.7, 1.0))


def _chirp(hertz: float, pulses: int) -> Samples:
    """`pulses` pulses at one pitch, each rounded, the first fainter."""
    time = np.arange(int(_PULSE_SECONDS * RATE)) / RATE
    pulse = np.sin(2 * np.pi * hertz * time) * np.sin(np.pi * time / _PULSE_SECONDS) ** 2
    chirp = np.zeros(int((pulses * _PULSE_GAP) * RATE), np.float32)
    for number in range(pulses):
        start = int(number * _PULSE_GAP * RATE)
        chirp[start : start + len(pulse)] = pulse * (0.55 if number == 0 else 1.0)
    return chirp


def _weighted_power(chirp: Samples, apart: float) -> float:
    """K-weighted mean square of a chirp every `apart` seconds."""
    hertz = np.fft.rfftfreq(len(chirp), 1.0 / RATE)
    spectrum = np.fft.rfft(chirp) * k_weighting(hertz, RATE)
    return float(2.0 * np.square(np.abs(spectrum)).sum() / len(chirp) / (apart * RATE))
