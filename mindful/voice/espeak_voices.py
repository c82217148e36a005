"""The voices of espeak-ng, read from its data without loading the library."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from mindful.voice.protocol import VoiceInfo

LICENCE = "MPL-2.0 AND GPL-3.0-or-later"
"""pyttsx3 and espeak-ng."""

CURATED = (
    # The first was measured: predicted naturalness (NISQA-TTS) 1.95 of 5. The others offer the
    # same two variants in the accents espeak marks as mature; their order is by likeness to it.
    ("gmw/en-us+f3", "American woman", "en-US", 20),
    ("gmw/en-gb-x-rp+f3", "British woman", "en-GB", 19),
    ("gmw/en-us+m3", "American man", "en-US", 18),
    ("gmw/en-gb-x-rp+m3", "British man", "en-GB", 17),
    ("gmw/en-gb-scotland+f3", "Scottish woman", "en-GB", 16),
    ("gmw/en-gb-scotland+m3", "Scottish man", "en-GB", 15),
)
"""Voice, name for people, language, rank."""

PLAIN_RANK = 10
"""Rank of a language's own voice, without a variant."""


def espeak_voices(data: Path) -> tuple[VoiceInfo, ...]:
    """The English voices worth choosing first, then one of every language.

    Args:
        data: the folder ``espeak-ng-data``.
    """
    chosen = tuple(_info(*voice) for voice in CURATED)
    return chosen + tuple(_info(*voice, PLAIN_RANK) for voice in sorted(_languages(data)))


def espeak_data() -> Path | None:
    """The data that the package espeakng-loader carries; None where it is not installed."""
    spec = find_spec("espeakng_loader")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "espeak-ng-data"


def language_tag(language: str) -> str:
    """A language as systems write it (``en_US``, ``en-gb-x-rp``) as a BCP 47 tag (RFC 5646)."""
    first, *rest = language.replace("_", "-").split("-")
    return "-".join([first.lower(), *_cased(rest)])


def _cased(subtags: list[str]) -> Iterator[str]:
    private = False
    for subtag in subtags:
        private = private or subtag.lower() == "x"
        if len(subtag) == 2 and not private:
            yield subtag.upper()
        elif len(subtag) == 4 and subtag.isalpha() and not private:
            yield subtag.title()
        else:
            yield subtag.lower()


def _languages(data: Path) -> Iterator[tuple[str, str, str]]:
    """Voice, name and language of each file; espeak's formats are in its docs/voices.md."""
    folder = data / "lang"
    for file in folder.rglob("*"):
        if file.is_file():
            words = [line.split(maxsplit=1) for line in file.read_text("utf-8").splitlines()]
            first = {pair[0]: pair[1] for pair in reversed(words) if len(pair) == 2}
            voice = file.relative_to(folder).as_posix().lower()
            yield voice, first.get("name", voice), language_tag(first["language"].split()[0])


def _info(voice: str, name: str, language: str, rank: int) -> VoiceInfo:
    return VoiceInfo(
        id=f"pyttsx3:{voice}",
        engine="pyttsx3",
        name=name,
        language=language,
        licence=LICENCE,
        rank=rank,
    )
