"""No word on any page goes past the catalogue, but those of content files and of the person."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from mindful.assets import asset
from scripts.lib.tour import STOPS, stops_of
from scripts.lib.tour_guide import ROOT, Guide
from tests.ui.longer_words import LETTER, speak_longer
from tests.ui.reading import contents, read

pytestmark = pytest.mark.window

ELSEWHERE = (
    "Test hum, American English",  # a voice has its own name, and Qt that of its language
    "Invalid value (at line 1, column 6)",  # what the reader of a file says of it
    "title: Expected `str`, got `int`",
)
FACTS = re.compile(r"^[~/]|\.toml:\d|^[\d.,]+ [kMG]i?B$|Python \d|^test:plain$|^PulseAudio$")
"""Paths, sizes, versions and names of programs."""


def test_every_word_on_every_page_is_translated(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_longer(monkeypatch)
    content = words_of_content()
    past = set()
    for filled in (False, True):
        guide = Guide(qapp, filled=filled, voice="test:plain", reduced_motion=True)
        guide.open()
        stops = tuple(stop for stop in STOPS if stop.filled is filled and "wide" in stop.widths)
        for stop in stops_of(guide, stops):
            for root in (guide.app.window, *contents(guide.app.window)):
                texts = {text.words for text in read(root).texts}
                untold = {words for words in texts if is_language(words) and LETTER not in words}
                past |= {f"{stop.name}: {w}" for w in untold if plain(w) not in content}
        guide.close()
    assert past == set()


def is_language(words: str) -> bool:
    """Whether there is a word in it, and not only figures, a path or a file's name."""
    return bool(re.search(r"[^\W\d_]{2}", words)) and not FACTS.search(words)


def plain(words: str) -> str:
    """Without line breaks, the mark of what was left out, and a year at its end."""
    return " ".join(re.sub(r" \d{4}$", "", words.rstrip("…")).split())


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
