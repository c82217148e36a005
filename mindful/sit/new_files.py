"""Files that appear under their names only when all of them are whole."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast
from zlib import crc32

from mindful.log.private_files import sync_folder
from mindful.sit.errors import SitTrouble

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room on the disk, none left of one's share of it, or more than a file may have there."""


class NewFiles:
    """A context manager: files written beside their places, and put there by `commit`.

    Left without `commit`, however that comes about, it takes away what it made. Only a process
    killed on the spot leaves a file behind, under the name `unfinished_name` gives it.
    """

    def __init__(self, places: Sequence[Path], *, replace: bool) -> None:
        """Touch nothing yet.

        Args:
            places: where the files are to be; two names for the same file are refused.
            replace: whether a file that is there already may go.
        """
        self._places = tuple(places)
        self._replace = replace
        self._open: list[BinaryIO] = []
        self._made: list[Path] = []

    def __enter__(self) -> tuple[BinaryIO, ...]:
        """The files, open for reading and writing, in the order of their places.

        Raises:
            SitTrouble: as `check_places`; ``file-unwritable`` or ``file-disk-full`` with ``path``.
        """
        check_places(self._places, replace=self._replace)
        try:
            for place in self._places:
                self._open.append(self._begin(place))
        except BaseException:
            self._clear()
            raise
        return tuple(self._open)

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._clear()
        if isinstance(error, OSError):
            raise file_trouble(error, self._places[0]) from error

    def commit(self) -> None:
        """Put the files in their places; all are on the disk before the first one is.

        Raises:
            OSError: one could not be; then none is there.
            SitTrouble: ``file-exists``: one came meanwhile; it is kept, and none of ours is there.
        """
        for file in self._open:
            file.flush()
            os.fsync(file.fileno())
            file.close()
        put: list[Path] = []
        try:
            for made, place in zip(self._made, self._places, strict=True):
                self._put(made, place)
                put.append(place)
        except BaseException:
            for place in put:
                place.unlink(missing_ok=True)
            raise
        self._made.clear()
        for folder in {place.parent for place in self._places}:
            sync_folder(folder)

    def _put(self, made: Path, place: Path) -> None:
        if not self._replace and place.exists():
            raise SitTrouble("file-exists", path=str(place))  # it came while we were writing
        made.replace(place)

    def _begin(self, place: Path) -> BinaryIO:
        unfinished = unfinished_name(place, os.getpid())
        try:
            unfinished.unlink(missing_ok=True)  # of a process of the same number, killed long ago
            file = unfinished.open("x+b")
        except OSError as error:
            raise file_trouble(error, place) from error
        self._made.append(unfinished)
        return cast(BinaryIO, file)

    def _clear(self) -> None:
        for file in self._open:
            with contextlib.suppress(OSError):  # what is buffered has no room; it is given up
                file.close()
        for made in self._made:
            with contextlib.suppress(OSError):  # the folder is gone, and the file with it
                made.unlink(missing_ok=True)
        self._made.clear()


def check_places(places: Sequence[Path], *, replace: bool) -> None:
    """See that files can be put at `places`, before any work is done for them.

    Raises:
        SitTrouble: ``same-file-twice``, ``not-a-file``, ``file-exists`` or ``file-unwritable`` with
            ``path``; ``folder-missing`` or ``no-folder`` with ``folder``.
    """
    if len({os.path.realpath(place) for place in places}) < len(places):
        raise SitTrouble("same-file-twice", path=str(places[-1]))
    for place in places:
        try:
            _check_place(place, replace=replace)
        except OSError as error:
            raise file_trouble(error, place) from error


def _check_place(place: Path, *, replace: bool) -> None:
    folder = place.parent
    if not folder.exists():
        raise SitTrouble("folder-missing", folder=str(folder))
    if not folder.is_dir():
        raise SitTrouble("no-folder", folder=str(folder))
    if place.exists() and not place.is_file():
        raise SitTrouble("not-a-file", path=str(place))
    if place.exists() and not replace:
        raise SitTrouble("file-exists", path=str(place))


def unfinished_name(place: Path, pid: int) -> Path:
    """What process `pid` calls the file that is to be `place`, until it is whole.

    Short, whatever the name: file systems have limits.
    """
    return place.with_name(f".mindful-{pid}-{crc32(os.fsencode(place.name)):08x}.part")


def file_trouble(error: OSError, place: Path) -> SitTrouble:
    """What a person can be told about `error`, which came up while writing `place`."""
    if error.errno in FULL:
        return SitTrouble("file-disk-full", path=str(place))
    if not place.parent.is_dir():
        return SitTrouble("folder-missing", folder=str(place.parent))
    return SitTrouble("file-unwritable", path=str(place))
