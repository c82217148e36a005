"""What came with an import, so that it can be undone as one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mindful.log.store import Change, Row, Stamp, Value
from mindful.log.whole import Kind, kinds, quoted

_REMEMBER = """
INSERT INTO import_records (import, record_table, record_key, hlc, device, before)
VALUES (?, ?, ?, ?, ?, ?)
"""
_REMEMBER_ADDED = """
INSERT INTO import_records (import, record_table, record_key, hlc, device, before)
SELECT :import, :table, {key}, hlc, device, NULL FROM {table}
WHERE hlc = :hlc AND device = :device
ON CONFLICT DO NOTHING
"""
"""What was noted with the tombstone in its place stays as it is."""
_DELETED = "SELECT {key} AS key FROM {table} WHERE deleted_at IS NOT NULL"
_CHANGED = """
SELECT record_key FROM import_records AS came JOIN {table} AS now ON now.{key} = came.record_key
WHERE import = :import AND record_table = :table AND deleted_at IS NULL
    AND (now.hlc <> came.hlc OR now.device <> came.device)
"""
_TAKE_OUT = """
DELETE FROM {table} WHERE {order} IN (
    SELECT now.{order} FROM import_records AS came
    JOIN {table} AS now ON now.{key} = came.record_key
    WHERE import = :import AND record_table = :table AND before IS NULL
        AND now.hlc = came.hlc AND now.device = came.device)
"""
_BEFORE = """
SELECT now.{order} AS number, before FROM import_records AS came
JOIN {table} AS now ON now.{key} = came.record_key
WHERE import = :import AND record_table = :table AND before IS NOT NULL
    AND now.hlc = came.hlc AND now.device = came.device
"""

_FORGET_BEFORE = """
UPDATE import_records SET before = NULL
WHERE import IN (SELECT id FROM imports) AND record_table = :table
    AND record_key IN (SELECT value FROM json_each(:keys))
"""
"""The first condition is there for the primary key to serve."""


class Undone(msgspec.Struct, frozen=True):
    """How many records an undone import took along, and how many stay: edited since."""

    removed: int
    kept: int


class Batch:
    """One import that is being made.

    Args:
        change: its transaction.
        number: its primary key.

    Attributes:
        change: the transaction.
    """

    def __init__(self, change: Change, number: int) -> None:
        self.change = change
        self._number = number
        self._kinds = kinds(change.rows)
        self._deleted: dict[str, set[str]] = {}

    def deleted(self, table: str, keys: Sequence[str]) -> list[str]:
        """Those of these ids that have a tombstone."""
        return sorted(self._gone(self._kinds[table]).intersection(keys))

    def note_added(self, table: str) -> None:
        """Remember all records that have the transaction's own stamp, in one go.

        Those that replace a tombstone are for `note`, before they are written.
        """
        kind = self._kinds[table]
        sql = _REMEMBER_ADDED.format(key=kind.key, table=table)
        self.change.run(sql, {"import": self._number, "table": table})

    def note(self, table: str, keys: Sequence[str], stamps: Sequence[Stamp] = ()) -> None:
        """Remember records that are about to be written, and the tombstones they replace.

        Args:
            table: theirs.
            keys: their ids.
            stamps: theirs, in the same order; the transaction's own where there are none.
        """
        gone = self.deleted(table, keys)
        before = self._tombstones(self._kinds[table], gone) if gone else {}
        own = [self.change.stamp] * len(keys)
        self.change.run_many(
            _REMEMBER,
            [
                (self._number, table, key, stamp.hlc, stamp.device, before.get(key))
                for key, stamp in zip(keys, stamps or own, strict=True)
            ],
        )

    def _gone(self, kind: Kind) -> set[str]:
        """Ids of all deleted records; asked once, for only imports write while one is made."""
        if kind.table not in self._deleted:
            rows = self.change.rows(_DELETED.format(key=kind.key, table=kind.table))
            self._deleted[kind.table] = {str(row["key"]) for row in rows}
        return self._deleted[kind.table]

    def _tombstones(self, kind: Kind, keys: Sequence[str]) -> dict[Value, str]:
        listed = msgspec.json.encode(list(keys)).decode()
        rows = self.change.rows(
            f"SELECT {', '.join(quoted(kind.columns))} FROM {kind.table} "
            f"WHERE {kind.key} IN (SELECT value FROM json_each(:keys)) AND deleted_at IS NOT NULL",
            {"keys": listed},
        )
        return {row[kind.key]: msgspec.json.encode(row).decode() for row in rows}


def undo(change: Change, number: int) -> Undone:
    """Take out what came with an import, as though it had never come.

    What was edited since stays: the person's own words may be in it.
    """
    removed = kept = 0
    for kind in kinds(change.rows).values():
        which: dict[str, Value] = {"table": kind.table, "import": number}
        names = {"table": kind.table, "key": kind.key, "order": kind.order}
        kept += len(change.rows(_CHANGED.format(**names), which))
        removed += change.run(_TAKE_OUT.format(**names), which)
        for row in change.rows(_BEFORE.format(**names), which):
            _put_back(change, kind, row)
            removed += 1
    return Undone(removed, kept)


def forget_before(change: Change, table: str, keys: Sequence[str]) -> None:
    """Leave nothing of records that are being erased in what an import found in their place.

    Their stamps are new ones then, so that undoing the import passes them over.
    """
    listed = msgspec.json.encode(list(keys)).decode()
    change.run(_FORGET_BEFORE, {"table": table, "keys": listed})


def _put_back(change: Change, kind: Kind, row: Row) -> None:
    """Have the tombstone again that stood in a record's place, as an edit of now."""
    cells = msgspec.json.decode(str(row["before"]), type=dict[str, Value])
    sets = ", ".join(f'"{name}" = :{name}' for name in cells)
    change.run(
        f"UPDATE {kind.table} SET {sets} WHERE {kind.order} = :number_",
        {**cells, "number_": row["number"]},
    )
    for part in kind.parts:
        change.run(
            f"DELETE FROM {part.table} WHERE {part.link} = :number_", {"number_": row["number"]}
        )
