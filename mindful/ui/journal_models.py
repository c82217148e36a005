"""What the Journal shows and gives back: small frozen records, no behaviour, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

DOTS = "\N{MIDDLE DOT} " * 12
"""Stands in a list in place of words that are not to be seen there."""


@dataclass(frozen=True)
class JournalRow:
    """One thing written, as the list shows it.

    Attributes:
        key: its number in the log.
        at: local time.
        source: the title of its sit, or words for none.
        text: as typed.
    """

    key: int
    at: datetime
    source: str
    text: str


@dataclass(frozen=True)
class JournalList:
    """The list: how many were written, and the newest of them.

    Attributes:
        count: how many rows the list has.
        first: the first rows; the others are asked for when they come into view.
        today: the present moment, local.
        searched: only what holds the words looked for.
        day_ends: when a day ends, for what was written and for today.
    """

    count: int
    first: tuple[JournalRow | None, ...]
    today: datetime
    searched: bool = False
    day_ends: time = time.min


@dataclass(frozen=True)
class Passage:
    """A text of the person's own, and what was asked above it; empty for a note."""

    text: str
    prompt: str = ""


@dataclass(frozen=True)
class JournalSheet:
    """One thing written, in full.

    Attributes:
        key: its number in the log.
        when: day, time and sit, in words.
        passages: the texts, in order.
        feelings: words chosen in its sit.
        strengths: "6 before, 4 after"; empty where not said.
        note: what can be edited: the entry, or the sit's note.
        free: it belongs to no sit, and can be deleted.
    """

    key: int
    when: str
    passages: tuple[Passage, ...]
    feelings: tuple[str, ...] = ()
    strengths: str = ""
    note: str = ""
    free: bool = False


@dataclass(frozen=True)
class Writing:
    """What is written now.

    Attributes:
        when: what it is about, in words.
        text: as it stands.
        notice: said above the foot; empty for nothing.
        fresh: it is something new, not a page of the list.
    """

    when: str
    text: str = ""
    notice: str = ""
    fresh: bool = False
