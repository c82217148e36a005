"""What is said or asked once before a sit, and the answer: frozen records of words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asking:
    """What the page before a sit asks or says.

    Attributes:
        title: in a few words.
        words: paragraphs.
        go: words of the primary button.
        other: words of the quiet button; empty for none.
        name: the question above a place for a name; empty where none is asked for.
        phrases: the same for phrases.
        hint: a quiet line at the end.
    """

    title: str
    words: tuple[str, ...]
    go: str
    other: str = ""
    name: str = ""
    phrases: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Asked:
    """What a person wrote on that page."""

    name: str = ""
    phrases: tuple[str, ...] = ()
