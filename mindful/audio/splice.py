"""Begin, end and change sound without a step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.output import RATE

Render = Callable[[int, int], Samples]
"""Stereo float32 of shape ``(frames, 2)`` from a first frame and a number of frames."""

FADE_IN = RATE // 5
FADE_OUT = RATE * 3 // 10
"""Frames of the fades at resume and pause."""

CROSSFADE = 1_440
"""Frames in which one goes over into the other: 30 ms."""


def fade_in(render: Render, at: int) -> Samples:
    """The first `FADE_IN` frames from `at` on, out of silence."""
    return np.asarray(render(at, FADE_IN) * _rise(FADE_IN), np.float32)


def fade_out(render: Render, at: int) -> Samples:
    """The last `FADE_OUT` frames from `at` on, into silence."""
    return np.asarray(render(at, FADE_OUT) * _rise(FADE_OUT)[::-1], np.float32)


def leap(render: Render, at: int, over: int, frames: int) -> Samples:
    """`frames` from `at` on, out of what lies `over` frames before, without a step."""

    def before(start: int, count: int) -> Samples:
        return render(start - over, count)

    return Splice(before, render, at)(at, frames)


def _rise(frames: int) -> Samples:
    """From silence to full level, shape ``(frames, 1)``."""
    ramp: Samples = np.sin(np.linspace(0, np.pi / 2, frames, dtype=np.float32)) ** 2
    return ramp[:, None]


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
