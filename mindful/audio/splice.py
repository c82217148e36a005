"""Go over from one way of making sound to another without a step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples

Render = Callable[[int, int], Samples]
"""Stereo float32 of shape ``(frames, 2)`` from a first frame and a number of frames."""

CROSSFADE = 1_440
"""Frames in which one goes over into the other: 30 ms."""


class Splice:
    """Renders `before` up to frame `at`, and `after` from `at` + `CROSSFADE` on.

    Between them the shares change along a straight line, so that what is alike in both, which
    is nearly everything when a mix is made anew, stays exactly as it is.
    """

    def __init__(self, before: Render, after: Render, at: int) -> None:
        self.after = after
        self._at = at
        # What went over long ago is no longer needed.
        done = isinstance(before, Splice) and before.end <= at
        self._before: Render = before.after if isinstance(before, Splice) and done else before

    @property
    def end(self) -> int:
        """The first frame that is of `after` alone."""
        return self._at + CROSSFADE

    def __call__(self, start: int, frames: int) -> Samples:
        """Samples from `start` on."""
        after = self.after(start, frames)
        mixed = min(frames, self.end - start)
        if mixed <= 0:
            return after
        before = self._before(start, mixed)
        way = (np.arange(start, start + mixed) - self._at) / CROSSFADE
        share: Samples = np.clip(way, 0.0, 1.0).astype(np.float32)[:, None]
        over = before + (after[:mixed] - before) * share
        return np.concatenate((over, after[mixed:]))
