"""Loudness and peak of a sound too long to lie in memory: it is heard piece by piece."""

from __future__ import annotations

import math

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.loudness import (
    CELLS_A_BLOCK,
    CELLS_A_SECOND,
    SILENT,
    gated,
    true_peak,
    weighted_power,
)


class Meter:
    """Measures what it hears, as `loudness.integrated` and `loudness.true_peak` would the whole.

    Args:
        rate: frames a second; a multiple of 60.

    Attributes:
        peak: highest level so far in dBTP; -inf for silence.
    """

    def __init__(self, rate: int) -> None:
        self.peak = SILENT
        self._rate = rate
        self._before: Samples = np.zeros((rate // 6, 2), np.float32)
        self._cells: list[float] = []

    def hear(self, piece: Samples) -> None:
        """Take in what comes next.

        Args:
            piece: shape ``(frames, 2)``; a whole number of tenths of a second, except for the
                last one.
        """
        # The filter and the peaks between samples need what came before.
        joined = np.concatenate((self._before, piece))
        self.peak = max(self.peak, true_peak(joined, self._rate))
        power = weighted_power(joined, self._rate)[len(self._before) :]
        cell = self._rate // CELLS_A_SECOND
        whole = power[: len(power) // cell * cell].reshape(-1, cell)
        self._cells += whole.mean(axis=1, dtype=np.float64).tolist()
        self._before = joined[-len(self._before) :]

    def integrated(self, *, gain: float) -> float:
        """Gated loudness in LUFS after a gain in dB; -inf where all lies under the gate.

        What comes after the last whole tenth of a second does not count.
        """
        if len(self._cells) < CELLS_A_BLOCK:
            return SILENT
        cells = np.array(self._cells) * 10.0 ** (gain / 10.0)
        blocks = np.convolve(cells, np.full(CELLS_A_BLOCK, 1 / CELLS_A_BLOCK), "valid")
        return gated(blocks)

    def gain_to(self, loudness: float, ceiling: float) -> float | None:
        """Gain in dB that gives `loudness` in LUFS, or less where a peak would pass `ceiling`.

        Measured at the ceiling, since the gate would take a very quiet sound for silence.

        Returns:
            None where there is nothing to be heard even then.
        """
        if math.isinf(self.peak):
            return None
        most = ceiling - self.peak
        loudest = self.integrated(gain=most)
        return None if math.isinf(loudest) else most + min(0.0, loudness - loudest)
