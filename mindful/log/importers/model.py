"""What a file of another app holds, before anything of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from mindful.log.records import Ended

Row = Mapping[str, str]
"""Cells by the name of their column, as `mindful.log.importers.table.plain_name` gives it."""


class ImportedSit(msgspec.Struct, frozen=True, kw_only=True):
    """A sit as another app kept it.

    Attributes:
        line: where it stands: a line of text, or the number of an entry in JSON.
        began: without a zone it is the clock of the place; in UTC the place is not known.
        seconds: how long was sat.
        planned_seconds: how long was meant; None where the file does not say.
        exercise: the exercise of ours that is nearest.
        title: what the other app called it; empty for the exercise's own title.
        ended: how.
        feelings: words for what was felt.
        places: words for where in the body.
        intensity_before: 0 to 10.
        intensity_after: 0 to 10.
        able_to_be_with: 0 to 10.
        note: the person's words.
        id: the UUID it has in a log of ours; empty for sits of others.
    """

    line: int
    began: datetime
    seconds: float
    planned_seconds: int | None = None
    exercise: str = "timer"
    title: str = ""
    ended: Ended = Ended.FINISHED
    feelings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    intensity_before: int | None = None
    intensity_after: int | None = None
    able_to_be_with: int | None = None
    note: str = ""
    id: str = ""


class ImportedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a journal as another app kept it.

    Attributes:
        line: where it stands.
        moment: when it was written; without a zone, the clock of the place.
        mood: the word the other app has for how it was; empty for none.
        title: of the page.
        text: the person's words.
        tags: what was chosen besides, such as activities.
    """

    line: int
    moment: datetime
    mood: str = ""
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()


class BadLine(msgspec.Struct, frozen=True):
    """What cannot be read: where it stands, and a code for why (`REASONS`)."""

    line: int
    reason: str


Item = ImportedSit | ImportedEntry | BadLine

REASONS = (
    "cells-missing",
    "date-early",
    "date-late",
    "date-unreadable",
    "length-endless",
    "length-negative",
    "length-nothing",
    "length-unreadable",
    "line-endless",
    "quotes-open",
    "record-broken",
    "text-endless",
    "words-unusable",
)
"""Every code of a `BadLine`; `mindful.wording` says them in words."""


class UnreadableCell(Exception):
    """A cell that means nothing to its format, with a code of `REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TableFormat(msgspec.Struct, frozen=True, kw_only=True):
    """A format of rows under a header.

    Attributes:
        id: such as ``insight-timer``.
        needs: columns by which it is known, each one or several names for the same.
        read: makes a record of a row.
        is_local: whether its times are those of the place's clock, without a zone.
    """

    id: str
    needs: tuple[frozenset[str], ...]
    read: Callable[[int, Row], ImportedSit | ImportedEntry]
    is_local: Callable[[frozenset[str]], bool]

    def fits(self, columns: frozenset[str]) -> bool:
        """Whether a header with these columns is one of this format."""
        return all(names & columns for names in self.needs)


def column(*names: str) -> frozenset[str]:
    """A column under any of these names."""
    return frozenset(names)
