"""Identifiers that sort by time of birth; Python 3.11 has none of its own."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

Entropy = Callable[[int], bytes]
"""Gives that many random bytes, as `os.urandom` does."""


def uuid7(now_ms: int, entropy: Entropy) -> UUID:
    """Make a UUID of version 7 (RFC 9562, section 5.7).

    Args:
        now_ms: milliseconds since 1970 UTC, taken modulo 2**48.
        entropy: source of the 74 random bits.
    """
    random = int.from_bytes(entropy(10), "big")
    bits = (now_ms & (1 << 48) - 1) << 80
    bits |= 0x7 << 76 | (random >> 62 & 0xFFF) << 64
    bits |= 0b10 << 62 | random & (1 << 62) - 1
    return UUID(int=bits)
