"""The open file as the rest of the log sees it: rows to read, changes that hold or do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from mindful.log.driver import attach
from mindful.log.hlc import tick
from mindful.log.instants import Clock, milliseconds_of
from mindful.log.telling import telling

if TYPE_CHECKING:
    from sqlite_utils import Database

    from mindful.log.key import Key

Value = str | int | float | None
Values = Mapping[str, Value]
Row = dict[str, Value]


class Stamp(msgspec.Struct, frozen=True):
    """Who edits a record, and when by the hybrid logical clock."""

    hlc: int
    device: str


class Store:
    """One connection, for one thread.

    Args:
        db: the open file, as `mindful.log.opening.open_log` gives it.
        path: where it lies, for what a person is told.
        clock: tells the present moment.
    """

    def __init__(self, db: Database, path: Path, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self.path = path

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """What a query answers, a dictionary a row.

        Raises:
            LogTrouble: the file cannot be read.
        """
        with telling(self.path):
            return _rows(self._db, sql, values)

    @contextmanager
    def change(self) -> Iterator[Change]:
        """A transaction: on disk when the block is left, undone when an error leaves it.

        Raises:
            LogTrouble: the file cannot be written; nothing of the change is kept.
        """
        with telling(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield Change(self._db, self._stamp())
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def beside(self, path: Path, key: Key | None) -> Iterator[None]:
        """Have another file's tables at hand as ``theirs``, while the block lasts.

        Args:
            path: a file that nobody else has.
            key: of an encrypted one.

        Raises:
            LogTrouble: it cannot be read.
        """
        with telling(self.path):
            attach(self._db.conn, path, key)
            try:
                yield
            finally:
                self._db.conn.execute("DETACH theirs")

    def device(self) -> str:
        """The id of this copy of the log."""
        (row,) = self.rows("SELECT device FROM device")
        return str(row["device"])

    def sweep(self) -> None:
        """Leave nothing of what was deleted in the write-ahead log, unless another reads it."""
        with telling(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let the file go. Safe to call twice."""
        with telling(self.path):
            self._db.close()

    def _stamp(self) -> Stamp:
        """The next stamp; read and kept in the transaction, for other processes give some too."""
        device, last = self._db.execute("SELECT device, hlc FROM device").fetchone()
        stamp = Stamp(tick(last, milliseconds_of(self._clock())), device)
        self._db.execute("UPDATE device SET hlc = ?", [stamp.hlc])
        return stamp


class Change:
    """What may be done inside a transaction. Records it adds or edits get its stamp."""

    def __init__(self, db: Database, stamp: Stamp) -> None:
        self._db = db
        self.stamp = stamp

    def rows(self, sql: str, values: Values | None = None) -> list[Row]:
        """What a query answers inside the transaction."""
        return _rows(self._db, sql, values)

    def add(self, table: str, values: Values) -> int:
        """Add a record and return its primary key, a whole number."""
        added = self._db.table(table).insert(self._stamped(values), pk="id")
        return cast("int", added.last_pk)

    def edit(self, table: str, key: int, values: Values) -> None:
        """Alter fields of the record with this primary key."""
        self._db.table(table).update(key, self._stamped(values))

    def run(self, sql: str, values: Values) -> int:
        """Alter many records at once; ``:hlc`` and ``:device`` are the transaction's stamp.

        Returns:
            How many rows were touched.
        """
        return self._db.conn.execute(sql, self._stamped(values)).rowcount

    def run_many(self, sql: str, rows: Iterable[Values | Sequence[Value]]) -> None:
        """Carry out a statement for each of many rows: ten times as quick as one by one.

        Args:
            sql: the statement.
            rows: by name, or quicker in the order of the statement's question marks; decoded
                from a file, so that no half characters are among them.
        """
        self._db.conn.executemany(sql, rows)

    def put(self, table: str, values: Values) -> None:
        """Add or replace the record with the primary key ``key``."""
        self._db.table(table).upsert(self._stamped(values), pk="key")

    def add_children(self, table: str, rows: Iterable[Values]) -> None:
        """Add rows that belong to a record; stamp the record itself by an edit."""
        self._db.table(table).insert_all([_storable(row) for row in rows])

    def drop_children(self, table: str, sit: int) -> None:
        """Delete the rows of a table that belong to a sit."""
        self._db.table(table).delete_where("sit = ?", [sit])

    def drop_page(self, sit: int, page: int) -> None:
        """Delete the rows of one page of writing of a sit."""
        self._db.table("sit_writings").delete_where("sit = ? AND page = ?", [sit, page])

    def forget_words(self) -> None:
        """Leave no word in the full-text indexes that was deleted or written over.

        They only mark what was deleted, until their parts are joined into one. That takes 0.4 s
        with 100,000 long notes. (FTS5's own ``secure-delete`` would make the file unreadable to
        SQLite before 3.42.)
        """
        self._db.execute("INSERT INTO sit_words (sit_words) VALUES ('optimize')")
        self._db.execute("INSERT INTO entry_words (entry_words) VALUES ('optimize')")

    def _stamped(self, values: Values) -> dict[str, Value]:
        return _storable(values) | {"hlc": self.stamp.hlc, "device": self.stamp.device}


def _rows(db: Database, sql: str, values: Values | None) -> list[Row]:
    # Closed here: a cursor that an error's traceback keeps would keep the file open too.
    with closing(db.execute(sql, _storable(values or {}))) as cursor:
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def _storable(values: Values) -> dict[str, Value]:
    """Half a character, as a broken name of a file or a bad paste may hold, becomes "?"."""
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in values.items()
    }
