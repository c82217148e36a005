"""Make a person's own file fit to be a bell or an ambience: trimmed, levelled, centred."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mindful.audio.ambience import LOUDNESS
from mindful.audio.bells import CEILING_DBTP, FIRM_LUFS
from mindful.audio.clip import Samples, Stored, stored
from mindful.audio.errors import SoundTrouble
from mindful.audio.loudness import momentary_max, true_peak
from mindful.audio.meter import Meter
from mindful.audio.ramps import half_cosine
from mindful.audio.sound_file import RATE, SoundFile

BELL_LONGEST = 60.0
AMBIENCE_SHORTEST, AMBIENCE_LONGEST = 2.0, 1_200.0
"""Seconds."""

AMBIENCE_CEILING_DBTP = CEILING_DBTP - 3.0
"""Lower than a bell's, since two peaks may meet where the end goes over into the beginning."""

_FAINTEST_DBFS = -70.0
"""A file that never gets louder than this holds nothing but the noise of its recording."""

_ONSET_DB = -30.0
"""A bell begins where it first comes this near to its peak."""

_BEFORE_SECONDS = 0.005
"""Kept before the onset, and faded in."""

_LEAST_FADE = RATE // 1_000
"""Frames of the fade where nothing lies before the onset."""

_AUDIBLE_DB = -75.0
"""A bell ends where it stays this far below its peak."""

_END_SECONDS = 1.5
"""Longest fade at the end of a bell."""


def bell_from(sound: SoundFile) -> Iterator[Stored]:
    """A firm strike, in one piece: 16 bits, shape ``(frames, 2)``, the onset at frame 0.

    Raises:
        SoundTrouble: ``sound-too-long`` with ``longest`` in seconds, ``sound-silent``, or as
            `SoundFile.pieces`; all with ``path``.
    """
    _refuse_longer(sound, BELL_LONGEST)
    pieces = list(sound.pieces(BELL_LONGEST))
    if not pieces:
        raise SoundTrouble("sound-empty", path=str(sound.path))
    samples = np.concatenate(pieces)
    samples -= samples.mean(axis=0, dtype=np.float64).astype(np.float32)
    _refuse_silence(sound, float(np.abs(samples).max()))
    strike = _strike_in(samples)
    decibels = min(FIRM_LUFS - momentary_max(strike, RATE), CEILING_DBTP - true_peak(strike, RATE))
    strike *= _factor(decibels)
    yield stored(strike)


def ambience_from(sound: SoundFile) -> Iterator[Stored]:
    """The whole at the loudness of an ambience, in pieces: 16 bits, shape ``(frames, 2)``.

    The file is read three times: for its offset, for its loudness, and for its sound.

    Raises:
        SoundTrouble: ``sound-too-long`` with ``longest`` or ``sound-too-short`` with
            ``shortest``, both in seconds, ``sound-silent``, or as `SoundFile.pieces`; all with
            ``path``.
    """
    _refuse_longer(sound, AMBIENCE_LONGEST)
    seconds, offset = sound.length_and_offset(AMBIENCE_LONGEST)
    if seconds < AMBIENCE_SHORTEST:
        shortest = int(AMBIENCE_SHORTEST)
        raise SoundTrouble("sound-too-short", path=str(sound.path), shortest=shortest)
    meter = Meter(RATE)
    for piece in sound.pieces(AMBIENCE_LONGEST):
        meter.hear(piece - offset)
    _refuse_silence(sound, 10.0 ** (meter.peak / 20.0))
    gain = meter.gain_to(LOUDNESS, AMBIENCE_CEILING_DBTP)
    if gain is None:
        raise SoundTrouble("sound-silent", path=str(sound.path))
    for piece in sound.pieces(AMBIENCE_LONGEST):
        yield stored((piece - offset) * _factor(gain))


def _strike_in(samples: Samples) -> Samples:
    """From the onset to where it has rung out, the ends faded."""
    level = np.abs(samples).max(axis=1)
    peak = float(level.max())
    onset = int(np.argmax(level >= peak * _factor(_ONSET_DB)))
    last = len(level) - int(np.argmax(level[::-1] >= peak * _factor(_AUDIBLE_DB)))
    first = max(0, onset - int(_BEFORE_SECONDS * RATE))
    strike = samples[first:last]
    rise = max(onset - first, min(_LEAST_FADE, len(strike)))
    strike[:rise] *= half_cosine(rise)
    end = min(int(_END_SECONDS * RATE), len(strike) // 3)
    strike[len(strike) - end :] *= half_cosine(end)[::-1]
    return strike


def _refuse_longer(sound: SoundFile, longest: float) -> None:
    """By the header, so that an hour of sound is refused before a second of it is decoded."""
    if sound.seconds > longest:
        raise SoundTrouble("sound-too-long", path=str(sound.path), longest=int(longest))


def _refuse_silence(sound: SoundFile, peak: float) -> None:
    if peak < _factor(_FAINTEST_DBFS):
        raise SoundTrouble("sound-silent", path=str(sound.path))


def _factor(decibels: float) -> np.float32:
    return np.float32(10.0 ** (decibels / 20.0))
