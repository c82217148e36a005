"""The one place that chooses SQLite's driver, so that an encrypting one can take its place.

sqlcipher3's errors are not subclasses of sqlite3's: whoever catches `Error` takes it from here.
"""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection, Error, IntegrityError, ProgrammingError, connect

__all__ = ["Connection", "Error", "IntegrityError", "ProgrammingError", "connect_to"]


def connect_to(path: Path, busy_seconds: float) -> Connection:
    """Connect to a file that exists; never make one.

    Args:
        path: the file.
        busy_seconds: how long a statement waits while another process writes.
    """
    return connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=busy_seconds)
