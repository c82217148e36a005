"""What every voice engine offers: a sentence in, a clip out."""

from __future__ import annotations

from typing import Protocol

import msgspec

from mindful.audio.clip import Clip


class VoiceInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A voice as a person may choose it.

    Attributes:
        id: ``engine:voice``, what ``--voice`` takes and the log keeps.
        engine: name of the engine.
        name: the voice's own name, for people.
        language: BCP 47 tag, such as ``en-US``.
        licence: SPDX expression of the voice and its engine.
        available: whether it can speak on this machine now.
        why: code of the reason it cannot, empty when it can.
        rank: naturalness, 0 to 100; the best available one is preferred.

    """

    id: str
    engine: str
    name: str
    language: str
    licence: str
    available: bool = True
    why: str = ""
    rank: int = 0


class Engine(Protocol):
    """One way to make speech. Implementations never open a sound device.

    An engine speaks for one thread at a time. `close` may come from another one, whereupon a
    running `speak` raises ``voice-closed``.
    """

    @property
    def name(self) -> str:
        """Stable short name, the part of a voice's id before the colon."""

    @property
    def version(self) -> str:
        """Everything that changes its sound: package, model, settings. Part of the cache key."""

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices it knows, available or not, without starting anything slow."""

    def speak(self, sentence: str, voice: str, pace: float) -> Clip:
        """Speak one sentence.

        Args:
            sentence: plain text, one sentence.
            voice: a voice's id as in `VoiceInfo.id`.
            pace: articulation against the guidance default; 1.0 is about 143 words a minute.

        Returns:
            Mono sound at the engine's own rate, never empty.

        Raises:
            VoiceTrouble: it hung, died, stayed silent or does not know the voice.

        """

    def rest(self) -> None:
        """Give back what it holds until the next line: a worker and its memory."""

    def close(self) -> None:
        """End whatever it started. Safe to call twice."""
