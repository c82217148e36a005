"""Turn what SQLite and the file system say into trouble a person can be told."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mindful.log.driver import Error, IntegrityError, ProgrammingError, result_code
from mindful.log.errors import LogTrouble

# Primary result codes, https://sqlite.org/rescode.html; sqlcipher3 gives the same ones.
_CODES = {
    3: "log-unwritable",  # SQLITE_PERM
    5: "log-busy",  # SQLITE_BUSY
    6: "log-busy",  # SQLITE_LOCKED
    8: "log-unwritable",  # SQLITE_READONLY
    10: "log-disk-failed",  # SQLITE_IOERR
    11: "log-damaged",  # SQLITE_CORRUPT
    13: "log-disk-full",  # SQLITE_FULL
    14: "log-unwritable",  # SQLITE_CANTOPEN
    26: "log-foreign",  # SQLITE_NOTADB
}
_NOT_TEXT = "Could not decode to UTF-8"
"""Said by the driver, not by SQLite: damage inside a text, which no structure shows."""
FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT})
"""No room on the disk, or none left of one's share of it."""
_NEARLY_FULL = 64 * 1024
"""Bytes; a disk with less has no room for a transaction, whatever SQLite calls the failure."""


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Let no error of the driver or the file system out of the log's layer.

    Args:
        path: the log's file, told to the person.

    Raises:
        LogTrouble: the world failed; see `_CODES`.
        RuntimeError: we used the driver wrongly.
    """
    try:
        yield
    except (IntegrityError, ProgrammingError) as error:
        raise RuntimeError(f"a bug in the log's own statements: {error}") from error
    except Error as error:
        name = getattr(error, "sqlite_errorname", "")
        raise LogTrouble(_code_of(error, path), path=str(path), reason=name) from error
    except OSError as error:
        code = "log-disk-full" if error.errno in FULL_DISK else "log-unwritable"
        raise LogTrouble(code, path=str(path)) from error


def _code_of(error: Error, path: Path) -> str:
    if not hasattr(error, "sqlite_errorcode") and str(error).startswith(_NOT_TEXT):
        return "log-damaged"
    code = _CODES.get(result_code(error), "log-failed")
    # SQLite calls a file it could not lengthen an input/output error unless it saw ENOSPC itself.
    return "log-disk-full" if code == "log-disk-failed" and is_full(path) else code


def is_full(path: Path) -> bool:
    """Whether the disk a file lies on has no room for a transaction any more."""
    try:
        return shutil.disk_usage(path.parent).free < _NEARLY_FULL
    except OSError:  # The folder itself is gone: not a matter of room.
        return False
