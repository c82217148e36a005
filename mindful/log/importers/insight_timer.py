"""Insight Timer's CSV: ``Started At,Duration,Preset,Activity``.

Local time without a zone; an older header is ``StartedAt (UTC)``. Lengths are not padded.
"""

from __future__ import annotations

from datetime import UTC

from mindful.log.importers.model import ImportedSit, Row, TableFormat, column
from mindful.log.importers.times import american_moment, clock_length

_UTC = "startedat (utc)"
_EXERCISES = {"walking": "walking", "breathing": "breath", "sleep": "sleep"}


def _read(line: int, row: Row) -> ImportedSit:
    began = american_moment(row.get("started at") or row.get("startedat") or row.get(_UTC, ""))
    activity = row.get("activity", "")
    return ImportedSit(
        line=line,
        began=began.replace(tzinfo=UTC) if _UTC in row else began,
        seconds=clock_length(row["duration"]),
        exercise=_EXERCISES.get(activity.casefold(), "timer"),
        title=row.get("preset", "") or activity,
    )


INSIGHT_TIMER = TableFormat(
    id="insight-timer",
    needs=(column("started at", "startedat", _UTC), column("duration"), column("activity")),
    read=_read,
    is_local=lambda columns: _UTC not in columns,
)
