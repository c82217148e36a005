"""The one place that chooses SQLite's driver, so that an encrypting one can take its place.

sqlcipher3's errors are not subclasses of sqlite3's: whoever catches `Error` takes it from here.
"""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection, Error, IntegrityError, ProgrammingError, connect

__all__ = [
    "BUSY",
    "NOT_A_DATABASE",
    "Connection",
    "Error",
    "IntegrityError",
    "ProgrammingError",
    "connect_to",
    "connect_to_read",
    "copy_into",
    "result_code",
]

BUSY = 5
"""SQLite's result code while another process has the file."""
NOT_A_DATABASE = 26
"""SQLite's result code for a file that is none, or whose first page is damaged."""


def connect_to(path: Path, busy_seconds: float) -> Connection:
    """Connect to a file that exists; never make one.

    Args:
        path: the file.
        busy_seconds: how long a statement waits while another process writes.
    """
    return connect(f"{_address(path)}?mode=rw", uri=True, timeout=busy_seconds)


def connect_to_read(path: Path) -> Connection:
    """Connect to a file at rest without altering it, or making another beside it.

    Nobody may write to it meanwhile: no lock is taken.
    """
    return connect(f"{_address(path)}?mode=ro&immutable=1", uri=True)


def copy_into(connection: Connection, target: Path) -> None:
    """Write all that is committed, and nothing that was deleted, to an empty or missing file.

    Others may read and write the log meanwhile. The copy is one file, without a write-ahead
    log; having it on the disk is the caller's (https://sqlite.org/lang_vacuum.html, VACUUM INTO).
    """
    connection.execute("VACUUM INTO ?", [_address(target)])


def result_code(error: Error) -> int:
    """SQLite's primary result code, https://sqlite.org/rescode.html; 0 where there is none."""
    extended: int = getattr(error, "sqlite_errorcode", 0)
    return extended & 0xFF


def _address(path: Path) -> str:
    return path.absolute().as_uri()
