"""Read what can still be read of a damaged log into a good copy.

Tables are read from both ends until the damage, and what belongs to a sit by the sit's number, so
that one bad page costs the rows on it and no more. Which tables there are is read from the good
copy: those with a stamp hold records, those that name a sit hold its parts.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlite_utils import Database
from sqlite_utils.db import Table

from mindful.log.driver import Error, IntegrityError, connect_to
from mindful.log.key import Key

Cells = dict[str, object]

_NONSENSE = (IntegrityError, OverflowError)
"""What the tables' own rules raise at what damage made of a record."""


def is_whole(log: Path, key: Key | None = None) -> bool:
    """Whether every page, every index and every text of a log can be read."""
    try:
        with contextlib.closing(_open(log, key)) as db:
            sound = db.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            return sound and all(sum(1 for _ in table.rows) >= 0 for table in db.tables)
    except Error:
        return False


def salvage(
    damaged: Path, good: Path, *, key: Key | None = None, good_key: Key | None = None
) -> int:
    """Bring records into a good copy that are newer in a damaged log, or only there.

    Args:
        damaged: the log; only read.
        good: a copy that was looked through; nobody else has it open.
        key: of the damaged log.
        good_key: of the copy.

    Returns:
        How many sits were brought over. None is a fair answer: nothing could be read.
    """
    with (
        contextlib.closing(_open(damaged, key)) as source,
        contextlib.closing(_open(good, good_key)) as target,
    ):
        # A text with damage inside is still mostly a text.
        source.conn.text_factory = lambda read: read.decode("utf-8", "replace")
        target.execute("BEGIN IMMEDIATE")
        saved = sum(
            _bring(source, target, table, record) and _is_living_sit(table, record)
            for table in _tables_with(target, "hlc", "deleted_at")
            for record in _readable(source, table.name, table.pks[0])
        )
        target.execute("UPDATE device SET hlc = max(hlc, (SELECT coalesce(max(hlc), 0) FROM sits))")
        target.commit()
    return saved


def _readable(source: Database, table: str, key: str) -> Iterator[Cells]:
    """The records of a table, each once, from both ends until the damage."""
    seen = set()
    for order in ("asc", "desc"):
        for record in _until_damage(source, table, order_by=f"{key} {order}"):
            if record[key] not in seen:
                seen.add(record[key])
                yield record


def _until_damage(source: Database, table: str, **which: Any) -> Iterator[Cells]:  # Any: passed on
    with contextlib.suppress(Error):
        yield from source.table(table).rows_where(**which)


def _bring(source: Database, target: Database, table: Table, record: Cells) -> bool:
    """Put a record with its parts into the good copy, if it makes sense and is newer."""
    if not _makes_sense(record):
        return False
    name = "uuid" if "uuid" in record else "key"
    there = next(iter(list(table.rows_where(f"{name} = ?", [record[name]]))), None)
    if there is not None and there["hlc"] >= record["hlc"]:
        return False
    target.execute("SAVEPOINT record")
    try:
        if there is not None:
            table.delete_where(f"{name} = ?", [record[name]])
        _insert(source, target, table, record, None if there is None else there.get("id"))
    except _NONSENSE:
        target.execute("ROLLBACK TO record")
        return False
    finally:
        target.execute("RELEASE record")
    return True


def _insert(
    source: Database, target: Database, table: Table, record: Cells, number: object
) -> None:
    if "id" not in record:
        table.insert(record)
        return
    # The number of a row is its file's own.
    row = table.insert(record | {"id": number}, pk="id").last_pk
    if table.name != "sits":
        return
    for part in _tables_with(target, "sit"):
        part.delete_where("sit = ?", [row])
        own = {"where": "sit = ?", "where_args": [record["id"]]}
        for cells in _until_damage(source, part.name, **own):
            with contextlib.suppress(*_NONSENSE):  # A sit without a word of it is still a sit.
                part.insert(cells | {"sit": row})


def _makes_sense(record: Cells) -> bool:
    if not isinstance(record["hlc"], int):
        return False
    try:
        return "uuid" not in record or UUID(str(record["uuid"])).version == 7
    except ValueError:
        return False


def _is_living_sit(table: Table, record: Cells) -> bool:
    return table.name == "sits" and record["deleted_at"] is None


def _tables_with(db: Database, *columns: str) -> list[Table]:
    return [table for table in db.tables if {*columns} <= {*table.columns_dict}]


def _open(path: Path, key: Key | None) -> Database:
    return Database(connect_to(path, 0, key), execute_plugins=False)
