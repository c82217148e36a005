"""Hear what was recorded: where a bell was struck, and whether a voice speaks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from mindful.audio.bells import struck

RATE = 48_000
TEMPLATE = RATE // 4
"""Frames of a strike that are looked for: its first quarter of a second."""

Heard = NDArray[np.float32]


def as_mono(data: bytes) -> Heard:
    """A recording of 16-bit stereo as float samples within -1 and 1."""
    frames = np.frombuffer(data, "<i2").reshape(-1, 2)
    mono: Heard = (frames.mean(axis=1) / 32768).astype(np.float32)
    return mono


def strikes(heard: Heard, bell: str) -> NDArray[np.int64]:
    """First frames of the strikes of a bell, found by a matched filter.

    A strike is where the recording is at least half as alike to the bell as at its best; within
    half a second only the best counts.
    """
    wanted = struck(bell)[:TEMPLATE].mean(axis=1)
    size = 1 << (len(heard) + len(wanted)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size))
    alike = np.fft.irfft(spectrum, size)[: len(heard)]
    found: list[int] = []
    left = alike.copy()
    while (best := int(left.argmax())) >= 0 and left[best] > alike.max() / 2:
        found.append(best)
        left[max(0, best - RATE // 2) : best + RATE // 2] = 0
    return np.array(sorted(found))


def loudness(heard: Heard, start: int, end: int) -> float:
    """Level of a stretch in dB below full scale."""
    power = float(np.mean(heard[start:end] ** 2)) if end > start else 0.0
    return 10 * float(np.log10(power + 1e-12))
