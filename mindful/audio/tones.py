"""Soft tones that pace the breath: rising to breathe in, falling to breathe out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindful.audio.clip import Samples
from mindful.audio.loudness import k_weighting, lufs

RATE = 48_000

Part = tuple[float, float, float]
"""Seconds of a breath, and how full it is at their start and at their end, 0 to 1."""

LOUDNESS = -30.0
"""LUFS while a tone sounds in full."""

_LOW_HERTZ, _HIGH_HERTZ = 196.0, 294.0
"""From G3 up to D4 and back: a fifth, low enough to be soft, high enough for small speakers."""

_OCTAVE = 0.2
"""Amplitude of the octave above, which gives the tone some warmth."""

_EDGE_SECONDS = 0.6
"""Rise and fall of a tone, or a third of it where it is short."""


def breath_tones(parts: Sequence[Part], start: int, frames: int) -> Samples:
    """Tones for paced breath, the same whatever the block.

    Every part that rises or falls has a tone of its own, whose pitch is how full the breath is:
    of two breaths in on one another, the second goes on where the first one ended.

    Args:
        parts: of one breath, which repeats; seconds at least 0, and all of them more than 0.
        start: first frame, from the start of the first breath.
        frames: how many.

    Returns:
        float32 of shape ``(frames, 2)`` at 48 kHz, `LOUDNESS` loud while a tone sounds, silent
        in the holds. Both channels are the same.
    """
    place = np.remainder((start + np.arange(frames)) / RATE, sum(part[0] for part in parts))
    tone = np.zeros(frames)
    begins = 0.0
    for seconds, low, high in parts:
        if low != high:
            tone += _tone(place - begins, seconds, _hertz(low), _hertz(high))
        begins += seconds
    return np.repeat(tone.astype(np.float32)[:, None], 2, axis=1)


def _hertz(fullness: float) -> float:
    """Pitch of a breath that is so full, 0 to 1."""
    return _LOW_HERTZ + (_HIGH_HERTZ - _LOW_HERTZ) * fullness


def _tone(
    seconds: NDArray[np.float64], length: float, first: float, last: float
) -> NDArray[np.float64]:
    """A tone of `length` seconds that glides from `first` to `last` Hz, at moments of it.

    Moments outside it are silent. The phase is the glide's integral, so that it is a function
    of the moment alone.
    """
    tone = np.zeros(len(seconds))
    sounding = (seconds >= 0.0) & (seconds < length)
    time = seconds[sounding]
    share = time / length if length else time
    phase = 2 * np.pi * time * (first + (last - first) * share / 2)
    hertz = first + (last - first) * share
    wave = np.sin(phase) + _OCTAVE * np.sin(2 * phase)
    tone[sounding] = wave * _amplitude(hertz) * _envelope(time, length)
    return tone


def _amplitude(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Amplitude of a tone at `hertz` that gives it its loudness in two equal channels.

    The ear's weighting is all but straight between the lowest and the highest tone.
    """
    ends = np.array([_LOW_HERTZ, _HIGH_HERTZ])
    weights = np.abs(k_weighting(ends, RATE)) ** 2
    weights += _OCTAVE**2 * np.abs(k_weighting(2 * ends, RATE)) ** 2
    amplitudes = [10.0 ** ((LOUDNESS - lufs(float(weight))) / 20.0) for weight in weights]
    return np.asarray(np.interp(hertz, ends, amplitudes))


def _envelope(time: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """Rise from silence and fall to it, each half a cosine."""
    edge = min(_EDGE_SECONDS, length / 3)
    nearest = np.minimum(time, length - time)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * np.clip(nearest / edge, 0.0, 1.0)))
