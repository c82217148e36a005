"""Records of a log of ours, put into another as they are."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from mindful.log.batches import Batch
from mindful.log.bulk import Bulk
from mindful.log.driver import IntegrityError, ProgrammingError
from mindful.log.errors import LogTrouble
from mindful.log.importers.own_json import OwnRecord
from mindful.log.records import Sit, check_scale, check_words
from mindful.log.store import Change, Row, Stamp
from mindful.log.whole import Kind, Rows, kinds, quoted

LATEST_STAMP = 1 << 59
"""Stamps of the hybrid clock stay below it until the year 2248; a larger one is no stamp."""

_SPARE = {"begun_on", "touched_at", "hlc", "device", "deleted_at", "uuid"}


class OwnTaker:
    """Writes records into a log, each with its id and, where it was unknown, its stamp.

    Args:
        rows: reads the log.
        batch: the import; None to write nothing.
    """

    def __init__(self, rows: Rows, batch: Batch | None) -> None:
        self._rows = rows
        self._batch = batch
        self._kinds = kinds(rows)
        self._bulk = Bulk(batch.change) if batch is not None else None

    def fault(self, record: OwnRecord) -> str:
        """Why a record cannot be kept, a code of `BadLine`; empty when it can."""
        kind = self._kinds.get(record.table)
        parts = {part.table for part in kind.parts} if kind else set()
        if kind is None or not set(record.parts) <= parts or record.cells.get("deleted_at"):
            return "record-broken"
        if not set(record.cells) <= set(kind.columns) or not record.cells.get(kind.key):
            return "record-broken"
        return "" if _makes_sense(record) else "record-broken"

    def is_here(self, record: OwnRecord) -> bool:
        """Whether the log has a living record of this id."""
        kind = self._kinds[record.table]
        living = f"SELECT 1 FROM {kind.table} WHERE {kind.key} = :key AND deleted_at IS NULL"
        return bool(self._rows(living, {"key": record.cells[kind.key]}))

    def add(self, record: OwnRecord) -> bool:
        """Keep a record that is not here; gives whether the log's own rules let it in.

        One that was deleted here comes back as an edit of now, so that it is newer than its
        deletion wherever that was carried.
        """
        if self._batch is None:
            return True
        change, kind = self._batch.change, self._kinds[record.table]
        change.run("SAVEPOINT record", {})
        try:
            _write(self._batch, kind, record)
        except (IntegrityError, OverflowError, ProgrammingError):
            change.run("ROLLBACK TO record", {})
            return False
        finally:
            change.run("RELEASE record", {})
        if self._bulk is not None and record.table == "sits":
            self._bulk.grew(1)
        return True

    def finish(self) -> None:
        """Have the log's indexes again. Nothing is added after."""
        if self._bulk is not None:
            self._bulk.end()


def _write(batch: Batch, kind: Kind, record: OwnRecord) -> None:
    change, key = batch.change, record.cells[kind.key]
    which = f"FROM {kind.table} WHERE {kind.key} = :key"
    cells = {**record.cells, "deleted_at": None}
    was_here = bool(change.rows(f"SELECT 1 {which}", {"key": key}))
    if was_here or not {"hlc", "device"} <= cells.keys():
        cells |= {"hlc": change.stamp.hlc, "device": change.stamp.device}
    batch.note(kind.table, [str(key)], [Stamp(int(str(cells["hlc"])), str(cells["device"]))])
    if was_here:
        change.run(f"DELETE {which}", {"key": key})
    _insert(change, kind.table, cells)
    if not kind.parts:
        return
    (own,) = change.rows(f"SELECT id {which}", {"key": key})
    for part in kind.parts:
        for row in record.parts.get(part.table, ()):
            if not set(row) <= set(part.columns):
                raise OverflowError("a column nobody knows")
            _insert(change, part.table, {**row, part.link: own["id"]})


def _insert(change: Change, table: str, cells: Row) -> None:
    names = ", ".join(quoted(cells))
    slots = ", ".join(f":{name}" for name in cells)
    change.run_many(f"INSERT INTO {table} ({names}) VALUES ({slots})", [cells])


def _makes_sense(record: OwnRecord) -> bool:
    cells = record.cells
    try:
        for name, cell in cells.items():
            if name.endswith("_at") and cell is not None:
                datetime.fromisoformat(str(cell))
        if "uuid" in cells and UUID(str(cells["uuid"])).version != 7:
            return False
        stamp = cells.get("hlc", 1)
        if not isinstance(stamp, int) or not 0 < stamp < LATEST_STAMP:
            return False
        if record.table == "sits":
            _check_sit(record)
    except (ValueError, LogTrouble):  # msgspec's are ValueErrors too
        return False
    return True


def _check_sit(record: OwnRecord) -> None:
    """Refuse what could not be read again as a sit."""
    words = {
        name: tuple(row.get("word") for row in record.parts.get(f"sit_{name}", ()))
        for name in ("feelings", "places")
    }
    cells = {name: cell for name, cell in record.cells.items() if name not in _SPARE}
    sit = msgspec.convert({**cells, **words, "id": record.cells["uuid"]}, Sit)
    if sit.ended is None:
        raise ValueError("a sit that is not over")
    check_words((*sit.feelings, *sit.places))
    for number in (sit.intensity_before, sit.intensity_after, sit.able_to_be_with):
        check_scale(number)
