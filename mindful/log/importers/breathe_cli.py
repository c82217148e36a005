"""breathe-cli's CSV, one breathing session a row; the clock of the place.

``date,time,preset,ratio,duration_target_s,duration_actual_s,breaths,completion_pct,status``
"""

from __future__ import annotations

from mindful.log.importers.model import ImportedSit, Row, TableFormat, column
from mindful.log.importers.times import iso_moment, seconds_length
from mindful.log.records import Ended

_PACERS = (
    ("box", "pacer-box"),
    ("4-4-4-4", "pacer-box"),
    ("4-7-8", "pacer-478"),
    ("478", "pacer-478"),
    ("sigh", "pacer-sigh"),
)
_WHOLE = 99.5
"""Per cent; what is less was stopped early."""


def _read(line: int, row: Row) -> ImportedSit:
    called = f"{row.get('preset', '')} {row.get('ratio', '')}".casefold()
    target = row.get("duration_target_s", "")
    return ImportedSit(
        line=line,
        began=iso_moment(f"{row['date']} {row['time']}"),
        seconds=seconds_length(row["duration_actual_s"]),
        planned_seconds=round(seconds_length(target)) if target else None,
        exercise=next((id_ for word, id_ in _PACERS if word in called), "pacer-coherent"),
        title=row.get("preset", ""),
        ended=_ended(row),
    )


def _ended(row: Row) -> Ended:
    share = row.get("completion_pct", "").rstrip("% ")
    if share:
        return Ended.FINISHED if seconds_length(share) >= _WHOLE else Ended.EARLY
    whole = row.get("status", "").casefold() in {"", "completed", "complete", "finished", "done"}
    return Ended.FINISHED if whole else Ended.EARLY


BREATHE_CLI = TableFormat(
    id="breathe-cli",
    needs=(column("date"), column("time"), column("duration_actual_s")),
    read=_read,
    is_local=lambda _columns: True,
)
