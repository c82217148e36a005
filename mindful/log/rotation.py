"""Which backups are there, and which of them stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import msgspec

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many days, weeks and months keep a backup each."""

_NAME = re.compile(r"mindful-(\d{4}-\d{2}-\d{2})\.db")


class Backup(msgspec.Struct, frozen=True):
    """A backup that Mindful made by itself: where it lies, and the day it was made on."""

    path: Path
    day: date


def folder_beside(log: Path) -> Path:
    """Where the backups of a log lie."""
    return log.parent / "backups"


def name_for(day: date) -> str:
    """What the backup of a day is called."""
    return f"mindful-{day.isoformat()}.db"


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups there, newest first; none where there is no folder.

    Raises:
        OSError: the folder cannot be read.
    """
    if not folder.is_dir():
        return ()
    found = (Backup(file, day) for file in folder.iterdir() if (day := _day(file.name)) is not None)
    return tuple(sorted(found, key=lambda backup: backup.day, reverse=True))


def days_kept(days: Iterable[date]) -> frozenset[date]:
    """Of all days with a backup those whose backup stays.

    The newest seven days; the newest day of each of the newest four weeks (Monday to Sunday)
    and of each of the newest twelve months. What counts is what is there, not the calendar: who
    did not sit for a year still has everything.
    """
    newest_first = sorted(set(days), reverse=True)
    return frozenset(
        _newest_of_each(newest_first, lambda day: day, DAYS)
        | _newest_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKS)
        | _newest_of_each(newest_first, lambda day: (day.year, day.month), MONTHS)
    )


def _newest_of_each(
    newest_first: Iterable[date], span: Callable[[date], object], most: int
) -> set[date]:
    newest: dict[object, date] = {}
    for day in newest_first:
        newest.setdefault(span(day), day)
    return set(list(newest.values())[:most])


def _day(name: str) -> date | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:  # Such as the 31st of February: not a name of ours.
        return None
