"""A hybrid logical clock in one whole number: later edits have larger ones, on any computer.

Kulkarni and others, "Logical physical clocks" (2014). The upper bits are milliseconds since
1970 UTC and the lower 16 a counter, so that 2**16 edits a millisecond keep their order and a
clock that was set back does not make new edits look old. Equal stamps of two devices are told
apart by the device's id. Stamps of our century stay far below SQLite's 2**63.
"""

from __future__ import annotations

COUNTER_BITS = 16


def tick(last: int, now_ms: int) -> int:
    """The stamp of a new edit here.

    Args:
        last: the newest stamp known here.
        now_ms: the wall clock, milliseconds since 1970 UTC; it may have jumped.
    """
    return max(last + 1, now_ms << COUNTER_BITS)


def receive(last: int, heard: int, now_ms: int) -> int:
    """The newest stamp known here after another device's stamp `heard` was taken in."""
    return tick(max(last, heard), now_ms)


def milliseconds(stamp: int) -> int:
    """The wall clock of a stamp, milliseconds since 1970 UTC."""
    return stamp >> COUNTER_BITS
