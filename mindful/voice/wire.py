"""How the app and a voice worker talk: a line of JSON, then as many bytes as it announces.

Both ends use this file, so it imports nothing that a small worker should not carry.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO

Header = dict[str, object]

LONGEST_HEADER = 1_000_000
"""Bytes; the longest real one, a list of all voices, has about 10,000."""

LONGEST_PAYLOAD = 256_000_000
"""Bytes; an hour of 16-bit speech at 24 kHz has 173 million."""


class Garbled(Exception):
    """The other end sent something that is no message."""


def send(stream: IO[bytes], header: Mapping[str, object], payload: bytes = b"") -> None:
    """Write one message and flush it.

    Raises:
        OSError: the other end is gone.
    """
    line = json.dumps({**header, "bytes": len(payload)}).encode("ascii")
    stream.write(line + b"\n")
    stream.write(payload)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Header, bytes] | None:
    """Wait for one message; None when the other end has closed, even in mid-message.

    Raises:
        Garbled: what came is no message.
    """
    line = stream.readline(LONGEST_HEADER)
    if not line.endswith(b"\n") and len(line) < LONGEST_HEADER:
        return None
    header, size = _parsed(line)
    payload = stream.read(size)
    return (header, payload) if len(payload) == size else None


def _parsed(line: bytes) -> tuple[Header, int]:
    try:
        header = json.loads(line)
    except ValueError as error:
        raise Garbled from error
    size = header.pop("bytes", None) if isinstance(header, dict) else None
    if type(size) is not int or not 0 <= size <= LONGEST_PAYLOAD:
        raise Garbled
    return header, size
