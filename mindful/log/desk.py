"""The one thread that touches the log. Quick to import: the database's library comes later."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mindful.log.sealed import is_plain, is_sealed

if TYPE_CHECKING:
    from concurrent.futures import Future

    from mindful.log.key import Key
    from mindful.log.log import Log
    from mindful.log.restoring import Recovery, Restored

Answer = TypeVar("Answer")


class LogDesk:
    """Takes work for the log and does it in order, on a thread of its own.

    The file is opened by the first piece of work. When it cannot be, that piece gets the
    trouble, and the next one tries again: a full disk may have been emptied since.

    Args:
        path: the log's file.
        clock: tells the present moment with the zone's offset; called on the desk's thread.
        key: opens a log that is locked, when it is known already.
        entropy: gives the random part of ids.
        busy_seconds: how long to wait while another process writes.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        *,
        key: Key | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
        busy_seconds: float = 5.0,
    ) -> None:
        # Importing the executor costs 10 ms, and only a desk needs it.
        from concurrent.futures import ThreadPoolExecutor

        self._path = path
        self._clock = clock
        self._key = key
        self._locked = key is None and is_sealed(path)
        self._entropy = entropy
        self._busy_seconds = busy_seconds
        self._log: Log | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log")

    @property
    def locked(self) -> bool:
        """Whether work is refused with ``log-locked`` until the passphrase is given."""
        return self._locked

    @property
    def encrypted(self) -> bool:
        """Whether the log has a passphrase, given or not."""
        return self._locked or self._key is not None

    def submit(self, work: Callable[[Log], Answer]) -> Future[Answer]:
        """Have something done with the log, after all that was asked before.

        Args:
            work: called with the open log, on the desk's thread.

        Returns:
            The answer, or the LogTrouble that came instead. Qt and the terminal wait for it or
            ask to be called back, which happens on the desk's thread.

        Raises:
            RuntimeError: the desk is closed.
        """
        return self._thread.submit(lambda: work(self._open()))

    def restore(self, source: Path | None, passphrase: str | None = None) -> Future[Restored]:
        """Put a backup in the log's place, after all that was asked before.

        Args:
            source: the backup's file; None for an empty log, to save what can be read.
            passphrase: of a locked backup, where the log has none.

        Returns:
            What was done, or the LogTrouble that came instead; see
            `mindful.log.restoring.restore`. Later work finds the log restored.

        Raises:
            RuntimeError: the desk is closed.
        """
        return self._thread.submit(lambda: self._replace(source, passphrase))

    def mending(self) -> Future[Recovery | None]:
        """What a damaged log can be mended with.

        Returns:
            The newest good backup, None where there is none, or the LogTrouble
            ``nothing-to-restore`` for a log that is whole, ``log-locked`` for a locked one.
        """
        return self._thread.submit(self._mending)

    def unlock(self, passphrase: str) -> Future[Key]:
        """Open a locked log.

        Returns:
            Its key, or the LogTrouble that came instead; see `mindful.log.unlocking.key_for`.
        """
        return self._thread.submit(lambda: self._unlock(passphrase))

    def unlock_by(self, find_key: Callable[[], Key | None]) -> Future[bool]:
        """Open a locked log with a key kept elsewhere.

        Args:
            find_key: called on the desk's thread.

        Returns:
            Whether it is open now.
        """
        return self._thread.submit(lambda: self._unlock_by(find_key))

    def is_locked_now(self) -> bool:
        """Whether it is locked after all that was asked before: waits for it."""
        return self._thread.submit(lambda: self._locked).result()

    def lock(self) -> Future[None]:
        """Close an encrypted log and forget its key, after all that was asked before."""
        return self._thread.submit(self._lock)

    def key(self) -> Future[Key | None]:
        """The key of the log that is open, for the keyring; None for a plain or locked one."""
        return self._thread.submit(lambda: self._key)

    def knows(self, passphrase: str) -> Future[bool]:
        """Whether this is the passphrase of the log that is open; not of one that is locked."""
        return self._thread.submit(lambda: self._knows(passphrase))

    def set_passphrase(self, passphrase: str | None) -> Future[Key | None]:
        """Encrypt the log, change its passphrase, or with None have it plain.

        Returns:
            The new key, or the LogTrouble that came instead; see
            `mindful.log.sealing.change_key`. Backups made before are overwritten and removed,
            and a new one is made.
        """
        return self._thread.submit(lambda: self._set_passphrase(passphrase))

    def recovery(self) -> Future[Recovery | None]:
        """The newest backup that is good, looked through after all that was asked before.

        Raises:
            RuntimeError: the desk is closed.
        """

        def look() -> Recovery | None:
            from mindful.log.restoring import recovery

            return recovery(self._path, self._key)

        return self._thread.submit(look)

    def close(self) -> None:
        """Do what was asked so far, then let the file go. Safe to call twice.

        Raises:
            LogTrouble: the file could not be closed well; what was answered is kept.
        """
        try:
            closing = self._thread.submit(self._shut)
        except RuntimeError:  # Closed before.
            return
        self._thread.shutdown(wait=True)
        closing.result()

    def _open(self) -> Log:
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
                key=self._key,
                entropy=self._entropy,
                busy_seconds=self._busy_seconds,
            )
        except LogTrouble as trouble:
            if trouble.code != "passphrase-wrong":
                raise
            # It was seen to open the log, or a backup of it.
            raise LogTrouble("log-damaged", path=str(self._path)) from None

    def _replace(self, source: Path | None, passphrase: str | None) -> Restored:
        from mindful.log.errors import LogTrouble
        from mindful.log.restoring import restore

        with contextlib.suppress(LogTrouble):  # Damaged: it is put aside as it is.
            self._shut()
        self._log = None
        key = self._key
        if key is None and passphrase is not None and source is not None:
            from mindful.log.unlocking import key_of_copy

            key = key_of_copy(source, passphrase)
        restored = restore(
            self._path, source, self._clock(), key=key, busy_seconds=self._busy_seconds
        )
        self._key, self._locked = key, False
        return restored

    def _mending(self) -> Recovery | None:
        from mindful.log.errors import LogTrouble
        from mindful.log.restoring import is_damaged, recovery
        from mindful.log.rotation import folder_beside

        with contextlib.suppress(LogTrouble):  # damaged, perhaps
            self._shut()
        self._log = None
        if self._locked:
            raise LogTrouble("log-locked", path=str(self._path))
        if not is_damaged(self._path, self._key):
            folder = str(folder_beside(self._path))
            raise LogTrouble("nothing-to-restore", path=str(self._path), folder=folder)
        return recovery(self._path, self._key)

    def _look_at_file(self) -> None:
        """Another copy of Mindful may have locked or unlocked it meanwhile."""
        from mindful.log.errors import LogTrouble

        if is_plain(self._path):
            self._key = None
        self._locked = self._key is None and is_sealed(self._path)
        if self._locked:
            raise LogTrouble("log-locked", path=str(self._path))

    def _unlock(self, passphrase: str) -> Key:
        from mindful.log.unlocking import key_for

        if self._key is None:
            self._key = key_for(self._path, passphrase)
            self._locked = False
        return self._key

    def _unlock_by(self, find_key: Callable[[], Key | None]) -> bool:
        from mindful.log.unlocking import opens

        key = find_key() if self._locked else None
        if key is not None and opens(self._path, key):
            self._key, self._locked = key, False
        return not self._locked

    def _lock(self) -> None:
        if self._key is None:
            return
        try:
            self._shut()
        finally:
            self._log = None
            self._key.forget()
            self._key, self._locked = None, True

    def _knows(self, passphrase: str) -> bool:
        from mindful.log.key import Key

        return self._key is not None and self._key.is_same(Key.derived(passphrase, self._key.salt))

    def _set_passphrase(self, passphrase: str | None) -> Key | None:
        from mindful.log.key import Key
        from mindful.log.sealed import SALT
        from mindful.log.sealing import change_key

        self._open()  # so that there is a log
        self._shut()
        key = None if passphrase is None else Key.derived(passphrase, self._entropy(SALT))
        change_key(self._path, self._key, key, busy_seconds=self._busy_seconds)
        self._key = key
        self._open()  # which makes its first backup, and removes those of before
        return key

    def _shut(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None
