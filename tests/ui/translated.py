"""Tells which words on a page come from content files, from the person, or past the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QLocale

from mindful.assets import asset
from scripts.lib.tour_guide import ROOT
from tests.ui.longer_words import LETTER

ELSEWHERE = (
    "Test hum, American English",  # a voice has its own name, and Qt that of its language
    "Invalid value (at line 1, column 6)",  # what the reader of a file says of it
    "title: Expected `str`, got `int`",
)
FACTS = re.compile(r"^[~/]|\.toml:\d|^[\d.,]+ [kMG]i?B$|Python \d|^test:plain$|^PulseAudio$")
"""Paths, sizes, versions and names of programs."""


def untold(texts: Iterable[str]) -> set[str]:
    """What is neither in longer words nor from a content file or the person."""
    told = {words for words in texts if is_language(words) and LETTER not in words}
    return {words for words in told if plain(words) not in words_of_content()}


def is_language(words: str) -> bool:
    """Whether there is a word in it, and not only figures, a path or a file's name."""
    return bool(re.search(r"[^\W\d_]{2}", words)) and not FACTS.search(words)


def plain(words: str) -> str:
    """Without line breaks, the mark of what was left out, and a year at its end."""
    return " ".join(re.sub(r" \d{4}$", "", words.rstrip("…")).split())


@cache
def words_of_content() -> str:
    """What content files, the log of the tour, and the locale say."""
    files = [
        *asset("exercises", "en").iterdir(),
        asset("feelings.toml"),
        asset("help", "lines.toml"),
    ]
    files += (ROOT / "scripts" / "lib").glob("tour*.py")
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    months = range(1, 13)
    dates = [name for m in months for name in (locale.monthName(m, short), locale.monthName(m))]
    dates += [locale.dayName(day, short) for day in range(1, 8)]
    told = [file.read_text(encoding="utf-8") for file in files if file.is_file()]
    joined = re.sub(r'"\s*\n\s*"|\\n', " ", "\n".join(told))
    lists = re.sub(r'", "', ", ", joined)
    return plain("\n".join((joined, lists, *dates, *ELSEWHERE)))
