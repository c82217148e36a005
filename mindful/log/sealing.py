"""Turn the lock on or off, or give it another passphrase: the whole file with another key.

Everything is written anew to a file beside the log, looked through, and put in the log's place in
one step, so that whoever is interrupted has either log, whole. A mark stands beside the log from
before the first step until after the last: whoever opens the log next sees by it that the file of
before and its backups may still be there, and removes them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from mindful.log.checking import check_copy
from mindful.log.driver import Connection, connect_to, connect_to_read, export_into
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.private_files import make_private_file, shred, sync_file, sync_folder
from mindful.log.rotation import folder_beside
from mindful.log.sealed import PLAIN, header_of
from mindful.log.swapping import fold, swap, while_nobody_sits, whole, with_suffix
from mindful.log.telling import telling

_RETIRED = ".former"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def change_key(log: Path, old: Key | None, new: Key | None, *, busy_seconds: float = 5.0) -> None:
    """Have the log encrypted with another key. Open it with that, and the work is finished.

    Args:
        log: the log's file, which nobody in this process has open.
        old: its key; None for a plain one.
        new: the key it gets; None to have it plain.
        busy_seconds: how long to wait while another process uses the log.

    Raises:
        LogTrouble: ``log-busy`` or ``sit-already-playing`` while another copy of Mindful has
            it; ``log-disk-full`` or another of the disk's. The log is as it was.
    """
    coming, mark = _coming(log), _mark(log)
    with telling(log), while_nobody_sits(log):
        fold(log, busy_seconds, old)
        mark.touch(0o600)
        sync_folder(log.parent)
        try:
            with _alone(log, old, busy_seconds) as connection:
                _write(connection, coming, new)
                _keep_to_overwrite(log)
                swap(coming, log)
        except BaseException:
            # Such as a full disk. The file of before is the log, or overwritten when it is opened.
            _shred_unless(coming, log)
            raise


def is_unfinished(log: Path) -> bool:
    """Whether a change of the key left something to remove; its first step may be all it did."""
    return _mark(log).exists()


def retire_copies(log: Path, key: Key | None) -> None:
    """Put backups that the key does not open out of the way of new ones, to be overwritten.

    Raises:
        OSError: one cannot be renamed.
    """
    for copy in _stale_copies(folder_beside(log), _header(key)):
        if copy.suffix != _RETIRED:
            for part, retired in zip(whole(copy), whole(with_suffix(copy, _RETIRED)), strict=True):
                if part.exists():
                    part.rename(retired)


def finish(log: Path, key: Key | None) -> None:
    """Overwrite and remove what another key, or none, would open: the last step of a change.

    Args:
        log: the log's file, which this process may have open.
        key: what it was opened with.

    Raises:
        OSError: something cannot be removed; it is tried again when the log is next opened.
    """
    _shred_unless(_coming(log), log)
    _shred_unless(_former(log), log)
    for copy in _stale_copies(folder_beside(log), _header(key)):
        for part in whole(copy):
            shred(part)
    _mark(log).unlink(missing_ok=True)
    sync_folder(log.parent)


@contextlib.contextmanager
def _alone(log: Path, key: Key | None, busy_seconds: float) -> Iterator[Connection]:
    """The log for ourselves, until after it was replaced."""
    with contextlib.closing(connect_to(log, busy_seconds, key)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("BEGIN EXCLUSIVE")
        connection.commit()
        yield connection


def _write(connection: Connection, coming: Path, key: Key | None) -> None:
    """Write everything anew, on the disk, looked through and compared."""
    for part in whole(coming):
        shred(part)
    make_private_file(coming)
    export_into(connection, coming, key)
    sync_file(coming)
    check_copy(coming, key=key)
    with contextlib.closing(connect_to_read(coming, key)) as copy:
        if _counts(copy) != _counts(connection):
            raise LogTrouble("log-damaged", path=str(coming))


def _counts(connection: Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute(_TABLES).fetchall()]
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for name in names
    }


def _keep_to_overwrite(log: Path) -> None:
    """A second name for the file, by which its content can be reached when it is replaced."""
    _former(log).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # no second names here: it is removed, not overwritten
        os.link(log, _former(log))


def _stale_copies(folder: Path, header: bytes) -> list[Path]:
    if not folder.is_dir():
        return []
    copies = [path for path in folder.iterdir() if path.suffix in {".db", ".part", _RETIRED}]
    return [path for path in copies if header_of(path) != header]


def _header(key: Key | None) -> bytes:
    return PLAIN if key is None else key.salt


def _shred_unless(path: Path, log: Path) -> None:
    """Overwrite and remove a file, but only remove a second name of the log itself."""
    if path.exists() and log.exists() and path.samefile(log):
        path.unlink()
    else:
        for part in whole(path):
            shred(part)


def _coming(log: Path) -> Path:
    return log.with_name(f".{log.name}.coming")


def _former(log: Path) -> Path:
    return log.with_name(f".{log.name}.former")


def _mark(log: Path) -> Path:
    return log.with_name(f".{log.name}.changing")
