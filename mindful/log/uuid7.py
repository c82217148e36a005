"""Identifiers that sort by time of birth; Python 3.11 has none of its own."""

from __future__ import annotations

from collections.abc import Callable

Entropy = Callable[[int], bytes]
"""Gives that many random bytes, as `os.urandom` does."""


def uuid7(now_ms: int, entropy: Entropy) -> str:
    """Make a UUID of version 7 (RFC 9562, section 5.7), as text.

    Args:
        now_ms: milliseconds since 1970 UTC, taken modulo 2**48.
        entropy: source of the 74 random bits.
    """
    random = int.from_bytes(entropy(10), "big")
    ms = now_ms & (1 << 48) - 1
    # The text itself: by way of a UUID it would take three times as long, and imports make many.
    return (
        f"{ms >> 16:08x}-{ms & 0xFFFF:04x}-7{random >> 62 & 0xFFF:03x}"
        f"-{0x8000 | random >> 48 & 0x3FFF:04x}-{random & 0xFFFF_FFFF_FFFF:012x}"
    )
