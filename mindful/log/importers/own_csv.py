"""Our own CSV, as `mindful.log.exporters.table` writes it, and as a person may have edited it."""

from __future__ import annotations

from uuid import UUID

from mindful.log.importers.model import ImportedSit, Row, TableFormat, UnreadableCell, column
from mindful.log.importers.times import iso_moment, seconds_length
from mindful.log.records import Ended

COLUMNS = (
    "id",
    "started_at",
    "exercise",
    "title",
    "planned_seconds",
    "sat_seconds",
    "ended",
    "feelings",
    "places",
    "intensity_before",
    "intensity_after",
    "able_to_be_with",
    "groundings",
    "note",
)
"""In the order written. ``started_at`` has the zone's offset; words are parted by ``|``."""

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula where a cell begins with it."""


def escaped(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before it.

    One that began with an apostrophe gets another, so that `plain` gives back what was.
    """
    return f"'{cell}" if cell.startswith((*FORMULAS, "'")) else cell


def plain(cell: str) -> str:
    """The cell before `escaped`."""
    return cell.removeprefix("'")


def _read(line: int, row: Row) -> ImportedSit:
    planned = row.get("planned_seconds", "")
    return ImportedSit(
        line=line,
        id=_own_id(row.get("id", "").strip()),
        began=iso_moment(row["started_at"]),
        seconds=seconds_length(row["sat_seconds"]),
        planned_seconds=round(seconds_length(planned)) if planned else None,
        exercise=plain(row["exercise"]).strip() or "timer",
        title=plain(row.get("title", "")),
        ended=_ended(row.get("ended", "").strip()),
        feelings=_words(row.get("feelings", "")),
        places=_words(row.get("places", "")),
        intensity_before=_scale(row.get("intensity_before", "")),
        intensity_after=_scale(row.get("intensity_after", "")),
        able_to_be_with=_scale(row.get("able_to_be_with", "")),
        note=plain(row.get("note", "")),
    )


def _own_id(cell: str) -> str:
    try:
        own = UUID(cell)
    except ValueError:
        return ""
    return str(own) if own.version == 7 else ""


def _ended(cell: str) -> Ended:
    return Ended(cell) if cell in set(Ended) else Ended.FINISHED


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in plain(cell).split("|") if word.strip())


def _scale(cell: str) -> int | None:
    if not cell.strip():
        return None
    number = cell.strip()
    if not number.isascii() or not number.isdigit() or int(number[:4]) > 10:
        raise UnreadableCell("words-unusable")
    return int(number[:4])


OWN_CSV = TableFormat(
    id="mindful-csv",
    needs=(column("started_at"), column("exercise"), column("sat_seconds")),
    read=_read,
    is_local=lambda _columns: False,
)
