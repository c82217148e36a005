"""The one place that chooses SQLite's driver: SQLCipher, which reads plain files as well.

One driver for both, since two copies of SQLite in a process would drop each other's locks
(https://sqlite.org/howtocorrupt.html, 2.2.1). Its errors are not subclasses of sqlite3's: whoever
catches `Error` takes it from here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # sqlcipher3 has no types; it is a copy of the standard library's module
    from sqlite3 import (
        Connection,
        Error,
        IntegrityError,
        OperationalError,
        ProgrammingError,
        connect,
    )

    from mindful.log.key import Key
else:
    from sqlcipher3.dbapi2 import (
        Connection,
        Error,
        IntegrityError,
        OperationalError,
        ProgrammingError,
        connect,
    )

__all__ = [
    "BUSY",
    "NOT_A_DATABASE",
    "Connection",
    "Error",
    "IntegrityError",
    "OperationalError",
    "ProgrammingError",
    "attach",
    "connect_to",
    "connect_to_read",
    "copy_into",
    "export_into",
    "result_code",
]

BUSY = 5
"""SQLite's result code while another process has the file."""
NOT_A_DATABASE = 26
"""SQLite's result code for a file that is none, whose first page is damaged, or without its key."""


def connect_to(path: Path, busy_seconds: float, key: Key | None = None) -> Connection:
    """Connect to a file that exists; never make one.

    Args:
        path: the file.
        busy_seconds: how long a statement waits while another process writes.
        key: opens an encrypted file, and encrypts an empty one; None for a plain one. Whether
            it is the right one shows when something is read.
    """
    return _keyed(connect(f"{_address(path)}?mode=rw", uri=True, timeout=busy_seconds), key)


def connect_to_read(path: Path, key: Key | None = None) -> Connection:
    """Connect to a file at rest without altering it, or making another beside it.

    Nobody may write to it meanwhile: no lock is taken.
    """
    return _keyed(connect(f"{_address(path)}?mode=ro&immutable=1", uri=True), key)


def attach(connection: Connection, path: Path, key: Key | None) -> None:
    """Have another file's tables under the name ``theirs``, to be read.

    Args:
        connection: not in a transaction.
        path: a file that is closed.
        key: of an encrypted one.
    """
    secret = "" if key is None else key.literal()
    connection.execute("ATTACH ? AS theirs KEY ?", [f"{_address(path)}?mode=ro", secret])


def copy_into(connection: Connection, target: Path) -> None:
    """Write all that is committed, and nothing that was deleted, to an empty or missing file.

    Others may read and write the log meanwhile. The copy is one file, without a write-ahead
    log, encrypted with the same key and salt where the log is; having it on the disk is the
    caller's (https://sqlite.org/lang_vacuum.html, VACUUM INTO).
    """
    connection.execute("VACUUM INTO ?", [_address(target)])


def export_into(connection: Connection, target: Path, key: Key | None) -> None:
    """Write everything to an empty file with another key, or with None in the plain.

    https://www.zetetic.net/sqlcipher/sqlcipher-api/#sqlcipher_export; it leaves out the
    application's id, which is copied here.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    secret = "" if key is None else key.literal()
    connection.execute("ATTACH ? AS target KEY ?", [f"{_address(target)}?mode=rw", secret])
    try:
        connection.execute("SELECT sqlcipher_export('target')").fetchall()
        connection.execute(f"PRAGMA target.application_id = {int(application)}")
        connection.commit()
    finally:
        connection.execute("DETACH target")


def result_code(error: Error) -> int:
    """SQLite's primary result code, https://sqlite.org/rescode.html; 0 where there is none."""
    extended: int = getattr(error, "sqlite_errorcode", 0)
    return extended & 0xFF


def _keyed(connection: Connection, key: Key | None) -> Connection:
    if key is not None:
        # A wrong key is told by an error; SQLCipher would write it to standard error besides.
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        # No parameters are possible here. SQLite's messages never repeat a pragma's value.
        connection.execute(f'PRAGMA key = "{key.literal()}"').fetchall()
    return connection


def _address(path: Path) -> str:
    return path.absolute().as_uri()
