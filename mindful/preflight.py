"""Before Begin: whether the bell chosen, the sound device and a voice will work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from mindful.audio.errors import SoundTrouble
from mindful.sit.choice import SILENT
from mindful.wording import _

if TYPE_CHECKING:
    from mindful.parts import Parts


class Ready(msgspec.Struct, frozen=True):
    """What a sit that began now would miss; None where nothing is missing.

    Attributes:
        bell: why the bell chosen cannot be struck.
        sound: why nothing can be heard.
    """

    bell: SoundTrouble | None = None
    sound: SoundTrouble | None = None


def look(parts: Parts) -> Ready:
    """Try the bell and the device: some milliseconds, at first longer; not for Qt's thread."""
    return Ready(_bell_trouble(parts), _sound_trouble(parts))


def try_voice(parts: Parts, voice: str) -> float:
    """Speak a word; gives the seconds it took up as sound.

    Raises:
        VoiceTrouble: it cannot speak.
    """
    return parts.speaker.speak(_("Here I am."), voice, private=True).seconds


def try_sound() -> str:
    """Open the sound device; gives the sound system's name.

    Raises:
        SoundTrouble: ``no-sound-device``.
    """
    from mindful.audio.output import SoundCard

    card = SoundCard()
    try:
        return card.name
    finally:
        card.close()


def _bell_trouble(parts: Parts) -> SoundTrouble | None:
    if parts.settings.bell == SILENT:
        return None
    try:
        parts.rack.get(parts.settings.bell)
    except SoundTrouble as trouble:
        return trouble
    return None


def _sound_trouble(parts: Parts) -> SoundTrouble | None:
    settings = parts.settings
    if not settings.speak and settings.bell == settings.ambience == SILENT:
        return None
    try:
        try_sound()
    except SoundTrouble as trouble:
        return trouble
    return None
