"""Meditation Assistant's CSV: ``"ID","Length","Started","Completed","Message"``, in UTC.

The length is hours and minutes; between start and completion there may have been pauses.
"""

from __future__ import annotations

from datetime import UTC

from mindful.log.importers.model import ImportedSit, Row, TableFormat, column
from mindful.log.importers.times import clock_length, iso_moment


def _read(line: int, row: Row) -> ImportedSit:
    return ImportedSit(
        line=line,
        began=iso_moment(row["started"]).replace(tzinfo=UTC),
        seconds=clock_length(row["length"]),
        note=row.get("message", ""),
    )


MEDITATION_ASSISTANT = TableFormat(
    id="meditation-assistant",
    needs=(column("length"), column("started"), column("completed")),
    read=_read,
    is_local=lambda _columns: False,
)
