"""A piece of sound in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


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
