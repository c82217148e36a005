"""A voice that hums each sentence exactly as long as the estimator says it takes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Clip, Samples
from mindful.voice.errors import VoiceTrouble
from mindful.voice.protocol import VoiceInfo

RATE = 48_000
"""Frames a second."""

PITCH = 110.0
"""Hertz, about; see `hum`."""

SYLLABLES = 4.0
"""Swells a second, about that of speech."""

PEAK = 0.1
"""-20 dBFS."""


class EstimatedVoice:
    """For tests and for trying an exercise: its timing is known before it speaks."""

    name = "test"
    version = "1"

    def __init__(self, seconds: Callable[[str], float]) -> None:
        """Args: seconds that a sentence takes at pace 1.0."""
        self._seconds = seconds

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The one voice, ranked below all others."""
        info = VoiceInfo(
            id="test:plain",
            engine=self.name,
            name="Test hum",
            language="en",
            licence="GPL-3.0-or-later",
        )
        return (info,)

    def speak(self, sentence: str, voice: str, pace: float) -> Clip:
        """A hum of round(seconds / pace * 48,000) frames.

        Raises:
            VoiceTrouble: ``unknown-voice``; ``voice-silent`` where the estimate is nothing.
        """
        if voice != "test:plain":
            raise VoiceTrouble("unknown-voice", asked=voice, nearest="test:plain")
        frames = round(self._seconds(sentence) / pace * RATE)
        if frames <= 0:
            raise VoiceTrouble("voice-silent", engine=self.name)
        return Clip(hum(frames), RATE)

    def rest(self) -> None:
        """Nothing to give back."""

    def close(self) -> None:
        """Nothing to end."""


def hum(frames: int) -> Samples:
    """A low tone that swells like syllables, `frames` long at 48 kHz, the same every time.

    It begins and ends on a crest, so that trimming silence leaves its length as it is.
    """
    seconds = frames / RATE
    phase = np.linspace(0.0, 2 * np.pi, frames)
    tone = np.cos(phase * max(1, round(PITCH * seconds)))
    swell = 0.7 + 0.3 * np.cos(phase * round(SYLLABLES * seconds))
    return (PEAK * swell * tone).astype(np.float32)
