"""The two clocks, on the computer that runs the tests: it does not sleep meanwhile."""

from __future__ import annotations

import sys
import time

import pytest

from mindful.desktop.clocks import awake_clock, passing_clock
from mindful.sit.sleep import SleepWatch


def test_they_go_on_alike_while_nothing_sleeps() -> None:
    watch = SleepWatch(awake_clock(), passing_clock())
    assert watch() == 0.0


@pytest.mark.skipif(sys.platform != "linux", reason="asks the clock of Linux")
def test_on_linux_the_passing_clock_counts_since_the_start_sleep_included() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= passing_clock()() <= time.clock_gettime(time.CLOCK_BOOTTIME)


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("win32", time.monotonic), ("freebsd14", time.time)],
)
def test_elsewhere_there_is_one_too(platform: str, expected: object) -> None:
    assert passing_clock(platform) is expected
