"""Read a sound file a person names: whatever it is, it never hangs, floods memory or surprises."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np
import soundfile
import soxr

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble

RATE = 48_000

RATES = range(1_000, 768_001)
"""Frames a second that are believed; a header that says otherwise is damaged."""

PIECE = 10 * RATE
"""Frames of a piece at 48 kHz: 4 MB of stereo floats."""

_READ_VALUES = 1 << 18
"""Values read from the file at a time, over all channels."""

_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Without waiting, where the system knows that; without changing line ends, likewise."""

_LOUDEST = 1e4
"""Values above this, 80 dB over full scale, are no sound but damage."""


class SoundFile:
    """An open sound file, read from its beginning as often as needed.

    Attributes:
        path: where it lies.
    """

    def __init__(self, path: Path, file: IO[bytes], sound: Any) -> None:
        # Any: soundfile has no types.
        self.path = path
        self._file = file
        self._sound = sound

    @property
    def seconds(self) -> float:
        """Length as its header says."""
        return float(self._sound.frames) / int(self._sound.samplerate)

    def digest(self, *, start: bytes) -> str:
        """SHA-256 of `start` and the whole file, in hexadecimal."""
        place = self._file.tell()
        self._file.seek(0)
        digest = hashlib.sha256(start)
        while read := self._file.read(1 << 20):
            digest.update(read)
        self._file.seek(place)
        return digest.hexdigest()

    def pieces(self, longest: float) -> Iterator[Samples]:
        """The sound at 48 kHz in stereo, in pieces of `PIECE` frames, the last one shorter.

        One channel is heard in both ears; more than two are mixed into one, so that nothing in
        them is lost.

        Args:
            longest: seconds the sound may last.

        Raises:
            SoundTrouble: ``sound-not-finite``, ``sound-too-long`` or ``sound-damaged``, each
                with ``path``.
        """
        resampler = soxr.ResampleStream(
            self._sound.samplerate, RATE, 2, dtype="float32", quality="HQ"
        )
        waiting: list[Samples] = []
        frames = 0
        for read, last in self._stereo(longest):
            made = np.asarray(resampler.resample_chunk(read, last=last), np.float32)
            waiting.append(made)
            frames += len(made)
            while frames >= PIECE:
                joined = np.concatenate(waiting)
                yield joined[:PIECE]
                waiting = [joined[PIECE:]]
                frames -= PIECE
        if frames:
            yield np.concatenate(waiting)

    def length_and_offset(self, longest: float) -> tuple[float, Samples]:
        """Seconds the file really holds, and what it is on average in either ear.

        A loudspeaker should rest at 0, so that average is to be taken away. Arguments and
        errors as for `pieces`.
        """
        total, frames = np.zeros(2), 0
        for read, _ in self._stereo(longest):
            total += read.sum(axis=0, dtype=np.float64)
            frames += len(read)
        return frames / int(self._sound.samplerate), (total / max(1, frames)).astype(np.float32)

    def _stereo(self, longest: float) -> Iterator[tuple[Samples, bool]]:
        """Stereo at the file's own rate, and whether it is the last; the last one may be empty."""
        rate, channels = int(self._sound.samplerate), int(self._sound.channels)
        block = max(1, _READ_VALUES // channels)
        left = int(longest * rate)
        self._seek_start()
        while True:
            read = self._read(block)
            left -= len(read)
            if left < 0:
                # A header may say less than the file holds.
                raise SoundTrouble("sound-too-long", path=str(self.path), longest=int(longest))
            if not np.all(np.abs(read) < _LOUDEST):  # not a number is not smaller, either
                raise SoundTrouble("sound-not-finite", path=str(self.path))
            stereo = read if channels == 2 else read.mean(axis=1, keepdims=True).repeat(2, axis=1)
            yield np.ascontiguousarray(stereo), len(read) < block
            if len(read) < block:
                return

    def _seek_start(self) -> None:
        try:
            self._sound.seek(0)
        except soundfile.LibsndfileError as error:
            raise SoundTrouble("sound-damaged", path=str(self.path)) from error

    def _read(self, frames: int) -> Samples:
        try:
            return np.asarray(self._sound.read(frames, dtype="float32", always_2d=True))
        except soundfile.LibsndfileError as error:
            raise SoundTrouble("sound-damaged", path=str(self.path)) from error


@contextmanager
def opened(path: Path) -> Iterator[SoundFile]:
    """Open a file of any format soundfile reads.

    Raises:
        SoundTrouble: ``sound-gone``, ``sound-forbidden``, ``sound-no-file`` (a folder, a pipe, a
            device: none is ever read from), ``sound-empty`` or ``sound-not-audio``, each with
            ``path``.
    """
    with _regular(path) as file:
        try:
            sound = soundfile.SoundFile(file)
        except soundfile.LibsndfileError as error:
            raise SoundTrouble("sound-not-audio", path=str(path)) from error
        with sound:
            if sound.samplerate not in RATES or sound.channels < 1:
                raise SoundTrouble("sound-not-audio", path=str(path))
            if sound.frames == 0:
                raise SoundTrouble("sound-empty", path=str(path))
            yield SoundFile(path, file, sound)


@contextmanager
def _regular(path: Path) -> Iterator[IO[bytes]]:
    """A regular file with something in it, open for reading.

    Looked at before it is opened, for opening a pipe waits and opening a device may do anything;
    and looked at again afterwards, in case something else took its place.
    """
    try:
        _check_kind(path, path.stat())
        file = os.fdopen(os.open(path, _READ_ONLY), "rb")
    except FileNotFoundError as error:
        raise SoundTrouble("sound-gone", path=str(path)) from error
    except PermissionError as error:
        raise SoundTrouble("sound-forbidden", path=str(path)) from error
    except (OSError, ValueError) as error:  # a path can hold what no file's name can
        raise SoundTrouble("sound-damaged", path=str(path)) from error
    with file:
        _check_kind(path, os.fstat(file.fileno()))
        yield file


def _check_kind(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise SoundTrouble("sound-no-file", path=str(path))
    if found.st_size == 0:
        raise SoundTrouble("sound-empty", path=str(path))
