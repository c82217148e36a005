"""A piece of sound in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

Stored = NDArray[np.int16]
"""Samples as they are kept for long: 16 bits, half the memory, nothing of a voice lost."""

FULL_SCALE = 32767.0
"""What 1.0 is in 16 bits."""


def stored(samples: Samples) -> Stored:
    """Samples within -1 and 1, rounded to 16 bits."""
    kept = np.empty(samples.shape, np.int16)
    store(samples, kept)
    return kept


def store(samples: Samples, into: Stored) -> None:
    """As `stored`, but written to `into`, of the same shape."""
    scaled = np.clip(samples, -1.0, 1.0)
    scaled *= np.float32(FULL_SCALE)
    into[...] = np.rint(scaled, out=scaled)


def floats(samples: Samples | Stored) -> Samples:
    """Samples as floats within -1 and 1, however they were kept."""
    if samples.dtype == np.float32:
        return samples.astype(np.float32, copy=False)
    return samples.astype(np.float32) / np.float32(FULL_SCALE)


@dataclass(frozen=True, eq=False)
class Clip:
    """Mono sound.

    Attributes:
        samples: float32, shape ``(frames,)``, nominally within -1 and 1.
        rate: frames a second.

    """

    samples: Samples
    rate: int

    @property
    def frames(self) -> int:
        """Length in frames at `rate`."""
        return len(self.samples)

    @property
    def seconds(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate
