"""A whole sit, from its mix to whatever takes samples; the same code path as playing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mindful.audio.clip import Samples

BLOCK = 4 * 4096
"""Frames made at a time, a third of a second: whole hops of the ambience, soon cancelled."""


class Cancelled(Exception):
    """Whoever asked for it does not want it any more. No trouble, and no mistake."""


class Source(Protocol):
    """What gives the samples: `audio.mixer.Mixer`, or `audio.headroom.Headroom` over one."""

    def render(self, start: int, frames: int) -> Samples:
        """Samples of shape ``(frames, 2)`` from `start` on."""


class Writer(Protocol):
    """What takes the samples: `audio.sound_writer.SoundWriter`."""

    def write(self, samples: Samples) -> None:
        """Append samples of shape ``(frames, 2)``."""


def render(
    mix: Source,
    frames: int,
    writer: Writer,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Write the first `frames` frames of a sit.

    Args:
        mix: the sit as sound.
        frames: how many; `Mixer.frames_with_tail` for all, until the last strike has rung out.
        writer: takes them in order.
        progress: told after each block how many frames are written.
        cancelled: asked before each block.

    Raises:
        Cancelled: as soon as `cancelled` says so.
        OSError: from the writer.
    """
    for start in range(0, frames, BLOCK):
        if cancelled():
            raise Cancelled
        block = min(BLOCK, frames - start)
        writer.write(mix.render(start, block))
        progress(start + block)
