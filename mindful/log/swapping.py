"""One file in another's place, at once or not at all, while nobody else has either."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from mindful.log.driver import connect_to
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.playing import PlayingLock
from mindful.log.private_files import copy_private, sync_folder

_JOURNALS = ("-wal", "-journal")
"""What belongs to a file's content, where it was not closed."""


@contextlib.contextmanager
def while_nobody_sits(log: Path) -> Iterator[None]:
    """Let no sit begin meanwhile.

    Raises:
        LogTrouble: ``sit-already-playing``.
    """
    playing = PlayingLock(log.with_name(f"{log.name}.playing"))
    if not playing.take():
        raise LogTrouble("sit-already-playing")
    try:
        yield
    finally:
        playing.release()


def fold(path: Path, busy_seconds: float, key: Key | None) -> None:
    """Have a file alone hold all it holds. Only who has it alone can do that.

    Raises:
        Error: another process has it, or it cannot be read.
    """
    connection = connect_to(path, busy_seconds, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()


def swap(coming: Path, log: Path) -> None:
    """Put a folded file in the log's place."""
    for suffix in (*_JOURNALS, "-shm"):  # SQLite would apply them to the file that comes
        with_suffix(log, suffix).unlink(missing_ok=True)
    coming.replace(log)
    sync_folder(log.parent)


def copy_with_journals(source: Path, target: Path) -> None:
    """Copy a file that may not have been closed, with what belongs to it."""
    for suffix in ("", *_JOURNALS):
        if (part := with_suffix(source, suffix)).exists():
            copy_private(part, with_suffix(target, suffix))


def whole(path: Path) -> Iterator[Path]:
    """A file and all that SQLite may have put beside it, there or not."""
    for suffix in ("", *_JOURNALS, "-shm"):
        yield with_suffix(path, suffix)


def remove(path: Path) -> None:
    """Remove a file with all that SQLite may have put beside it."""
    for part in whole(path):
        part.unlink(missing_ok=True)


def with_suffix(path: Path, suffix: str) -> Path:
    """The name with something more at its end."""
    return path.with_name(path.name + suffix)
