"""Backups: copies of the whole log that are known to be good."""

from __future__ import annotations

import contextlib
import os
from datetime import date, datetime
from pathlib import Path

from mindful.log.checking import Contents, check_copy
from mindful.log.driver import Connection, Error, copy_into, result_code
from mindful.log.errors import LogTrouble
from mindful.log.instants import Clock
from mindful.log.key import Key
from mindful.log.private_files import (
    discard,
    make_private_file,
    make_private_folder,
    sync_file,
    sync_folder,
)
from mindful.log.rotation import Backup, backups_in, days_kept, folder_beside, name_for
from mindful.log.telling import FULL_DISK, is_full, telling

_FULL = 13
_TARGET_FAILED = {3, 8, 10, _FULL, 14}
"""SQLite's PERM, READONLY, IOERR, FULL and CANTOPEN. While it copies it only reads the log."""
_NO_PLACE = {"backup-disk-full", "backup-unwritable"}
_SO_FAR = "SELECT (SELECT count(*) FROM sits), hlc FROM device"
_LEFT_BEHIND_SECONDS = 24 * 3600
"""An unfinished backup this old was left by a process that is dead."""


class Backups:
    """Copies of the open log, each looked through from end to end before it counts.

    Args:
        connection: to the open log.
        path: the log's file.
        clock: tells the present moment with the zone's offset.
        key: of the log and of its copies; None for a plain one.
    """

    def __init__(
        self, connection: Connection, path: Path, clock: Clock, key: Key | None = None
    ) -> None:
        self._connection = connection
        self._log = path
        self._clock = clock
        self._key = key
        self._folder = folder_beside(path)

    def keep_today(self) -> Path | None:
        """Make today's backup unless there is one, and let go of those no longer due.

        Returns:
            The new backup; None when today has one already.

        Raises:
            LogTrouble: as `write`; older backups are as they were.
        """
        place = self._folder / name_for(self._today())
        return None if place.exists() else self.renew_today()

    def renew_today(self) -> Path:
        """Make today's backup, in place of one made earlier in the day.

        Raises:
            LogTrouble: as `write`; older backups are as they were.
        """
        place = self._folder / name_for(self._today())
        self.write(place)
        self._rotate()
        return place

    def forget_since(self, moment: datetime) -> None:
        """Let no backup keep a sit just deleted: make today's anew, delete others it may be in.

        Where there is no room for a new one, today's is deleted too; older ones remain.

        Args:
            moment: when that sit began.

        Raises:
            LogTrouble: the log cannot be read, or a backup not deleted.
        """
        since = moment.astimezone(self._clock().tzinfo).date()
        with telling(self._folder):
            holding = {backup.path for backup in backups_in(self._folder) if backup.day >= since}
        if not holding:
            return
        former = self._kept_to_overwrite()
        try:
            holding.discard(self.renew_today())
        except LogTrouble as trouble:
            if trouble.code not in _NO_PLACE:
                former.unlink(missing_ok=True)  # today's backup is still there, under its name
                raise
        with telling(self._folder):
            for path in (*holding, former):
                discard(path)

    def write(self, place: Path) -> Contents:
        """Write a backup to a file, in place of one that is there.

        It stands under its name only when it is whole, on the disk and checked.

        Returns:
            What it holds.

        Raises:
            LogTrouble: ``backup-unwritable`` or ``backup-disk-full`` with the place;
                ``log-damaged`` or ``log-busy`` with the log's path; ``backup-damaged`` when
                what was written is not what was read. Nothing is left behind.
        """
        unfinished = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            make_private_folder(place.parent)
            unfinished.unlink(missing_ok=True)  # of a process of this number, killed long ago
            make_private_file(unfinished)
            try:
                found = self._copy(unfinished, place)
                unfinished.replace(place)
            finally:
                discard(unfinished)
            sync_folder(place.parent)
        except OSError as error:
            raise _no_place(place, full=error.errno in FULL_DISK) from error
        return found

    def newest(self) -> Backup | None:
        """The newest backup, unchecked.

        Raises:
            LogTrouble: ``log-unwritable``: the folder cannot be read.
        """
        with telling(self._folder):
            return next(iter(backups_in(self._folder)), None)

    def _copy(self, target: Path, place: Path) -> Contents:
        with telling(self._log):
            records, stamp = self._connection.execute(_SO_FAR).fetchone()
            try:
                copy_into(self._connection, target)
            except Error as error:
                if result_code(error) not in _TARGET_FAILED:
                    raise
                full = result_code(error) == _FULL or is_full(target)
                raise _no_place(place, full=full) from error
        sync_file(target)
        found = check_copy(target, key=self._key)
        if found.records < records or found.stamp < stamp:
            raise LogTrouble("backup-damaged", path=str(place))
        return found

    def _kept_to_overwrite(self) -> Path:
        """A second name of today's backup: the new one takes the place of the first."""
        place = self._folder / name_for(self._today())
        former = self._folder / f".{place.name}.{os.getpid()}.former.part"
        with contextlib.suppress(OSError):  # no second names here: it is replaced, not overwritten
            former.hardlink_to(place)
        return former

    def _rotate(self) -> None:
        backups = backups_in(self._folder)
        kept = days_kept(backup.day for backup in backups)
        old = [backup.path for backup in backups if backup.day not in kept]
        with contextlib.suppress(OSError):  # One too many harms nobody; tried again tomorrow.
            for path in (*old, *self._left_behind()):
                discard(path)

    def _left_behind(self) -> list[Path]:
        now = self._clock().timestamp()
        return [
            path
            for path in self._folder.glob(".*.part")
            if now - path.stat().st_mtime > _LEFT_BEHIND_SECONDS
        ]

    def _today(self) -> date:
        return self._clock().date()


def _no_place(place: Path, *, full: bool) -> LogTrouble:
    return LogTrouble("backup-disk-full" if full else "backup-unwritable", path=str(place))
