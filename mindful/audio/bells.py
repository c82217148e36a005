"""Bells by modal synthesis: every way a body rings is one decaying tone, and a strike their sum."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from mindful.audio.bell_bodies import BODIES, Body, Mode
from mindful.audio.choices import BELLS, check_bell
from mindful.audio.clip import Samples
from mindful.audio.loudness import momentary_max, true_peak

__all__ = ["BELLS", "BellRack", "check_bell", "struck"]

RATE = 48_000

FIRM_LUFS, SOFT_LUFS = -19.0, -24.0
"""Momentary loudness of a strike, and of a soft one, at the usual level."""

CEILING_DBTP = -1.0

_SOFT_STROKE = 0.55
"""How hard a soft strike is; a firm one is 1. It takes from high modes more than from low ones."""

_ATTACK_SECONDS = (0.003, 0.012)
"""A firm strike's rise, and what softness adds to it."""

_AUDIBLE_DB = 75.0
"""A mode ends where it has fallen this far below the strongest one at the strike."""

_END_SECONDS = 1.5
"""Longest fade at the end of the tail, where it is all but silent."""

_PAIR = ((-1, 0.72, 0.60), (1, 0.28, 0.40))
"""The lower and the upper tone of a mode: side, share in the left ear, share in the right.

Unequal, so that the beating never falls silent, not even where both ears hear one speaker.
"""

_AT_ONCE = 0.3
"""Share of a swelling mode that sounds from the strike on."""

_BLOCK = 2048
"""Frames of a block of the synthesis."""

_GOLDEN = 2.399963
"""Golden angle, in radians: phases that never line up, so that no peak sticks out."""


class BellRack:
    """Makes each strike once, when first asked for. May be shared between threads."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, bool], Samples] = {}
        self._lock = threading.Lock()

    def get(self, bell: str, *, soft: bool = False) -> Samples:
        """As `struck`; every caller gets the same array, which cannot be written to."""
        with self._lock:
            if (bell, soft) not in self._made:
                samples = struck(bell, soft=soft)
                samples.flags.writeable = False
                self._made[bell, soft] = samples
            return self._made[bell, soft]


def struck(bell: str, *, soft: bool = False) -> Samples:
    """One strike with its whole tail.

    Args:
        bell: one of `BELLS`.
        soft: struck more gently: quieter, darker, with a slower onset.

    Returns:
        float32 of shape ``(frames, 2)`` at `RATE`, the onset at frame 0, the last frames silent;
        `FIRM_LUFS` or `SOFT_LUFS` loud at its loudest moment, or less where `CEILING_DBTP`
        stands in the way. The same samples every time.

    Raises:
        SoundTrouble: as `check_bell`.
    """
    body = BODIES[check_bell(bell)]
    stroke = _SOFT_STROKE if soft else 1.0
    sound = _ringing(body, stroke)
    _add_contact(sound, body, stroke)
    _shape_ends(sound, stroke)
    sound *= _gain(sound, SOFT_LUFS if soft else FIRM_LUFS)
    return sound


def _ringing(body: Body, stroke: float) -> Samples:
    """The sum of all modes, shape ``(frames, 2)``.

    A decaying tone is a power of one complex number: a block of it is its first block, turned
    and shrunk. So all blocks of all modes are one product of two small matrices.
    """
    amplitudes, rates = _tones(body, stroke)
    frames = _length(amplitudes, rates)
    blocks = -(-frames // _BLOCK)
    within = np.exp(rates[:, None] * np.arange(_BLOCK))
    onward = np.exp(rates[:, None] * _BLOCK * np.arange(blocks))
    sound = np.empty((blocks * _BLOCK, 2), np.float32)
    for channel in range(2):
        starts = _real_pairs(amplitudes[:, channel, None] * onward, sign=-1.0)
        sound[:, channel] = (starts.T @ _real_pairs(within, sign=1.0)).ravel()
    return sound[:frames]


def _tones(body: Body, stroke: float) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """Complex amplitude in each channel, shape ``(tones, 2)``, and log of a frame's factor.

    Every mode is a pair, since no bowl is perfectly round: two tones a little apart, which beat.
    Each ear hears the two in another proportion, so the beating moves softly across.
    """
    amplitudes: list[tuple[complex, complex]] = []
    rates: list[complex] = []
    for number, mode in enumerate(body.modes):
        level = mode.level * stroke ** (body.darkening * np.log2(1.0 + mode.ratio))
        phase = np.exp(1j * (_GOLDEN * number - np.pi / 2))
        turn = np.exp(1j * body.width * (number + 1) / len(body.modes))
        for side, in_left, in_right in _PAIR:
            hertz = body.hertz * mode.ratio + side * mode.beat / 2
            left, right = level * in_left * phase, level * in_right * phase * turn**side
            for part, seconds in _envelope(mode):
                amplitudes.append((part * left, part * right))
                rates.append((2j * np.pi * hertz - np.log(1000.0) / seconds) / RATE)
    return np.array(amplitudes), np.array(rates)


def _envelope(mode: Mode) -> tuple[tuple[float, float], ...]:
    """Shares and T60s of the decays a mode is made of: one, or two of which one is taken away.

    The difference of two decays swells first: a large gong passes its energy on to its higher
    modes only gradually.
    """
    if mode.swell == 0.0:
        return ((1.0, mode.seconds),)
    return ((1.0, mode.seconds), (_AT_ONCE - 1.0, 1.0 / (1.0 / mode.swell + 1.0 / mode.seconds)))


def _length(amplitudes: NDArray[np.complex128], rates: NDArray[np.complex128]) -> int:
    """Frames until the last mode is inaudible."""
    levels = 20.0 * np.log10(np.abs(amplitudes).max(axis=1))
    fall = -rates.real * 20.0 / np.log(10.0)
    return int(((levels - levels.max() + _AUDIBLE_DB) / fall).max())


def _real_pairs(values: NDArray[np.complex128], *, sign: float) -> Samples:
    """Real and imaginary parts as rows: the real part of a product becomes a sum of products.

    What has faded to nothing is set to nothing: numbers that small would slow the product down.
    """
    pairs = np.concatenate((values.real, sign * values.imag)).astype(np.float32)
    pairs[np.abs(pairs) < 1e-9] = 0.0
    return pairs


def _add_contact(sound: Samples, body: Body, stroke: float) -> None:
    """Add the brief dull noise of the mallet, which tells the ear that something was touched."""
    frames = min(len(sound), int(0.06 * RATE))
    time = np.arange(frames) / RATE
    noise = np.random.Generator(np.random.Philox(key=7)).standard_normal(frames)
    spectrum = np.fft.rfft(noise) / (
        1.0 + (np.fft.rfftfreq(frames, 1 / RATE) / body.contact_hertz) ** 2
    )
    dull = np.fft.irfft(spectrum, frames) * np.exp(-time / body.contact_seconds)
    peak = np.abs(sound[: RATE // 2]).max()
    dull *= body.contact * stroke * peak / np.abs(dull).max()
    sound[:frames] += dull[:, None].astype(np.float32)


def _shape_ends(sound: Samples, stroke: float) -> None:
    """Round the onset, and let the last of the tail go to silence."""
    firm, softer = _ATTACK_SECONDS
    attack = int((firm + softer * (1.0 - stroke)) * RATE)
    sound[:attack] *= _rise(attack)
    end = min(int(_END_SECONDS * RATE), len(sound) // 3)
    sound[-end:] *= _rise(end)[::-1]


def _rise(frames: int) -> Samples:
    """Half a cosine from just above 0 to just below 1, shape ``(frames, 1)``."""
    steps = (np.arange(frames, dtype=np.float32) + np.float32(0.5)) / np.float32(frames)
    return np.asarray(0.5 - 0.5 * np.cos(np.float32(np.pi) * steps), np.float32)[:, None]


def _gain(sound: Samples, loudness: float) -> np.float32:
    """Factor that gives the loudness wanted, within the ceiling.

    A bell is loudest in its first seconds, and nothing later has to be measured.
    """
    start = sound[: 3 * RATE]
    decibels = min(
        loudness - momentary_max(start, RATE),
        CEILING_DBTP - true_peak(start, RATE),
    )
    return np.float32(10.0 ** (decibels / 20.0))
