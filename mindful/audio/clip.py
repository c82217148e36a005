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
    kept: Stored = np.rint(np.clip(samples, -1.0, 1.0) * FULL_SCALE).astype(np.int16)
    return kept


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
