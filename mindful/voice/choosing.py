"""Which voice speaks: the one a person asked for, or the best there is."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from mindful.voice.errors import VoiceTrouble
from mindful.voice.protocol import VoiceInfo


def ranked(voices: Sequence[VoiceInfo]) -> tuple[VoiceInfo, ...]:
    """Available voices first, the most natural first among them; ties stay as they are."""
    return tuple(sorted(voices, key=lambda voice: (not voice.available, -voice.rank)))


def find(voices: Sequence[VoiceInfo], wanted: str) -> VoiceInfo:
    """The voice with the id `wanted`, letter case aside, available or not.

    Raises:
        VoiceTrouble: ``unknown-voice`` with ``asked`` and ``nearest``.
    """
    for voice in voices:
        if voice.id.casefold() == wanted.casefold():
            return voice
    raise VoiceTrouble("unknown-voice", asked=wanted, nearest=nearest(voices, wanted))


def asked_for(voices: Sequence[VoiceInfo], wanted: str) -> VoiceInfo:
    """As `find`, but available.

    Raises:
        VoiceTrouble: as `find`; ``voice-unavailable`` with ``asked`` and ``why``.
    """
    voice = find(voices, wanted)
    if not voice.available:
        raise VoiceTrouble("voice-unavailable", asked=voice.id, why=voice.why)
    return voice


def best(voices: Sequence[VoiceInfo], language: str) -> VoiceInfo:
    """The most natural available voice of `language` (BCP 47).

    The region only decides between equals: a natural voice of another country is nearer to
    being listened to than a robotic one of one's own. A voice of rank 0 is a stand-in for trying
    things out: it speaks only when it is asked for.

    Raises:
        VoiceTrouble: ``no-voice`` with ``language``.
    """
    fitting = [
        voice for voice in voices if voice.available and voice.rank > 0 and speaks(voice, language)
    ]
    if not fitting:
        raise VoiceTrouble("no-voice", language=language)
    wanted = language.casefold()
    return max(fitting, key=lambda voice: (voice.rank, voice.language.casefold() == wanted))


def speaks(voice: VoiceInfo, language: str) -> bool:
    """Whether `voice` speaks `language`, regions aside."""
    return _primary(voice.language) == _primary(language)


def nearest(voices: Sequence[VoiceInfo], wanted: str) -> str:
    """The available id most like `wanted`, with or without its engine; empty without voices."""
    ids = [voice.id for voice in ranked(voices) if voice.available]
    names = {name.casefold(): id_ for id_ in ids[::-1] for name in (id_.partition(":")[2], id_)}
    close = get_close_matches(wanted.casefold(), names, n=1, cutoff=0.0)
    return names[close[0]] if close else ""


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].casefold()
