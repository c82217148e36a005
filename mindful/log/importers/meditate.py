"""Meditate's CSV: ``start_time_unix,duration_secs,mode,label,note``, in UTC.

Later versions add ``start_local``, the clock of the place, which is worth more than the seconds.
"""

from __future__ import annotations

from mindful.log.importers.model import ImportedSit, Row, TableFormat, column
from mindful.log.importers.times import iso_moment, seconds_length, unix_moment

_EXERCISES = {"box_breath": "pacer-box"}


def _read(line: int, row: Row) -> ImportedSit:
    local = row.get("start_local", "")
    return ImportedSit(
        line=line,
        began=iso_moment(local) if local else unix_moment(row["start_time_unix"]),
        seconds=seconds_length(row["duration_secs"]),
        exercise=_EXERCISES.get(row.get("mode", ""), "timer"),
        title=row.get("label", ""),
        note=row.get("note", ""),
    )


MEDITATE = TableFormat(
    id="meditate",
    needs=(column("start_time_unix"), column("duration_secs")),
    read=_read,
    is_local=lambda columns: "start_local" in columns,
)
