"""A person's own bell, as it is struck."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from mindful.audio.bells import FIRM_LUFS, SOFT_LUFS
from mindful.audio.clip import Stored, floats, stored
from mindful.audio.errors import SoundTrouble

RATE = 48_000

_SOFT_GAIN = np.float32(10.0 ** ((SOFT_LUFS - FIRM_LUFS) / 20.0))


def own_bell(path: Path) -> Stored:
    """A kept strike: 16 bits of shape ``(frames, 2)`` at 48 kHz.

    Raises:
        SoundTrouble: ``own-sound-gone`` or ``own-sound-damaged``.
    """
    if not path.exists():
        raise SoundTrouble("own-sound-gone")
    try:
        read, rate = soundfile.read(path, dtype="int16", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise SoundTrouble("own-sound-damaged") from error
    strike: Stored = np.asarray(read, np.int16)
    if rate != RATE or strike.shape[1:] != (2,) or not len(strike):
        raise SoundTrouble("own-sound-damaged")
    return strike


def softened(strike: Stored) -> Stored:
    """The soft strike of an own bell: as much quieter as that of a built-in one."""
    return stored(floats(strike) * _SOFT_GAIN)
