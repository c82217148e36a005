"""Daylio's CSV: ``full_date,date,weekday,time,mood,activities,note_title,note``.

The clock of the place, of 24 or of 12 hours. What it keeps are moments of a day, not sits.
"""

from __future__ import annotations

from datetime import date, datetime

from mindful.log.importers.model import ImportedEntry, Row, TableFormat, UnreadableCell, column
from mindful.log.importers.times import LONGEST_CELL, clock_time

MOODS = {"rad": "joyful", "good": "contented", "bad": "sad"}
"""Daylio's own moods that have a feeling of ours beside them; any other keeps its own word."""


def _read(line: int, row: Row) -> ImportedEntry:
    try:
        day = date.fromisoformat(row["full_date"].strip()[:LONGEST_CELL])
    except ValueError as error:
        raise UnreadableCell("date-unreadable") from error
    return ImportedEntry(
        line=line,
        moment=datetime.combine(day, clock_time(row["time"])),
        mood=row["mood"].strip(),
        title=row.get("note_title", ""),
        text=row.get("note", "").replace("<br>", "\n"),
        tags=tuple(tag.strip() for tag in row.get("activities", "").split("|") if tag.strip()),
    )


DAYLIO = TableFormat(
    id="daylio",
    needs=(column("full_date"), column("time"), column("mood"), column("activities")),
    read=_read,
    is_local=lambda _columns: True,
)
