"""Try things out: play a sound once, or write it to a file."""

from __future__ import annotations

import threading
import wave
from pathlib import Path
from typing import TYPE_CHECKING

from mindful.exercises.timeline import RATE
from mindful.parts import Parts
from mindful.trouble import Trouble

if TYPE_CHECKING:
    from mindful.audio.clip import Samples

LOOK_SECONDS = 0.05


def play_once(parts: Parts, samples: Samples) -> bool:
    """Play mono samples at 48 kHz to their end; False where there is no device."""
    from mindful.sit.aside import TAIL, rendering

    playback = parts.playback()
    try:
        playback.start(rendering(samples))
        waiting = threading.Event()
        while playback.position() < len(samples) + TAIL:
            if playback.silent:
                return False
            waiting.wait(LOOK_SECONDS)
        return True
    finally:
        playback.close()


def write_wav(path: Path, samples: Samples) -> None:
    """Write mono samples at 48 kHz as a 16-bit WAV file.

    Raises:
        Trouble: ``file-unwritable`` with ``path``.
    """
    from mindful.audio.frames import to_16_bit

    try:
        with path.open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(to_16_bit(samples))
    except OSError as error:
        raise Trouble("file-unwritable", path=str(path)) from error
