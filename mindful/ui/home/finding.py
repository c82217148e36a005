"""Which practices a person means by what they typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from mindful.ui.models import Practice, PracticeGroup


def found(groups: Sequence[PracticeGroup], typed: str) -> frozenset[str] | None:
    """Ids of the practices meant; None where nothing was typed, so that all are shown.

    Words that begin words of a title are looked for first. Where no title has all of them, any
    part of title, purpose or group will do.
    """
    words = _plain(typed).split()
    if not words:
        return None
    practices = [(group, practice) for group in groups for practice in group.practices]
    titled = {practice.id for _, practice in practices if _begun(practice, words)}
    if titled:
        return frozenset(titled)
    return frozenset(
        practice.id
        for group, practice in practices
        if _holds(f"{practice.title} {practice.purpose} {group.title}", words)
    )


def _begun(practice: Practice, words: Sequence[str]) -> bool:
    parts = _plain(practice.title).split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _holds(text: str, words: Sequence[str]) -> bool:
    plain = _plain(text)
    return all(word in plain for word in words)


def _plain(text: str) -> str:
    """Without accents, capitals and signs, so that "whats" finds "What’s"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = (sign for sign in apart if not unicodedata.combining(sign) and sign not in "’'")
    return "".join(sign if sign.isalnum() else " " for sign in kept)
