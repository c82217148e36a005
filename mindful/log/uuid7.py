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
    # Text from the start: by way of a UUID it would take five times as long, and imports make many.
    moment = f"{now_ms & (1 << 48) - 1:012x}"
    drawn = entropy(10).hex()
    first = int(drawn[:8], 16)
    version, variant = 0x7000 | first >> 14 & 0xFFF, 0x8000 | first & 0x3FFF
    return f"{moment[:8]}-{moment[8:]}-{version:x}-{variant:x}-{drawn[8:]}"
