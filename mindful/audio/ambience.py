"""What may sound under a sit: rain, waves, a stream, the night. Never loops, starts anywhere."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from types import MappingProxyType

import numpy as np

from mindful.audio.choices import AMBIENCES, check_ambience
from mindful.audio.clip import Samples
from mindful.audio.crickets import Cricket
from mindful.audio.grains import Grains, bubble, drop
from mindful.audio.noise import Noise, band, both
from mindful.audio.overlap import HOP, Overlapped
from mindful.audio.waves import Drift, Waves

__all__ = ["AMBIENCES", "LOUDNESS", "Ambience", "check_ambience"]

LOUDNESS = -38.0
"""LUFS of every ambience over a minute, at the usual level."""

Hops = Callable[[int], Samples]
"""Gives the samples of a hop by its number, shape ``(2, HOP)``."""

_KEPT = 3
"""Hops kept, so that small blocks do not make the same hop again and again."""


class Ambience:
    """An endless sound that is a function of position. For one thread."""

    def __init__(self, name: str, seed: int) -> None:
        """The ambience `name`, one of `AMBIENCES`; another `seed` is another day of it.

        Raises:
            SoundTrouble: as `check_ambience`.
        """
        self._make = _MAKERS[check_ambience(name)](seed)
        self._hops: OrderedDict[int, Samples] = OrderedDict()

    def render(self, start: int, frames: int) -> Samples:
        """Samples from `start` on, the same whatever the block.

        Args:
            start: first frame; may be negative.
            frames: how many.

        Returns:
            float32 of shape ``(frames, 2)`` at 48 kHz, about `LOUDNESS` loud.
        """
        out = np.empty((frames, 2), np.float32)
        done = 0
        while done < frames:
            number, into = divmod(start + done, HOP)
            part = self._hop(number)[:, into : into + frames - done]
            out[done : done + part.shape[1]] = part.T
            done += part.shape[1]
        return out

    def _hop(self, number: int) -> Samples:
        if number not in self._hops:
            self._hops[number] = self._make(number)
            if len(self._hops) > _KEPT:
                self._hops.popitem(last=False)
        return self._hops[number]


def _brown(seed: int) -> Hops:
    """Brown noise: amplitude falls with frequency, softer than a waterfall far away."""
    colour = band(30.0, 20_000.0, -1.0)
    return Overlapped(Noise(colour, loudness=LOUDNESS, seed=seed, stream=1)).hop


def _rain(seed: int) -> Hops:
    """Steady rain that thickens and thins a little, with drops close by."""
    colour = both(band(500.0, 9_000.0, -0.35), band(80.0, 500.0, -0.3), 0.25)
    rush = Overlapped(Noise(colour, loudness=LOUDNESS - 1, seed=seed, stream=1))
    drops = Overlapped(Grains(drop, a_second=90, loudness=LOUDNESS - 8, seed=seed, stream=2))
    drift = Drift(seconds=14.0, decibels=1.5, seed=seed, stream=3)
    return lambda number: rush.hop(number) * drift.over(number) + drops.hop(number)


def _ocean(seed: int) -> Hops:
    """Waves on a beach: a deep roll that is always there, and surf as each one breaks."""
    roll_colour, surf_colour = band(40.0, 3_000.0, -1.0), band(400.0, 6_000.0, -0.4)
    roll = Overlapped(Noise(roll_colour, loudness=LOUDNESS + 4.0, seed=seed, stream=1))
    surf = Overlapped(Noise(surf_colour, loudness=LOUDNESS + 5.0, seed=seed, stream=2))
    waves = Waves(seed=seed, stream=3)

    def hop(number: int) -> Samples:
        height = waves.over(number)
        rolling = roll.hop(number) * (np.float32(0.25) + np.float32(0.65) * height)
        return rolling + surf.hop(number) * (np.float32(0.05) + height * height)

    return hop


def _stream(seed: int) -> Hops:
    """A small stream over stones: a rush, and bubbles that come up in it."""
    rush = Overlapped(
        Noise(band(300.0, 5_000.0, -0.5), loudness=LOUDNESS - 2.0, seed=seed, stream=1)
    )
    bubbles = Overlapped(Grains(bubble, a_second=45, loudness=LOUDNESS - 4.3, seed=seed, stream=2))
    drift = Drift(seconds=5.0, decibels=1.0, seed=seed, stream=3)
    return lambda number: rush.hop(number) * drift.over(number) + bubbles.hop(number)


def _night(seed: int) -> Hops:
    """A still night: air that stirs now and then, and three crickets far off."""
    air = Overlapped(Noise(band(60.0, 700.0, -0.7), loudness=LOUDNESS - 0.4, seed=seed, stream=1))
    drift = Drift(seconds=11.0, decibels=2.5, seed=seed, stream=2)
    crickets = [
        Overlapped(Cricket(loudness=LOUDNESS - 10 - 2 * far, seed=seed, stream=3 + far))
        for far in range(3)
    ]

    def hop(number: int) -> Samples:
        total = air.hop(number) * drift.over(number)
        for cricket in crickets:
            total += cricket.hop(number)
        return total

    return hop


def _room(seed: int) -> Hops:
    """The air of a quiet room: soft and even, with nothing in it."""
    colour = band(70.0, 1_600.0, -0.5)
    return Overlapped(Noise(colour, loudness=LOUDNESS, seed=seed, stream=1)).hop


_MAKERS = MappingProxyType(
    {
        "brown": _brown,
        "rain": _rain,
        "ocean": _ocean,
        "stream": _stream,
        "night": _night,
        "room": _room,
    }
)
