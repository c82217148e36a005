"""The one thread that touches the log. Quick to import: the database's library comes later."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from mindful.log.log import Log
    from mindful.log.restoring import Restored

Answer = TypeVar("Answer")


class LogDesk:
    """Takes work for the log and does it in order, on a thread of its own.

    The file is opened by the first piece of work. When it cannot be, that piece gets the
    trouble, and the next one tries again: a full disk may have been emptied since.

    Args:
        path: the log's file.
        clock: tells the present moment with the zone's offset; called on the desk's thread.
        entropy: gives the random part of ids.
        busy_seconds: how long to wait while another process writes.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime],
        *,
        entropy: Callable[[int], bytes] = os.urandom,
        busy_seconds: float = 5.0,
    ) -> None:
        # Importing the executor costs 10 ms, and only a desk needs it.
        from concurrent.futures import ThreadPoolExecutor

        self._path = path
        self._clock = clock
        self._entropy = entropy
        self._busy_seconds = busy_seconds
        self._log: Log | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="log")

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

    def restore(self, source: Path | None) -> Future[Restored]:
        """Put a backup in the log's place, after all that was asked before.

        Args:
            source: the backup's file; None for an empty log, to save what can be read.

        Returns:
            What was done, or the LogTrouble that came instead; see
            `mindful.log.restoring.restore`. Later work finds the log restored.

        Raises:
            RuntimeError: the desk is closed.
        """
        return self._thread.submit(lambda: self._replace(source))

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
            from mindful.log.log import Log

            self._log = Log(
                self._path,
                self._clock,
                entropy=self._entropy,
                busy_seconds=self._busy_seconds,
            )
        return self._log

    def _replace(self, source: Path | None) -> Restored:
        from mindful.log.errors import LogTrouble
        from mindful.log.restoring import restore

        with contextlib.suppress(LogTrouble):  # Damaged: it is put aside as it is.
            self._shut()
        self._log = None
        return restore(self._path, source, self._clock(), busy_seconds=self._busy_seconds)

    def _shut(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None
