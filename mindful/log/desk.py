"""The one thread that touches the log. Quick to import: the database's library comes later."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mindful.log.held import HeldLog

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

        self._held = HeldLog(path, clock, key, entropy, busy_seconds)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log")

    @property
    def locked(self) -> bool:
        """Whether work is refused with ``log-locked`` until the passphrase is given."""
        return self._held.locked

    @property
    def encrypted(self) -> bool:
        """Whether the log has a passphrase, given or not."""
        return self._held.locked or self._held.key is not None

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
        return self._thread.submit(lambda: work(self._held.open()))

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
        return self._thread.submit(lambda: self._held.replace(source, passphrase))

    def mending(self) -> Future[Recovery | None]:
        """What a damaged log can be mended with.

        Returns:
            The newest good backup, None where there is none, or the LogTrouble
            ``nothing-to-restore`` for a log that is whole, ``log-locked`` for a locked one.
        """
        return self._thread.submit(self._held.mending)

    def unlock(self, passphrase: str) -> Future[Key]:
        """Open a locked log.

        Returns:
            Its key, or the LogTrouble that came instead; see `mindful.log.unlocking.key_for`.
        """
        return self._thread.submit(lambda: self._held.unlock(passphrase))

    def unlock_by(self, find_key: Callable[[], Key | None]) -> Future[bool]:
        """Open a locked log with a key kept elsewhere.

        Args:
            find_key: called on the desk's thread.

        Returns:
            Whether it is open now.
        """
        return self._thread.submit(lambda: self._held.unlock_by(find_key))

    def is_locked_now(self) -> bool:
        """Whether it is locked after all that was asked before: waits for it."""
        return self._thread.submit(lambda: self._held.locked).result()

    def lock(self) -> Future[None]:
        """Close an encrypted log and forget its key, after all that was asked before."""
        return self._thread.submit(self._held.lock)

    def key(self) -> Future[Key | None]:
        """The key of the log that is open, for the keyring; None for a plain or locked one."""
        return self._thread.submit(lambda: self._held.key)

    def knows(self, passphrase: str) -> Future[bool]:
        """Whether this is the passphrase of the log that is open; not of one that is locked."""
        return self._thread.submit(lambda: self._held.knows(passphrase))

    def set_passphrase(self, passphrase: str | None) -> Future[Key | None]:
        """Encrypt the log, change its passphrase, or with None have it plain.

        Returns:
            The new key, or the LogTrouble that came instead; see
            `mindful.log.sealing.change_key`. Backups made before are overwritten and removed,
            and a new one is made.
        """
        return self._thread.submit(lambda: self._held.set_passphrase(passphrase))

    def recovery(self) -> Future[Recovery | None]:
        """The newest backup that is good, looked through after all that was asked before.

        Raises:
            RuntimeError: the desk is closed.
        """
        return self._thread.submit(self._held.recovery)

    def close(self) -> None:
        """Do what was asked so far, then let the file go. Safe to call twice.

        Raises:
            LogTrouble: the file could not be closed well; what was answered is kept.
        """
        try:
            closing = self._thread.submit(self._held.shut)
        except RuntimeError:  # Closed before.
            return
        self._thread.shutdown(wait=True)
        closing.result()
