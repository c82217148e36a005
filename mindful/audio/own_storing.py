"""Write an own sound as FLAC, and be sure that all of it is on the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import soundfile

from mindful.audio.clip import Stored

RATE = 48_000


def write_flac(pieces: Iterator[Stored], path: Path) -> None:
    """Write 16-bit stereo at 48 kHz to a new file that only its owner can read.

    Raises:
        OSError: the disk is full, or the file cannot be written.
    """
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb"):
        pass  # made with its mode first, since the library knows of none
    frames = 0
    try:
        with soundfile.SoundFile(
            path, "w", RATE, channels=2, format="FLAC", subtype="PCM_16"
        ) as file:
            for piece in pieces:
                file.write(piece)
                frames += len(piece)
    except (soundfile.LibsndfileError, AssertionError) as error:
        # The library asserts that all it was given was written; on a full disk it was not.
        raise OSError(errno.EIO, "cannot be written") from error
    _check_whole(path, frames)


def _check_whole(path: Path, frames: int) -> None:
    """See that the last frame can be read: closing the file tells nobody that it failed.

    Raises:
        OSError: it cannot.
    """
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        with soundfile.SoundFile(path) as written:
            written.seek(max(0, frames - 1))
            whole = written.frames == frames and len(written.read(1, dtype="int16")) == 1
    except soundfile.LibsndfileError as error:
        raise OSError(errno.EIO, "cannot be read again") from error
    if not whole:
        raise OSError(errno.EIO, "was not written whole")
