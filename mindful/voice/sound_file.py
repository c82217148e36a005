"""Reads the files that a system's speech writes: WAV, and macOS' AIFF or AIFF-C.

Part of the worker, hence without numpy; `aifc` left the standard library with Python 3.13.
"""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Sound(NamedTuple):
    """Mono sound, 16 bits.

    Attributes:
        rate: frames a second.
        frames: little-endian samples.
    """

    rate: int
    frames: bytes


class OddSound(Exception):
    """A sound file in a form that no system's speech is known to write."""


NOTHING = Sound(1, b"")


def read_sound(path: Path) -> Sound:
    """The sound in `path`; an absent or empty file is a sound without frames.

    Raises:
        OddSound: it is not 16-bit mono.
    """
    data = path.read_bytes() if path.exists() else b""
    if not data:
        return NOTHING
    return _aiff(data) if data[:4] == b"FORM" else _wav(path)


def _wav(path: Path) -> Sound:
    with wave.open(str(path)) as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            raise OddSound
        return Sound(file.getframerate(), file.readframes(file.getnframes()))


def _aiff(data: bytes) -> Sound:
    """AIFF 1.3 and AIFF-C (Apple, 1989 and 1991), uncompressed."""
    chunks = dict(_chunks(data))
    channels, _, bits, rate = struct.unpack(">hIh10s", chunks[b"COMM"][:18])
    form = chunks[b"COMM"][18:22] or b"NONE"
    if (channels, bits) != (1, 16) or form not in {b"NONE", b"twos", b"sowt"}:
        raise OddSound
    offset = struct.unpack(">I", chunks[b"SSND"][:4])[0]
    frames = chunks[b"SSND"][8 + offset :]
    return Sound(_extended(rate), frames if form == b"sowt" else _swapped(frames))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk; contents of odd length are followed by a filling byte."""
    place = 12
    while place + 8 <= len(data):
        name, size = struct.unpack(">4sI", data[place : place + 8])
        yield name, data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _extended(number: bytes) -> int:
    """An 80-bit IEEE 754 number, rounded; sign, exponent and an explicit leading bit."""
    exponent, mantissa = struct.unpack(">HQ", number)
    return round(math.ldexp(mantissa, exponent - 16383 - 63))


def _swapped(frames: bytes) -> bytes:
    swapped = bytearray(len(frames) // 2 * 2)
    swapped[0::2], swapped[1::2] = frames[1::2], frames[0 : len(frames) // 2 * 2 : 2]
    return bytes(swapped)
