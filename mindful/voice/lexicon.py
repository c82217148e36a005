"""Words an engine misreads, written so that it says them right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path


class Lexicon:
    """Respellings by engine.

    Args:
        words: for each engine's name, what stands in the text and what is read instead. Whole
            words, whatever their letter case.
    """

    def __init__(self, words: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._words = {
            engine: {word.casefold(): said for word, said in respelt.items()}
            for engine, respelt in (words or {}).items()
            if respelt
        }
        self._patterns = {engine: _any_of(respelt) for engine, respelt in self._words.items()}

    def respelt(self, text: str, engine: str) -> str:
        """`text` as `engine` has to read it."""
        pattern = self._patterns.get(engine)
        if pattern is None:
            return text
        words = self._words[engine]
        return pattern.sub(lambda found: words[found[0].casefold()], text)


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon of a language: a table an engine, in TOML."""
    return Lexicon(tomllib.loads(path.read_text(encoding="utf-8")))


def _any_of(words: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    inner = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)", re.IGNORECASE)
