"""What changes slowly: the swell of waves, and the drift of rain and wind. Functions of place."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mindful.audio.clip import Samples
from mindful.audio.overlap import HOP, draws

RATE = 48_000

_STEPS = 16
"""Places in a hop at which a swell is computed; between them it is a straight line."""


class Drift:
    """A gain that wanders without ever repeating itself."""

    def __init__(self, *, seconds: float, decibels: float, seed: int, stream: int) -> None:
        """A new aim every `seconds`, each at most `decibels` up or down."""
        self._seconds, self._decibels = seconds, decibels
        self._aim = lru_cache(maxsize=4)(lambda n: draws(seed, stream, n).uniform(-1.0, 1.0))

    def over(self, hop: int) -> Samples:
        """The gain at each frame of a hop, shape ``(HOP,)``."""
        return np.linspace(self._at(hop), self._at(hop + 1), HOP, endpoint=False, dtype=np.float32)

    def _at(self, hop: int) -> float:
        """The gain at the start of a hop."""
        place = hop * HOP / RATE / self._seconds
        number = math.floor(place)
        share = 0.5 - 0.5 * math.cos(math.pi * (place - number))
        aim = self._aim(number) * (1.0 - share) + self._aim(number + 1) * share
        return float(10.0 ** (self._decibels * aim / 20.0))


class Waves:
    """Waves that run up a beach, one about every nine seconds, each of its own size and place."""

    _APART = 9.0
    """Seconds from wave to wave, on average."""

    _UNEVEN = 0.4
    """How far a wave may be late, as a share of that."""

    _LONGEST = 14.0
    """Seconds from the first rise of a wave until it has run out."""

    def __init__(self, *, seed: int, stream: int) -> None:
        self._wave = lru_cache(maxsize=8)(lambda n: _Wave(draws(seed, stream, n)))

    def over(self, hop: int) -> Samples:
        """How high the water stands at each frame of a hop, about 0 to 1, shape ``(2, HOP)``."""
        places = np.arange(_STEPS + 1) * (HOP / _STEPS)
        seconds = (hop * HOP + places) / RATE
        first = math.floor((seconds[0] - self._LONGEST) / self._APART) - 1
        last = math.floor(seconds[-1] / self._APART)
        height = np.zeros((2, _STEPS + 1))
        for number in range(first, last + 1):
            wave = self._wave(number)
            begins = (number + self._UNEVEN * wave.late) * self._APART
            height += wave.height(seconds - begins) * wave.sides[:, None]
        height = 1.0 - np.exp(-1.2 * height)  # waves that meet do not simply add up
        frames = np.arange(HOP)
        return np.stack([np.interp(frames, places, side) for side in height]).astype(np.float32)


class _Wave:
    """One wave: how late, how large, how long, and from which side."""

    def __init__(self, drawn: np.random.Generator) -> None:
        self.late = float(drawn.uniform(0.0, 1.0))
        self._size = drawn.uniform(0.5, 1.0)
        self._rise = drawn.uniform(3.0, 4.5)
        self._fall = drawn.uniform(6.0, 9.5)
        angle = np.pi / 4 + drawn.uniform(-0.35, 0.35)
        self.sides = np.sqrt(2.0) * np.array([np.cos(angle), np.sin(angle)])

    def height(self, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Height at moments since the wave began: it gathers, breaks and runs out."""
        up = np.sin(np.clip(seconds / self._rise, 0.0, 1.0) * np.pi / 2) ** 2
        down = np.cos(np.clip((seconds - self._rise) / self._fall, 0.0, 1.0) * np.pi / 2) ** 2
        return np.asarray(self._size * up * down)
