"""The steering of what to do where no voice was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mindful.wording import _, reason

if TYPE_CHECKING:  # numpy stands behind these, and the window comes first
    from mindful.parts import Parts
    from mindful.ui.background import Background
    from mindful.ui.sections.voice_setup import VoiceSetup
    from mindful.voice.protocol import VoiceInfo


class VoiceSetupSteering:
    """Looks for a voice again when asked, and tells of it.

    Args:
        part: the steps.
        parts: the parts of the program.
        background: brings answers of other threads.
        found: told of the voice that was found, or None.
        stay: called when the person stays with captions.
    """

    def __init__(
        self,
        part: VoiceSetup,
        parts: Parts,
        background: Background,
        found: Callable[[VoiceInfo | None], None],
        stay: Callable[[], None],
    ) -> None:
        self._part = part
        self._parts = parts
        self._background = background
        self._found = found
        part.look_wanted.connect(self._look)
        part.captions_wanted.connect(stay)

    def _look(self) -> None:
        self._part.show_looking()
        again = self._parts.soon(self._parts.look_for_voices)
        self._background.when(again, self._found, lambda _: self._found(None))


def can_speak(voices: tuple[VoiceInfo, ...]) -> bool:
    """Whether there is a voice that is more than a stand-in."""
    return any(voice.available and voice.rank > 0 for voice in voices)


def looked_words(voices: tuple[VoiceInfo, ...]) -> str:
    """What was looked for, and why none of it can speak."""
    engines: dict[str, str] = {}
    for voice in voices:
        if voice.rank > 0:
            engines.setdefault(_engine_words(voice.engine), voice.why)
    if not engines:
        return _("Looked for: the natural voice, the simple voice. Found: neither.")
    said = (f"{name} ({reason(why)})" if why else name for name, why in engines.items())
    return _("Looked for: {voices}. Found: none that can speak.").format(voices=", ".join(said))


def _engine_words(engine: str) -> str:
    return _("the natural voice") if engine == "kokoro" else _("this computer’s voice")
