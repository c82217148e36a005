"""The voices Settings offers: the most natural first, and why some can't speak here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale

from mindful.ui.models import Option
from mindful.wording import _, reason

if TYPE_CHECKING:  # numpy stands behind it, and the window comes first
    from mindful.voice.protocol import VoiceInfo

SHOWN = 12
"""How many voices the list offers; “mindful voices” shows all."""
NATURAL = 80
"""From this rank on, a voice is worth a line even where it can't speak on this computer."""


class Voices(NamedTuple):
    """What the list shows.

    Attributes:
        offered: ids and words, the most natural first.
        unavailable: ids of those that can't be chosen now.
        why: a sentence on those, and on what would help; empty where all can.
    """

    offered: tuple[Option, ...]
    unavailable: frozenset[str]
    why: str


def offer(voices: tuple[VoiceInfo, ...], chosen: VoiceInfo | None) -> Voices:
    """The natural voices, able to speak or not, then others that are; the chosen one always."""
    worthy = [voice for voice in voices if _is_worthy(voice)]
    shown = sorted(worthy, key=lambda voice: -voice.rank)[:SHOWN]
    if chosen is not None and chosen.id not in {voice.id for voice in shown}:
        shown.append(chosen)
    dumb = [voice for voice in shown if not voice.available]
    return Voices(
        tuple((voice.id, f"{voice.name}, {language_words(voice.language)}") for voice in shown),
        frozenset(voice.id for voice in dumb),
        " ".join(_why(dumb)),
    )


def language_words(tag: str) -> str:
    """A language's own name for itself, by its BCP 47 tag: "American English"."""
    locale = QLocale(tag)
    return tag if locale.language() == QLocale.Language.C else locale.nativeLanguageName()


def _is_worthy(voice: VoiceInfo) -> bool:
    return voice.rank >= NATURAL or (voice.available and voice.rank > 0)


def _why(dumb: list[VoiceInfo]) -> list[str]:
    """One sentence for each reason, naming the voices it holds for."""
    reasons = dict.fromkeys(voice.why for voice in dumb)
    return [
        _("Not on this computer yet: {voices} ({reason}).").format(
            voices=", ".join(voice.name for voice in dumb if voice.why == why), reason=reason(why)
        )
        for why in reasons
    ]
