"""Bells by modal synthesis: every way a body rings is one decaying tone, and a strike their sum."""

from __future__ import annotations

import numpy as np

from mindful.audio.bell_bodies import BODIES, Body
from mindful.audio.choices import BELLS, check_bell
from mindful.audio.clip import Samples, Stored, store
from mindful.audio.loudness import momentary_max, true_peak
from mindful.audio.ringing import Ringing

__all__ = ["BELLS", "check_bell", "struck"]

RATE = 48_000

FIRM_LUFS, SOFT_LUFS = -19.0, -24.0
"""Momentary loudness of a strike, and of a soft one, at the usual level."""

CEILING_DBTP = -1.0

_SOFT_STROKE = 0.55
"""How hard a soft strike is; a firm one is 1. It takes from high modes more than from low ones."""

_ATTACK_SECONDS = (0.003, 0.012)
"""A firm strike's rise, and what softness adds to it."""

_END_SECONDS = 1.5
"""Longest fade at the end of the tail, where it is all but silent."""

_LOUD_SECONDS = 3
"""A bell is loudest within these, and nothing later has to be measured."""

_PIECE = 2 * RATE
"""Frames computed at a time, so that a long strike never stands in memory as floats."""


def struck(bell: str, *, soft: bool = False) -> Stored:
    """One strike with its whole tail.

    Args:
        bell: one of `BELLS`.
        soft: struck more gently: quieter, darker, with a slower onset.

    Returns:
        16 bits of shape ``(frames, 2)`` at `RATE`, the onset at frame 0, the last frames silent;
        `FIRM_LUFS` or `SOFT_LUFS` loud at its loudest moment, or less where `CEILING_DBTP`
        stands in the way. The same samples every time. Rounding is off by half a step at most,
        96 dB below full scale: nothing that dither would have to hide.

    Raises:
        SoundTrouble: as `check_bell`.
    """
    body = BODIES[check_bell(bell)]
    strike = _Strike(body, _SOFT_STROKE if soft else 1.0)
    gain = _gain(strike.samples(0, _LOUD_SECONDS * RATE), SOFT_LUFS if soft else FIRM_LUFS)
    kept = np.empty((strike.frames, 2), np.int16)
    for start in range(0, strike.frames, _PIECE):
        store(strike.samples(start, _PIECE) * gain, kept[start : start + _PIECE])
    return kept


class _Strike:
    """A strike before its level is set, piece by piece."""

    def __init__(self, body: Body, stroke: float) -> None:
        self._ringing = Ringing(body, stroke)
        self.frames = self._ringing.frames
        self._attack = _rise(_attack_frames(stroke))
        self._end = _rise(min(int(_END_SECONDS * RATE), self.frames // 3))[::-1]
        self._contact = _contact(body, stroke, self._ringing.samples(0, RATE // 2))

    def samples(self, start: int, frames: int) -> Samples:
        """Up to `frames` frames from `start` on, shape ``(frames, 2)``."""
        sound = self._ringing.samples(start, frames)
        if start == 0:
            sound[: len(self._contact)] += self._contact
            sound[: len(self._attack)] *= self._attack
        fades = self.frames - len(self._end)
        first = max(start, fades)
        fading = sound[first - start :]
        fading *= self._end[first - fades : first - fades + len(fading)]
        return sound


def _attack_frames(stroke: float) -> int:
    firm, softer = _ATTACK_SECONDS
    return int((firm + softer * (1.0 - stroke)) * RATE)


def _contact(body: Body, stroke: float, ringing: Samples) -> Samples:
    """The brief dull noise of the mallet, which tells the ear that something was touched."""
    frames = min(len(ringing), int(0.06 * RATE))
    time = np.arange(frames) / RATE
    noise = np.random.Generator(np.random.Philox(key=7)).standard_normal(frames)
    spectrum = np.fft.rfft(noise) / (
        1.0 + (np.fft.rfftfreq(frames, 1 / RATE) / body.contact_hertz) ** 2
    )
    dull = np.fft.irfft(spectrum, frames) * np.exp(-time / body.contact_seconds)
    dull *= body.contact * stroke * np.abs(ringing).max() / np.abs(dull).max()
    return np.asarray(dull[:, None], np.float32)


def _rise(frames: int) -> Samples:
    """Half a cosine from just above 0 to just below 1, shape ``(frames, 1)``."""
    steps = (np.arange(frames, dtype=np.float32) + np.float32(0.5)) / np.float32(frames)
    return np.asarray(0.5 - 0.5 * np.cos(np.float32(np.pi) * steps), np.float32)[:, None]


def _gain(start: Samples, loudness: float) -> np.float32:
    """Factor that gives a strike, known by its loudest seconds, its loudness under the ceiling."""
    decibels = min(
        loudness - momentary_max(start, RATE),
        CEILING_DBTP - true_peak(start, RATE),
    )
    return np.float32(10.0 ** (decibels / 20.0))
