"""brethap's CSV: ``start,end,breaths`` and, later, ``heartrate``; the clock of the place."""

from __future__ import annotations

from mindful.log.importers.model import ImportedSit, Row, TableFormat, UnreadableCell, column
from mindful.log.importers.times import iso_moment


def _read(line: int, row: Row) -> ImportedSit:
    began, ended = iso_moment(row["start"]), iso_moment(row["end"])
    if (began.tzinfo is None) != (ended.tzinfo is None):
        raise UnreadableCell("date-unreadable")
    return ImportedSit(
        line=line,
        began=began,
        seconds=(ended - began).total_seconds(),
        exercise="pacer-coherent",
        title="brethap",
    )


BRETHAP = TableFormat(
    id="brethap",
    needs=(column("start"), column("end"), column("breaths")),
    read=_read,
    is_local=lambda _columns: True,
)
