"""Clips on disk: bounded, checked, safe with several processes and with a crash in mid-write."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

ENDINGS = (".clip", ".part")
"""Of whole files, and of files being written; others in the folder are left alone."""

KEPT = ".kept"
"""Ending of files that no others drive out."""

KEPT_LIMIT = 100_000_000
"""Bytes of these; a voice's have about 10 million, so that they are of voices long unused."""

SHRINK_TO = 0.9
"""Part of the limit that stays when the folder has grown over it, so that it seldom happens."""


class ClipFolder:
    """A folder of small files by key. Holds no state, so that any number of processes may share it.

    `get`, `put` and `drop` never raise for a disk that fails: a cache may forget.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        """Touch nothing yet.

        Args:
            folder: ours alone; made with mode 0700 at the first `put`.
            limit: bytes of all files together, apart from those that `keep` was told of.
        """
        self._folder = folder
        self._limit = limit

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, which thereby counts as used just now; None if nothing is."""
        for path in (self._path(key), self._path(key, KEPT)):
            with contextlib.suppress(OSError):  # not there, evicted, not readable: made again
                data = path.read_bytes()
                with contextlib.suppress(OSError):  # a read-only disk: nothing is evicted there
                    os.utime(path)
                return data
        return None

    def keep(self, key: str) -> bool:
        """Let nothing else drive out what is kept under `key`; whether there is anything."""
        kept = self._path(key, KEPT)
        with contextlib.suppress(OSError):  # not there, or kept already
            self._path(key).replace(kept)
            self._shrink((KEPT,), KEPT_LIMIT)
        try:
            os.utime(kept)
        except FileNotFoundError:
            return False
        except OSError:  # a read-only disk
            return kept.exists()
        return True

    def put(self, key: str, data: bytes) -> bool:
        """Keep `data` under `key`, whole or not at all; whether it was kept."""
        if len(data) > self._limit:
            return False
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            self._write(key, data)
            self._shrink(ENDINGS, self._limit)
        except OSError:  # full, read-only, not a folder: the caller keeps it in memory
            return False
        return True

    def drop(self, key: str) -> None:
        """Forget what is kept under `key`."""
        with contextlib.suppress(OSError):  # already gone, or the disk fails: read again as corrupt
            self._path(key).unlink(missing_ok=True)
            self._path(key, KEPT).unlink(missing_ok=True)

    def size(self) -> int:
        """Bytes of all files together.

        Raises:
            OSError: the folder cannot be read.
        """
        return sum(stat.st_size for _, stat in self._files((*ENDINGS, KEPT)))

    def clear(self) -> None:
        """Remove every file.

        Raises:
            OSError: the folder cannot be read or emptied.
        """
        for path, _ in self._files((*ENDINGS, KEPT)):
            Path(path).unlink(missing_ok=True)

    def _path(self, key: str, ending: str = ENDINGS[0]) -> Path:
        return self._folder / f"{key}{ending}"

    def _write(self, key: str, data: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(self._path(key))
        except OSError:
            with contextlib.suppress(OSError):  # the disk fails already
                Path(name).unlink()
            raise

    def _shrink(self, endings: tuple[str, ...], limit: int) -> None:
        """Remove the least recently used of these files when they have more bytes than `limit`.

        Parts that a crash left behind are among them: they grow old like any other.
        """
        files = sorted(self._files(endings), key=lambda file: file[1].st_mtime_ns)
        total = sum(stat.st_size for _, stat in files)
        if total <= limit:
            return
        for path, stat in files:
            if total <= limit * SHRINK_TO:
                return
            with contextlib.suppress(OSError):  # another process was quicker, or is reading it
                Path(path).unlink()
            total -= stat.st_size

    def _files(self, endings: tuple[str, ...]) -> Iterator[tuple[str, os.stat_result]]:
        try:
            with os.scandir(self._folder) as listing:
                entries = [entry for entry in listing if entry.name.endswith(endings)]
        except (FileNotFoundError, NotADirectoryError):  # nothing kept yet, or never
            return
        for entry in entries:
            with contextlib.suppress(FileNotFoundError):  # gone since it was listed
                yield entry.path, entry.stat(follow_symlinks=False)
