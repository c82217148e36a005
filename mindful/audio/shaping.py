"""From a clip as an engine made it to sound as a sit plays it: trimmed, 48 kHz, one loudness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import soxr

from mindful.audio.clip import Clip, Samples
from mindful.audio.loudness import integrated, true_peak

RATE = 48_000
"""Frames a second of everything that is played or written."""

VOICE_LUFS = -23.0
CEILING_DBTP = -1.0
"""Nothing comes nearer to full scale than this."""

_WINDOW_SECONDS = 0.01
_AUDIBLE_DB = -50.0
"""A window counts as speech down to this far below the loudest one: breath and "f" are kept."""

_LEAD_SECONDS, _TAIL_SECONDS = 0.02, 0.06
"""Silence kept before and after, so that no consonant is bitten off."""

_FADE_SECONDS = 0.005


def shaped(clip: Clip) -> Samples:
    """The sound of a clip, ready for the mixer: mono, shape ``(frames,)``, at `RATE`.

    Silence at both ends is trimmed but for a small margin, the edges fade over 5 ms, and the
    loudness is `VOICE_LUFS`, less where a peak would pass `CEILING_DBTP`. A clip without any
    sound gives no frames.
    """
    samples = _trimmed(_finite(clip.samples), clip.rate)
    if not len(samples):
        return samples
    if clip.rate != RATE:
        samples = np.asarray(soxr.resample(samples, clip.rate, RATE, quality="HQ"), np.float32)
    return _levelled(_faded(samples))


def spoken_line(clips: Sequence[Clip], gap_frames: int) -> Samples:
    """The sentences of a line one after another, each `shaped`: mono, shape ``(frames,)``.

    Args:
        clips: one a sentence; those without any sound are left out, and their gap with them.
        gap_frames: silence between two sentences, in frames at `RATE`.
    """
    gap = np.zeros(gap_frames, np.float32)
    parts: list[Samples] = []
    for sentence in map(shaped, clips):
        if len(sentence):
            parts += [gap, sentence] if parts else [sentence]
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _finite(samples: Samples) -> Samples:
    """`samples` with silence where an engine's arithmetic failed: no ear shall meet that."""
    return np.nan_to_num(samples.astype(np.float32, copy=False), nan=0.0, posinf=0.0, neginf=0.0)


def _trimmed(samples: Samples, rate: int) -> Samples:
    """`samples` from a little before the first audible window to a little after the last."""
    window = max(1, round(_WINDOW_SECONDS * rate))
    power = np.add.reduceat(np.square(samples), np.arange(0, len(samples), window))
    loudest = power.max(initial=0.0)
    if loudest == 0.0:
        return samples[:0]
    audible = np.flatnonzero(power >= loudest * 10.0 ** (_AUDIBLE_DB / 10.0))
    first = int(audible[0]) * window - round(_LEAD_SECONDS * rate)
    last = int(audible[-1] + 1) * window + round(_TAIL_SECONDS * rate)
    return samples[max(0, first) : last]


def _faded(samples: Samples) -> Samples:
    """A copy of `samples` whose edges rise from silence and fall to it."""
    fade = min(round(_FADE_SECONDS * RATE), len(samples) // 2)
    rise = (0.5 - 0.5 * np.cos(np.pi * (np.arange(fade) + 0.5) / max(1, fade))).astype(np.float32)
    faded = samples.copy()
    faded[:fade] *= rise
    faded[len(faded) - fade :] *= rise[::-1]
    return faded


def _levelled(samples: Samples) -> Samples:
    """`samples` at the loudness of the voice, or as near to it as the ceiling allows.

    Brought to the ceiling first and down from there, since the gate of the loudness would take
    a very quiet clip for silence.
    """
    loudest = samples * _factor(CEILING_DBTP - true_peak(samples, RATE))
    return loudest * _factor(min(0.0, VOICE_LUFS - integrated(loudest, RATE)))


def _factor(decibels: float) -> np.float32:
    return np.float32(10.0 ** (decibels / 20.0))
