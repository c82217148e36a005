"""Rendering in blocks: all of it, in order, and no further than it is wanted."""

from __future__ import annotations

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.sit.render import BLOCK, Cancelled, render


class Counting:
    """A mix whose samples are their own numbers."""

    frames_with_tail = 2 * BLOCK + 5

    def render(self, start: int, frames: int) -> Samples:
        numbers = np.arange(start, start + frames, dtype=np.float32)
        return numbers[:, None].repeat(2, axis=1)


class Kept:
    """A writer that keeps what it gets."""

    def __init__(self) -> None:
        self.blocks: list[Samples] = []

    def write(self, samples: Samples) -> None:
        self.blocks.append(samples)


def test_every_frame_is_written_once_and_in_order() -> None:
    mix, kept, told = Counting(), Kept(), list[int]()
    render(mix, mix.frames_with_tail, kept, told.append, lambda: False)
    numbers = np.concatenate(kept.blocks)[:, 0]
    assert np.array_equal(numbers, np.arange(mix.frames_with_tail))
    assert told == [BLOCK, 2 * BLOCK, mix.frames_with_tail]


def test_it_ends_at_the_next_block_when_nobody_wants_it() -> None:
    mix, kept, told = Counting(), Kept(), list[int]()
    with pytest.raises(Cancelled):
        render(mix, mix.frames_with_tail, kept, told.append, lambda: bool(told))
    assert len(kept.blocks) == 1
