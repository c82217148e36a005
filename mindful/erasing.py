"""Delete everything Mindful keeps on this computer, and say what was removed."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mindful.desktop.key_ring import KeyRing
from mindful.log.private_files import shred
from mindful.log.swapping import whole
from mindful.paths import Paths


class Erased(msgspec.Struct, frozen=True):
    """What was removed, and what could not be.

    Attributes:
        removed: files and folders that are gone, the log first.
        left: those that would not go; empty when everything is gone.
    """

    removed: tuple[Path, ...]
    left: tuple[Path, ...]


def erase(paths: Paths, key_ring: KeyRing) -> Erased:
    """Remove the log, backups, own exercises and sounds, settings, cache and keyring entry.

    What a person wrote is overwritten first. Files that are not Mindful's stay, and with them
    the folder they lie in. Nothing of it may be open.
    """
    removed: list[Path] = []
    left: list[Path] = []
    key_ring.forget()
    for place in _ours(paths):
        if place.exists() or place.is_symlink():
            (removed if _remove(place) else left).append(place)
    for folder in (paths.cache, paths.config, paths.data):
        with contextlib.suppress(OSError):  # it holds something else, or is gone with another
            folder.rmdir()
    return Erased(removed=tuple(removed), left=tuple(left))


def _ours(paths: Paths) -> Iterator[Path]:
    log = paths.log
    yield from whole(log)
    yield from sorted(log.parent.glob(f".{log.name}*"))
    yield log.with_name(f"{log.name}.playing")
    yield log.parent / "backups"
    yield paths.exercises
    yield paths.data / "sounds"
    yield paths.reports
    yield paths.measures
    yield paths.settings
    yield from sorted(paths.settings.parent.glob(f".{paths.settings.name}.*"))
    yield paths.clips
    yield paths.models


def _remove(place: Path) -> bool:
    try:
        if place.is_symlink():  # where it leads to is not ours
            place.unlink()
        elif place.is_dir():
            for file in place.rglob("*"):
                if file.is_file() and not file.is_symlink():
                    shred(file)
            shutil.rmtree(place)
        else:
            shred(place)
    except OSError:
        return False
    return True
