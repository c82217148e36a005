"""Look through a copy of a log without altering it: is it ours, is it whole, what is in it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
from sqlite_utils import Database

from mindful.log.driver import NOT_A_DATABASE, Connection, Error, connect_to_read, result_code
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.schema import APPLICATION_ID, is_newer
from mindful.log.sealed import is_sealed

_CONTENTS = """
SELECT count(*) FILTER (WHERE deleted_at IS NULL AND ended IS NOT NULL),
    max(started_at) FILTER (WHERE deleted_at IS NULL AND ended IS NOT NULL),
    count(*), (SELECT hlc FROM device)
FROM sits
"""
_LOOKS = (
    "PRAGMA integrity_check(1)",
    "PRAGMA foreign_key_check",
    "PRAGMA cipher_integrity_check",  # says nothing of a plain file
)


class Contents(msgspec.Struct, frozen=True):
    """What a copy holds.

    Attributes:
        sits: how many that are over.
        last: when the last of them began, UTC; None without any.
        records: sits in all, deleted and running ones too: never fewer in a later copy.
        stamp: the newest stamp of the hybrid clock: never less in a later copy.
    """

    sits: int
    last: datetime | None
    records: int
    stamp: int


def check_copy(path: Path, *, called: Path | None = None, key: Key | None = None) -> Contents:
    """Look through a whole copy at rest, every page and every index.

    Args:
        path: one file, without a write-ahead log, which nobody writes to.
        called: what the person knows it by.
        key: of an encrypted copy; None for a plain one.

    Raises:
        LogTrouble: ``backup-missing``, ``backup-unreadable``, ``backup-foreign``,
            ``backup-locked``, ``backup-newer`` or ``backup-damaged``, with ``path``.
    """
    told = called or path
    try:
        path.open("rb").close()  # SQLite tells a missing file and a forbidden one alike.
        connection = connect_to_read(path, key)
        try:
            _refuse_others(connection, told)
            return _contents_of(connection)
        finally:
            connection.close()
    except Error as error:
        raise trouble_of(error, told, path) from error
    except msgspec.ValidationError as error:  # It holds what we never write.
        raise LogTrouble("backup-damaged", path=str(told)) from error
    except OSError as error:
        raise unreadable(error, told) from error


def _contents_of(connection: Connection) -> Contents:
    found = connection.execute(_CONTENTS).fetchone()
    named = dict(zip(Contents.__struct_fields__, found, strict=True))
    return msgspec.convert(named, Contents)


def unreadable(error: OSError, path: Path) -> LogTrouble:
    """What a person can be told of a backup that cannot be opened."""
    gone = isinstance(error, FileNotFoundError)
    return LogTrouble("backup-missing" if gone else "backup-unreadable", path=str(path))


def trouble_of(error: Error, path: Path, copy: Path) -> LogTrouble:
    """What a person can be told of a backup that SQLite cannot read.

    Args:
        error: what SQLite says.
        path: what the person knows the backup by.
        copy: where it lies to be looked at.
    """
    if result_code(error) != NOT_A_DATABASE:
        return LogTrouble("backup-damaged", path=str(path))
    return LogTrouble("backup-locked" if is_sealed(copy) else "backup-foreign", path=str(path))


def _refuse_others(connection: Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise LogTrouble("backup-foreign", path=str(path))
    connection.execute("PRAGMA cell_size_check = ON")
    for look in _LOOKS:
        if connection.execute(look).fetchone() not in {("ok",), None}:
            raise LogTrouble("backup-damaged", path=str(path))
    if is_newer(Database(connection, execute_plugins=False)):
        raise LogTrouble("backup-newer", path=str(path))
