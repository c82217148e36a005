"""Finding what was written: from what a person types to what SQLite's full-text search takes.

Whoever lists sits puts ``search`` into a `mindful.log.which.Which`; the journal adds its entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

SIT_MATCHES = "sits.id IN (SELECT rowid FROM sit_words WHERE sit_words MATCH :search)"
"""A condition on ``sits``: note and pages of writing together hold the words of ``:search``."""
ENTRY_MATCHES = "entries.id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH :search)"
"""The same on ``entries``."""

_MOST_TYPED = 1000
"""Characters of a search that count: somebody pasted a page."""
_MOST_TERMS = 64
"""Words of a search that count; SQLite holds to a limit too, but by an error."""

_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u0000": " "})


def query_of(typed: str) -> str:
    """What a person typed, as an FTS5 query that is never wrong.

    Every word has to be there, in any order, and is found by its beginning: "tight fri" finds
    "the tightness before Friday". Words between double quotes stand as they are, one behind the
    other. Case and accents make no difference, and no other sign has a meaning.

    Returns:
        A query for MATCH; empty when nothing was typed, which is no query. One of signs alone,
        which no index holds, finds nothing.
    """
    text = typed[:_MOST_TYPED].translate(_QUOTES)
    return " ".join(islice(_terms(text), _MOST_TERMS))


def _terms(text: str) -> Iterator[str]:
    """Parts between quotation marks are words and quotations by turns."""
    parts = text.split('"')
    for number, part in enumerate(parts):
        if number % 2 == 0:
            yield from (f'"{word}"*' for word in part.split())
        elif part.strip():
            # The last one is not closed yet: it is being typed, and its last word may go on.
            yield f'"{part}"' + ("*" if number == len(parts) - 1 else "")
