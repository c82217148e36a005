"""The log's file as the desk's thread has it: open or not, locked or not, with its key."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mindful.log.sealed import is_plain, is_sealed

if TYPE_CHECKING:  # the database's library comes with the first work
    from mindful.log.key import Key
    from mindful.log.log import Log
    from mindful.log.restoring import Recovery, Restored


class HeldLog:
    """Opens, locks and replaces the log. All methods are for the desk's thread.

    Args:
        path: the log's file.
        clock: tells the present moment with the zone's offset.
        key: opens a log that is locked, when it is known already.
        entropy: gives the random part of ids.
        busy_seconds: how long to wait while another process writes.

    Attributes:
        key: of the log that is open; None for a plain or locked one.
        locked: whether its passphrase has to be given first. Any thread may look.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        key: Key | None,
        entropy: Callable[[int], bytes],
        busy_seconds: float,
    ) -> None:
        self._path = path
        self._clock = clock
        self.key = key
        self.locked = key is None and is_sealed(path)
        self._entropy = entropy
        self._busy_seconds = busy_seconds
        self._log: Log | None = None

    def open(self) -> Log:
        """The open log; opened now where it is not."""
        if self._log is None:
            self._look_at_file()
            self._log = self._opened()
        return self._log

    def _opened(self) -> Log:
        from mindful.log.errors import LogTrouble
        from mindful.log.log import Log

        try:
            return Log(
                self._path,
                self._clock,
                key=self.key,
                entropy=self._entropy,
                busy_seconds=self._busy_seconds,
            )
        except LogTrouble as trouble:
            if trouble.code != "passphrase-wrong":
                raise
            # It was seen to open the log, or a backup of it.
            raise LogTrouble("log-damaged", path=str(self._path)) from None

    def replace(self, source: Path | None, passphrase: str | None) -> Restored:
        """See `LogDesk.restore`."""
        from mindful.log.errors import LogTrouble
        from mindful.log.restoring import restore

        with contextlib.suppress(LogTrouble):  # Damaged: it is put aside as it is.
            self.shut()
        self._log = None
        key = self.key
        if key is None and passphrase is not None and source is not None:
            from mindful.log.unlocking import key_of_copy

            key = key_of_copy(source, passphrase)
        restored = restore(
            self._path, source, self._clock(), key=key, busy_seconds=self._busy_seconds
        )
        self.key, self.locked = key, False
        return restored

    def mending(self) -> Recovery | None:
        """See `LogDesk.mending`."""
        from mindful.log.errors import LogTrouble
        from mindful.log.restoring import is_damaged, recovery
        from mindful.log.rotation import folder_beside

        with contextlib.suppress(LogTrouble):  # damaged, perhaps
            self.shut()
        self._log = None
        if self.locked:
            raise LogTrouble("log-locked", path=str(self._path))
        if not is_damaged(self._path, self.key):
            folder = str(folder_beside(self._path))
            raise LogTrouble("nothing-to-restore", path=str(self._path), folder=folder)
        return recovery(self._path, self.key)

    def _look_at_file(self) -> None:
        """Another copy of Mindful may have locked or unlocked it meanwhile."""
        from mindful.log.errors import LogTrouble

        if is_plain(self._path):
            self.key = None
        self.locked = self.key is None and is_sealed(self._path)
        if self.locked:
            raise LogTrouble("log-locked", path=str(self._path))

    def unlock(self, passphrase: str) -> Key:
        """See `LogDesk.unlock`."""
        from mindful.log.unlocking import key_for

        if self.key is None:
            self.key = key_for(self._path, passphrase)
            self.locked = False
        return self.key

    def unlock_by(self, find_key: Callable[[], Key | None]) -> bool:
        """See `LogDesk.unlock_by`."""
        from mindful.log.unlocking import opens

        key = find_key() if self.locked else None
        if key is not None and opens(self._path, key):
            self.key, self.locked = key, False
        return not self.locked

    def lock(self) -> None:
        """See `LogDesk.lock`."""
        if self.key is None:
            return
        try:
            self.shut()
        finally:
            self._log = None
            self.key.forget()
            self.key, self.locked = None, True

    def knows(self, passphrase: str) -> bool:
        """See `LogDesk.knows`."""
        from mindful.log.key import Key

        return self.key is not None and self.key.is_same(Key.derived(passphrase, self.key.salt))

    def set_passphrase(self, passphrase: str | None) -> Key | None:
        """See `LogDesk.set_passphrase`."""
        from mindful.log.key import Key
        from mindful.log.sealed import SALT
        from mindful.log.sealing import change_key

        self.open()  # so that there is a log
        self.shut()
        key = None if passphrase is None else Key.derived(passphrase, self._entropy(SALT))
        change_key(self._path, self.key, key, busy_seconds=self._busy_seconds)
        self.key = key
        self.open()  # which makes its first backup, and removes those of before
        return key

    def recovery(self) -> Recovery | None:
        """See `LogDesk.recovery`."""
        from mindful.log.restoring import recovery

        return recovery(self._path, self.key)

    def shut(self) -> None:
        """Let the file go; the next work opens it again."""
        if self._log is not None:
            self._log.close()
            self._log = None
