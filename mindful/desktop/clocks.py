"""Two clocks that differ by the time this computer was asleep."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

Clock = Callable[[], float]
"""Seconds from a moment of its own; nobody can set it, except where said otherwise."""


def awake_clock(platform: str = sys.platform) -> Clock:
    """One that stands still while the computer sleeps: the time of a sit.

    Python's own does so on Linux and macOS; on Windows it goes on
    (https://docs.python.org/3/library/time.html#time.monotonic, PEP 418).
    """
    return _unbiased_windows() if platform == "win32" else time.monotonic


def passing_clock(platform: str = sys.platform) -> Clock:
    """One that goes on while the computer sleeps.

    CLOCK_BOOTTIME on Linux (clock_gettime(2)), CLOCK_MONOTONIC on macOS, the ticks on Windows;
    elsewhere the clock on the wall, where setting it forward looks like sleep.
    """
    if platform == "win32":
        return time.monotonic
    if platform == "linux":
        return lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
    if platform == "darwin":
        return lambda: time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.time


def _unbiased_windows() -> Clock:
    """Seconds since the start without those asleep: QueryUnbiasedInterruptTime, in 100 ns."""
    import ctypes

    value = ctypes.c_ulonglong()
    query = getattr(ctypes, "windll").kernel32.QueryUnbiasedInterruptTime  # noqa: B009 - only there

    def seconds() -> float:
        query(ctypes.byref(value))
        return value.value / 1e7

    return seconds
