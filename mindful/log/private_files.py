"""Files for their owner only, and on the disk when we say so."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

_ZEROS = bytes(1 << 16)


def make_private_folder(folder: Path) -> None:
    """Make a missing folder that only its owner can enter; one that is there stays as it is.

    Raises:
        OSError: it cannot be made, or is something else.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):  # `parents` would leave those above open to others
        place.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)  # a file in its place is told


def make_private_file(path: Path) -> None:
    """Make an empty file with its mode in one call: no moment in which others may read it.

    Raises:
        FileExistsError: it is there already.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy_private(source: Path, target: Path) -> None:
    """Copy a file's content into a new private file, and have it on the disk.

    Raises:
        OSError: one cannot be read, the other not written; no half file is left.
    """
    make_private_file(target)
    try:
        shutil.copyfile(source, target)
        sync_file(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def shred(path: Path) -> None:
    """Overwrite a file's content, then remove it; a missing one is fine.

    On a disk of flash, or a file system that writes each change elsewhere, the old content may
    stay on the device for a while; no program can reach it there.

    Raises:
        OSError: it cannot be overwritten or removed.
    """
    with contextlib.suppress(FileNotFoundError):
        with path.open("r+b") as file:
            for _ in range(0, path.stat().st_size, len(_ZEROS)):
                file.write(_ZEROS)
            os.fsync(file.fileno())
        path.unlink()


def discard(path: Path) -> None:
    """Remove a file, overwritten before as far as that can be; a missing one is fine.

    One that has another name too is a copy of the person's own, such as a snapshot's: only
    this name goes.

    Raises:
        OSError: it cannot be removed.
    """
    with contextlib.suppress(OSError):
        if path.stat().st_nlink == 1:
            shred(path)
    path.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Have what was written to a file on the disk, not in the machine's memory alone."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk, where a folder can be opened; Windows does it itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
