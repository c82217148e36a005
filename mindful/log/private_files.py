"""Files for their owner only, and on the disk when we say so."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path


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
