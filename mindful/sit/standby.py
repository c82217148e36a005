"""Lines that nobody should have to wait for: kept ahead, said by whichever voice can at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from mindful.audio.clip import Samples
from mindful.audio.shaping import spoken_line
from mindful.exercises.estimate import ARTICULATION, gap_frames, sentences
from mindful.exercises.model import Pace
from mindful.voice.speaker import Speaker


class Standby(msgspec.Struct, frozen=True, kw_only=True):
    """A voice for lines that hold nothing of a person's own.

    Attributes:
        speaker: has them spoken.
        voice: the voice's id.
        pace: as set by the person, 1.0 for that of guidance.
        kind: how quickly such lines are spoken.
    """

    speaker: Speaker
    voice: str
    pace: float
    kind: Pace

    def keeping(self, texts: Iterable[str]) -> list[Callable[[], None]]:
        """What has these made and kept, sentence by sentence; each may raise `VoiceTrouble`."""
        return [
            partial(self.speaker.keep, sentence, self.voice, self._speed)
            for text in texts
            for sentence in sentences(text)
        ]

    def say(self, text: str) -> Samples:
        """A line's sound, soon: mono float32 at 48 kHz.

        Raises:
            VoiceTrouble: no voice can speak it.
        """
        parts = sentences(text)
        voice = self.speaker.at_once(parts, self.voice, self._speed)
        clips = [self.speaker.speak(one, voice, self._speed, private=False) for one in parts]
        return spoken_line(clips, gap_frames(self.kind))

    @property
    def _speed(self) -> float:
        return self.pace * ARTICULATION[self.kind]
