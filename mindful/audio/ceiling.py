"""The last step of a mix: nothing in it, nor between its samples, comes above −1 dB.

A limiter that looks ahead, but remembers nothing: how far the level comes down at a place follows
from the sound around it alone, so that any block from any start gives the same samples. The level
moves within milliseconds around a peak rather than with every wave of it, which would be heard as
distortion.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.loudness import PEAK_REACH, peak_filters

CEILING = 10 ** (-1 / 20)
"""Nothing is louder than this: −1 dBTP."""

KNEE = 0.7
"""A peak below this is left alone; a higher one is brought down softly towards the ceiling."""

_CELL = 32
"""Frames for which one gain is found; between the middles of two it is a straight line."""

_AROUND = 8
"""Cells before and after a peak in which the level goes down and comes back: 5 ms."""

_MARGIN = (2 * _AROUND + 1) * _CELL
"""Frames around a block that have a say in it."""

_OVER = 0.5
"""No sound hides a peak between samples that are all below half of it."""

_FILTERS = peak_filters(4)
_WEIGHTS = np.hanning(2 * _AROUND + 1)[1:-1].astype(np.float32) / np.float32(_AROUND)


def under_ceiling(render: Callable[[int, int], Samples], start: int, frames: int) -> Samples:
    """What `render` gives from `start` on, brought under the ceiling.

    Args:
        render: stereo samples of shape ``(frames, 2)`` from a first frame and a number of frames.
        start: first frame.
        frames: how many.

    Returns:
        float32 of shape ``(frames, 2)``; where no peak nearby passes `KNEE`, exactly as it was.
    """
    first = (start - _MARGIN) // _CELL * _CELL
    cells = -(-(start + frames + _MARGIN - first) // _CELL)
    sound = render(first, cells * _CELL)
    block = sound[start - first : start - first + frames]
    if np.abs(sound).max(initial=0.0) <= KNEE * _OVER:
        return block
    gain = _gain(_needed(_peaks(sound)))[start - first : start - first + frames]
    limit = np.float32(CEILING)
    return np.asarray(np.clip(block * gain[:, None], -limit, limit), np.float32)


def _peaks(sound: Samples) -> Samples:
    """Highest level of either ear at and between the samples of each cell.

    Filters are summed tap by tap, so that a sum does not depend on where a block begins.
    """
    padded = np.pad(sound, ((PEAK_REACH, PEAK_REACH), (0, 0)))
    level = np.abs(sound)
    for taps in _FILTERS:
        between = np.zeros_like(sound)
        for place, tap in enumerate(taps):
            between += tap * padded[place + 1 : place + 1 + len(sound)]
        np.maximum(level, np.abs(between), out=level)
    return np.asarray(level.reshape(-1, 2 * _CELL).max(axis=1), np.float32)


def _needed(peaks: Samples) -> Samples:
    """The gain that each cell needs for itself: 1 up to the knee, a soft bend above it."""
    room = np.float32(CEILING - KNEE)
    knee = np.float32(KNEE)
    over = np.maximum(peaks, knee)
    return np.where(peaks > knee, (knee + room * np.tanh((over - knee) / room)) / over, 1.0).astype(
        np.float32
    )


def _gain(needed: Samples) -> Samples:
    """The gain of every frame: never above what a cell needs, and smooth.

    The lowest of the cells around is held, then averaged over as many, so that the average is
    still low enough. What is averaged is the way down from 1, which leaves 1 exactly 1.
    """
    ones = np.ones(2 * _AROUND, np.float32)
    around = np.concatenate((ones, needed, ones))
    windows = np.lib.stride_tricks.sliding_window_view(around, 2 * _AROUND + 1)
    down = 1 - windows.min(axis=1)
    smooth = np.zeros(len(needed) + 2, np.float32)
    for place, weight in enumerate(_WEIGHTS):
        smooth += weight * down[place : place + len(smooth)]
    way = (np.arange(_CELL, dtype=np.float32) + np.float32(0.5)) / np.float32(_CELL)
    # From the middle of each cell to that of the next one; the first half cell falls away.
    lines = smooth[:-1, None] + (smooth[1:] - smooth[:-1])[:, None] * way
    half = _CELL // 2
    return 1 - np.asarray(lines.ravel()[half : half + len(needed) * _CELL], np.float32)
