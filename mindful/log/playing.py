"""One sit at a time: a lock that the process playing a sit holds, and that dies with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class PlayingLock:
    """Tells a sit that another copy of Mindful plays from one that was left behind.

    The operating system lets the lock go when its process ends, however it ends. Where a
    file system has no locks, everyone gets it: a sit wrongly taken for left behind is put
    right by its player's next touch.

    Args:
        path: an empty file beside the log, made when missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether it is ours."""
        return self._handle is not None

    def take(self) -> bool:
        """Try to get it, without waiting.

        Returns:
            False when another process, or another lock of this one, has it.

        Raises:
            OSError: the file cannot be made.
        """
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):  # POSIX; Windows.
            os.close(handle)
            return False
        except OSError:  # No locks here: see the class.
            pass
        self._handle = handle
        return True

    def release(self) -> None:
        """Let it go. Safe when it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def is_taken_elsewhere(self) -> bool:
        """Whether another has it now."""
        if self.held:
            return False
        taken = not self.take()
        self.release()
        return taken
