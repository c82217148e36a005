"""Writes stereo sound at 48 kHz to a file, block by block, in any of `FILE_KINDS`.

Frame n of what is written is frame n of what a decoder gives back, in every kind: libsndfile
writes the encoder's delay where the kind has a place for it (LAME's tag in MP3, the pre-skip in
Opus, granule positions in Ogg), and players that follow the kind's specification skip it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from types import TracebackType
from typing import BinaryIO

import numpy as np
import soundfile

from mindful.audio.clip import FULL_SCALE, Samples, Stored
from mindful.audio.errors import SoundTrouble
from mindful.audio.file_kinds import FileKind
from mindful.audio.overlap import draws

RATE = 48_000

_DITHER = 0x6D696E64
"""Key of the dither, the same for every file."""

_PIECE = 4096
"""Frames of one piece: libvorbis keeps room for a whole piece on the stack."""


class SoundWriter:
    """An open sound file; a context manager. One thread.

    The same blocks give the same samples, dither included.
    """

    def __init__(self, file: BinaryIO, kind: FileKind) -> None:
        """Write to `file`, which is open for reading and writing, and stays open.

        Raises:
            OSError: `file` cannot be written.
            SoundTrouble: ``file-kind-missing`` with ``ending``: this libsndfile has not got it.
        """
        self._file = _Watched(file)
        self._kind = kind
        self._pieces = 0
        try:
            self._sound = soundfile.SoundFile(
                self._file,
                "w",
                samplerate=RATE,
                channels=2,
                subtype=kind.coding,
                format=kind.container,
                compression_level=kind.effort,
                bitrate_mode=kind.mode,
            )
        except (soundfile.LibsndfileError, ValueError) as error:
            self._file.raise_trouble()
            raise SoundTrouble("file-kind-missing", ending=kind.ending) from error

    def write(self, samples: Samples) -> None:
        """Append float32 samples of shape ``(frames, 2)``, within -1 and 1.

        Raises:
            OSError: the file cannot be written; a full disk is ``ENOSPC``.
        """
        for start in range(0, len(samples), _PIECE):
            self._write_piece(samples[start : start + _PIECE])

    def close(self) -> None:
        """Write what the coder still holds.

        Raises:
            OSError: as `write`.
        """
        with self._told():
            self._sound.close()

    def __enter__(self) -> SoundWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            # The file is given up: what went wrong first is what matters.
            with contextlib.suppress(OSError):
                self.close()

    def _write_piece(self, piece: Samples) -> None:
        with self._told():
            if self._kind.lossy:
                self._sound.write(piece)
            else:
                self._sound.write(dithered(piece, self._pieces))
        self._pieces += 1

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What the file system said, rather than libsndfile's "System error" or its silence."""
        try:
            yield
        except (soundfile.LibsndfileError, AssertionError):
            self._file.raise_trouble()
            raise
        self._file.raise_trouble()


def dithered(samples: Samples, number: int) -> Stored:
    """Samples in 16 bits, rounded with triangular noise of two steps from peak to peak.

    The noise makes the error of rounding a steady hiss at -98 dBFS that has nothing to do with the
    sound, so that a bell fades into it and not into crackling (S. Lipshitz et al., "Quantization
    and dither: a theoretical survey", 1992). It depends on `number` alone, the same every time.

    Args:
        samples: float32 within -1 and 1.
        number: of this piece in the file.
    """
    noise = draws(_DITHER, 0, number)
    scaled = samples * np.float32(FULL_SCALE)
    scaled += noise.random(samples.shape, np.float32)
    scaled -= noise.random(samples.shape, np.float32)
    steps: Stored = np.clip(np.rint(scaled), -FULL_SCALE, FULL_SCALE).astype(np.int16)
    return steps


class _Watched:
    """The file as libsndfile uses it, from C, where no exception passes: the first is kept."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._trouble: OSError | None = None

    def raise_trouble(self) -> None:
        """Raise what went wrong, if anything did."""
        if self._trouble is not None:
            raise self._trouble

    def write(self, data: bytes) -> int:
        """Bytes written; fewer than given tell libsndfile to stop."""
        if self._trouble is not None:
            return 0
        try:
            return self._file.write(data)
        except OSError as error:
            self._trouble = error
            return 0

    def read(self, count: int) -> bytes:
        """Some kinds read their own header again."""
        return self._file.read(count)

    def seek(self, offset: int, whence: int = 0) -> int:
        """The new place. Going there writes what was buffered, and may so fail."""
        try:
            return self._file.seek(offset, whence)
        except OSError as error:
            self._trouble = self._trouble or error
            return self._file.tell()

    def tell(self) -> int:
        """The place."""
        return self._file.tell()
