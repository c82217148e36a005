"""Put a backup in the log's place, and find the one to put there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from mindful.log.checking import Contents, check_copy, trouble_of, unreadable
from mindful.log.driver import BUSY, Error, connect_to, export_into, result_code
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.opening import open_log
from mindful.log.private_files import make_private_file, make_private_folder, sync_file
from mindful.log.rotation import Backup, backups_in, folder_beside
from mindful.log.salvage import is_whole, salvage
from mindful.log.sealed import PLAIN, header_of
from mindful.log.swapping import copy_with_journals, fold, remove, swap, while_nobody_sits
from mindful.log.telling import telling


class Recovery(msgspec.Struct, frozen=True):
    """What can be offered when the log cannot be used: a backup just looked through."""

    backup: Backup
    contents: Contents


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What was done.

    Attributes:
        contents: what the log holds now.
        saved: sits newer than the backup that were read from the damaged log.
        aside: the log as it was before; None when there was none.
    """

    contents: Contents
    saved: int
    aside: Path | None


def recovery(log: Path, key: Key | None = None) -> Recovery | None:
    """The newest backup of a log that is good, looked through now; None when there is none.

    Args:
        log: the log's file, which may be damaged or missing; it is not touched.
        key: of an encrypted log, and of its backups.
    """
    with contextlib.suppress(OSError):  # A folder that cannot be read offers nothing.
        for backup in backups_in(folder_beside(log)):
            with contextlib.suppress(LogTrouble):  # Damaged or newer: the one before it.
                return Recovery(backup, check_copy(backup.path, key=key))
    return None


def is_damaged(log: Path, key: Key | None = None) -> bool:
    """Whether there is a log that cannot be read from end to end."""
    return log.exists() and not is_whole(log, key)


def restore(
    log: Path,
    source: Path | None,
    moment: datetime,
    *,
    key: Key | None = None,
    busy_seconds: float = 5.0,
) -> Restored:
    """Put a backup in the log's place; the log as it was is kept aside.

    The backup is looked through before anything is touched. Out of a damaged log, sits newer
    than the backup are saved where they can be read. The last step happens at once or not at
    all, so a power cut leaves either log, whole.

    Args:
        log: the log's file, which nobody in this process has open.
        source: the backup, or the log of another Mindful that is closed; None to begin with an
            empty log, which saves what can be read where there is no backup.
        moment: now, for the name of the file kept aside.
        key: of a log that is locked, and of a backup that is. A log that is locked, or has no
            file yet, is encrypted with it afterwards; a plain one takes its backup's key over.
        busy_seconds: how long to wait while another process uses the log.

    Raises:
        LogTrouble: ``backup-missing``, ``backup-unreadable``, ``backup-foreign``,
            ``backup-damaged``, ``backup-locked``, ``backup-newer`` or ``backup-is-the-log`` with
            the source's path; ``log-busy`` or ``sit-already-playing`` while another copy of
            Mindful has the log; ``log-unwritable`` or ``log-disk-full`` for the log's folder.
            In all of them the log holds what it held.
    """
    coming = log.with_name(f".{log.name}.restoring")
    with telling(log):
        make_private_folder(log.parent)
        remove(coming)  # of an attempt that a power cut ended
        try:
            if source is None:
                open_log(coming, key=key).close()
                fold(coming, busy_seconds, key)
            else:
                _take_in(source, coming, log, key)
            contents = check_copy(coming, called=source, key=key)
            with while_nobody_sits(log), _aside(log, moment) as aside:
                saved = _saved_from(log, coming, busy_seconds, key)
                swap(coming, log)
        finally:
            remove(coming)
    return Restored(
        contents=check_copy(log, key=key) if saved else contents, saved=saved, aside=aside
    )


def _take_in(source: Path, coming: Path, log: Path, key: Key | None) -> None:
    """Copy the backup to where it can be looked through and, in one step, become the log."""
    if log.exists() and source.exists() and source.samefile(log):
        raise LogTrouble("backup-is-the-log", path=str(source))
    try:
        source.open("rb").close()
    except OSError as error:
        raise unreadable(error, source) from error
    copy_with_journals(source, coming)
    own = None if header_of(coming) == PLAIN else key
    try:
        fold(coming, 0, own)
        if own is None and key is not None:
            _seal(coming, key)
    except Error as error:
        raise trouble_of(error, source, coming) from error


def _seal(path: Path, key: Key) -> None:
    """Encrypt a plain file that nobody else has open."""
    plain = path.with_name(f"{path.name}-plain")
    path.replace(plain)
    try:
        make_private_file(path)
        with contextlib.closing(connect_to(plain, 0)) as connection:
            export_into(connection, path, key)
        sync_file(path)
    finally:
        plain.unlink()


@contextlib.contextmanager
def _aside(log: Path, moment: datetime) -> Iterator[Path | None]:
    """Keep the log as it is, byte for byte, unless it stays after all."""
    if not log.exists():
        yield None
        return
    folder = folder_beside(log)
    make_private_folder(folder)
    aside = folder / f"before-restoring-{moment:%Y-%m-%d-%H%M%S}.db"
    remove(aside)  # of the same second
    copy_with_journals(log, aside)
    try:
        yield aside
    except BaseException:
        remove(aside)
        raise


def _saved_from(log: Path, coming: Path, busy_seconds: float, key: Key | None) -> int:
    """What is newer in a damaged log is brought over."""
    own = None if not log.exists() or header_of(log) == PLAIN else key
    if _is_ours_alone(log, busy_seconds, own):
        return 0
    return salvage(log, coming, key=own, good_key=key)


def _is_ours_alone(log: Path, busy_seconds: float, key: Key | None) -> bool:
    """Whether the log is whole, once no other process has it open; a missing one is whole."""
    if not log.exists():
        return True
    try:
        fold(log, busy_seconds, key)
    except Error as error:
        if result_code(error) == BUSY:
            raise
        return False
    return is_whole(log, key)
