"""The worker that speaks through pyttsx3: `python -m mindful.voice.pyttsx3_worker FOLDER`.

pyttsx3 2.99 needs care, found by measuring: without waiting for espeak's own thread before and
after each line, up to 17 of 400 lines came back silent, with it none of 3,000; without a first
empty run the first long line is lost; it writes one line for each run; it prints to stdout; it
ignores the name of a voice it does not know; a file it cannot write stops it for ever, which the
parent's time limit ends. Imports neither numpy nor Qt.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mindful.voice.serving import Refused, Reply, serve
from mindful.voice.sound_file import Sound, read_sound
from mindful.voice.wire import Header

TRIES = 3
"""A line that comes back silent is tried so often."""


class SystemSpeech:
    """pyttsx3's engine of this system, speaking into files."""

    def __init__(self, folder: Path) -> None:
        """Load the speech library; everything runs in the thread that calls this.

        Raises:
            Refused: ``voice-missing``, a package is not installed.
        """
        self._file = folder / f"line{_ending()}"
        try:
            self._settle = _settling(folder)
            import pyttsx3

            self._engine: Any = pyttsx3.init()  # Any: pyttsx3 has no types
        except ImportError as error:
            raise Refused("voice-missing") from error
        self._engine.runAndWait()  # else the first long line returns at once, unfinished
        self._voices = {voice.id: voice for voice in self._engine.getProperty("voices")}

    def describe(self) -> Header:
        """What the app wants to know of the system's voices."""
        voices = [
            [voice.id, voice.name, (voice.languages or [""])[0]] for voice in self._voices.values()
        ]
        return {"voices": voices, "default": self._engine.getProperty("voice")}

    def answer(self, request: Header) -> Reply:
        """Speak ``text`` with ``voice`` at ``rate`` (words a minute by the engine's own count).

        Returns:
            The sound's ``rate`` in frames a second, and its frames as 16-bit little-endian mono.

        Raises:
            Refused: ``unknown-voice`` or ``voice-silent``.
        """
        self._use(str(request["voice"]))
        self._engine.setProperty("rate", request["rate"])
        for _ in range(TRIES):
            sound = self._spoken(str(request["text"]))
            if any(sound.frames):
                return {"rate": sound.rate}, sound.frames
        raise Refused("voice-silent")

    def _use(self, voice: str) -> None:
        """Choose a voice; the library keeps silent about one it does not know.

        The list is asked first, so that a stray path never reaches espeak; what was really set
        is asked afterwards, because the list does not hold espeak's variants.
        """
        base = voice.partition("+")[0] if self._settle else voice  # espeak: base+variant
        if base not in self._voices:
            raise Refused("unknown-voice")
        self._engine.setProperty("voice", voice)
        if self._engine.getProperty("voice") != voice:
            raise Refused("unknown-voice")

    def _spoken(self, text: str) -> Sound:
        """One line, one file, one run; the file is gone before this returns."""
        settle = self._settle or (lambda: None)
        try:
            settle()
            self._engine.save_to_file(text, str(self._file))
            self._engine.runAndWait()
            settle()
            return read_sound(self._file)
        finally:
            self._file.unlink(missing_ok=True)


def _settling(folder: Path) -> Callable[[], object] | None:
    """What waits until espeak's own thread has come to rest; None where there is no espeak.

    Without it before and after each line, a late "terminated" of one line ends the next one
    with no sound and no error.
    """
    if not sys.platform.startswith("linux"):
        return None
    from mindful.voice.espeak_library import load_espeak

    settle: Callable[[], object] = load_espeak(folder).espeak_Synchronize
    return settle


def _ending() -> str:
    """MacOS writes AIFF whatever the name, and freezes at some names."""
    return ".aiff" if sys.platform == "darwin" else ".wav"


def _prepare(folder: Path) -> tuple[Header, Callable[[Header], Reply]]:
    speech = SystemSpeech(folder)
    return speech.describe(), speech.answer


def main(folder: str) -> None:
    """Run until the parent is gone. Args: the private folder, an absolute path."""
    serve(_prepare, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1])
