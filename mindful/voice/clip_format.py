"""How a clip is kept: 16-bit mono at its own rate behind a header with a checksum."""

from __future__ import annotations

import struct
import zlib

import numpy as np

from mindful.audio.clip import Clip

FORMAT = 1
"""Goes up when a kept clip would be read or made differently."""

_HEADER = struct.Struct("<4sHIII")  # magic, format, rate, frames, CRC-32 of rate, frames, samples
_MAGIC = b"clip"


class Corrupt(Exception):
    """These bytes are no clip, or not all of one."""


def pack(clip: Clip) -> bytes:
    """`clip` as bytes; samples beyond full scale are clipped, others rounded to 16 bits."""
    scaled = np.rint(clip.samples * np.float32(32768)).clip(-32768, 32767)
    samples: bytes = scaled.astype("<i2").tobytes()
    check = _check(clip.rate, clip.frames, samples)
    return _HEADER.pack(_MAGIC, FORMAT, clip.rate, clip.frames, check) + samples


def unpack(data: bytes) -> Clip:
    """The clip in `data`.

    Raises:
        Corrupt: cut short, altered, or never a clip.
    """
    if len(data) < _HEADER.size:
        raise Corrupt
    magic, version, rate, frames, check = _HEADER.unpack_from(data)
    samples = data[_HEADER.size :]
    if (magic, version, check) != (_MAGIC, FORMAT, _check(rate, frames, samples)):
        raise Corrupt
    return Clip(np.frombuffer(samples, "<i2").astype(np.float32) / np.float32(32768), rate)


def _check(rate: int, frames: int, samples: bytes) -> int:
    return zlib.crc32(samples, zlib.crc32(struct.pack("<II", rate, frames)))
