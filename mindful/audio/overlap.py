"""Endless sound from any place on: frames made from their number alone, laid over each other.

An ambience must not loop, and must give the same samples in any block and from any start. So
nothing remembers where it was: each layer makes a short frame from seed and number, and the hop
heard at a place is the sum of the frames that reach into it, always added in the same order.
Arrays here have the channels first, shape ``(2, frames)``, as the transforms like them.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

import numpy as np

from mindful.audio.clip import Samples

HOP = 4096
"""Frames from the start of one frame of a layer to the start of the next: 85 ms."""

_WORD = (1 << 64) - 1


def draws(seed: int, stream: int, number: int) -> np.random.Generator:
    """Random numbers that depend on nothing but the three; any `number` is as quick as the next.

    Philox is a counter turned into noise (J. Salmon et al., "Parallel random numbers: as easy as
    1, 2, 3", 2011): seed and stream are its key, `number`, which may be negative, its counter's
    upper half.
    """
    key = (seed & _WORD) | (stream & _WORD) << 64
    return np.random.Generator(np.random.Philox(key=key, counter=(number & _WORD) << 128))


class Layer(Protocol):
    """Something that sounds in frames, each `HOP` after the one before it."""

    @property
    def span(self) -> int:
        """Length of a frame, in hops."""

    def frame(self, number: int) -> Samples:
        """Frame `number`, which begins at ``number * HOP``; shape ``(2, span * HOP)``."""


class Overlapped:
    """The sum of the frames of a layer."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._frames: OrderedDict[int, Samples] = OrderedDict()

    def hop(self, number: int) -> Samples:
        """Samples from ``number * HOP`` on, shape ``(2, HOP)``."""
        total = np.zeros((2, HOP), np.float32)
        # Backwards, so that the oldest frame is the first to be dropped.
        for back in reversed(range(self._layer.span)):
            total += self._frame(number - back)[:, back * HOP : (back + 1) * HOP]
        return total

    def _frame(self, number: int) -> Samples:
        """Frame `number`, from the last few made where it is among them."""
        if number not in self._frames:
            self._frames[number] = self._layer.frame(number)
            if len(self._frames) > self._layer.span:
                self._frames.popitem(last=False)
        return self._frames[number]
