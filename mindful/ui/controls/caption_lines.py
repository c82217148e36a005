"""How a text is broken into captions. Pure; what fits is asked of the caller."""

from __future__ import annotations

import re
from collections.abc import Callable

MAX_CHARACTERS = 48
"""In one line: ``captionMaxChars`` of the tokens."""

MAX_LINES = 3
"""In one caption."""

Page = tuple[str, ...]
"""The lines of one caption."""

Fits = Callable[[str], bool]
"""Whether a line is narrow enough for the place it is shown in."""


def pages_of(text: str, fits: Fits) -> list[Page]:
    """Breaks `text` into captions of at most `MAX_LINES` lines.

    A sentence begins a line of its own unless it fits beside the one before it, and is carried
    over two captions only when it is longer than a whole one.
    """
    pages: list[list[str]] = [[]]
    for sentence in re.split(r"(?<=[.!?…])\s+", text.strip()):
        page = pages[-1]
        if page and _allowed(f"{page[-1]} {sentence}", fits):
            page[-1] = f"{page[-1]} {sentence}"
            continue
        lines = _lines(sentence, fits)
        if page and len(page) + len(lines) > MAX_LINES:
            page = []
            pages.append(page)
        page.extend(lines[:MAX_LINES])
        pages.extend(
            lines[first : first + MAX_LINES] for first in range(MAX_LINES, len(lines), MAX_LINES)
        )
    return [tuple(page) for page in pages if page]


def _lines(sentence: str, fits: Fits) -> list[str]:
    """As few lines as will do, the words shared evenly between them."""
    lines = _filled(sentence, MAX_CHARACTERS, fits)
    for limit in range(len(sentence) // max(1, len(lines)), MAX_CHARACTERS):
        evenly = _filled(sentence, limit, fits)
        if len(evenly) == len(lines):
            return evenly
    return lines


def _filled(sentence: str, limit: int, fits: Fits) -> list[str]:
    """Fills line after line with words, up to `limit` characters and what fits."""
    lines: list[str] = []
    for word in sentence.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and len(longer) <= limit and _allowed(longer, fits):
            lines[-1] = longer
        else:
            lines.extend(_pieces(word, fits))
    return lines


def _pieces(word: str, fits: Fits) -> list[str]:
    """A word too long for a line, cut where it must be; any other word as it is."""
    pieces = []
    while not _allowed(word, fits) and len(word) > 1:
        cut = next(
            (n for n in range(min(len(word) - 1, MAX_CHARACTERS), 1, -1) if fits(word[:n])), 1
        )
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word] if word else pieces


def _allowed(line: str, fits: Fits) -> bool:
    return len(line) <= MAX_CHARACTERS and fits(line)
