"""A session on a computer that sleeps, and whose clock on the wall is set in mid-sit."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from mindful.exercises.timeline import RATE
from mindful.log.records import Ended
from mindful.sit import events as e
from mindful.sit.player import Status
from tests.sit.test_session import Stage


class Nap:
    """Seconds of sleep, told once."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        slept, self.seconds = self.seconds, 0.0
        return slept


@pytest.fixture
def nap() -> Nap:
    return Nap()


@pytest.fixture
def sleeper(tmp_path: Path, nap: Nap) -> Iterator[Stage]:
    stage = Stage(tmp_path, "timer", 2, slept=nap)
    yield stage
    stage.close()


def test_after_sleep_the_sit_waits_says_so_and_counts_only_what_was_sat(
    sleeper: Stage, nap: Nap
) -> None:
    session, told = sleeper.session, sleeper.watcher
    session.begin()
    told.wait_for("notice", "sound-stopped")
    sleeper.play(60)
    nap.seconds = 720.0
    told.wait_for("status", Status.PAUSED)
    told.wait_for("notice", ("asleep", 720.0))
    at = session.player.frame
    sleeper.clock.leap(3_600)
    sleeper.tell(e.PausePressed())
    sleeper.play(120)
    told.wait_for("finished", (Ended.FINISHED, 120.0))
    assert told.all("notice")[-1] == "sound-stopped", "the sleep is told no more, the silence is"
    assert at < 120 * RATE
    assert len(told.all("bell")) == len(set(told.all("bell")))
    kept = sleeper.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.sat_seconds == 120.0


def test_setting_the_clock_or_moving_its_zone_changes_nothing(tmp_path: Path) -> None:
    """The last hour before summer time, then any day, zone and year; only the start is kept."""
    start = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    hops = [timedelta(hours=1), timedelta(days=-2), timedelta(days=400), timedelta(seconds=-1)]
    zones = [timezone(timedelta(hours=hours)) for hours in (2, -10, 14)]
    walls = itertools.cycle(
        (start + hop).astimezone(zone) for hop, zone in itertools.product(hops, zones)
    )
    times = itertools.chain([start], walls)
    stage = Stage(tmp_path, "timer", 2, wall=lambda: next(times))
    try:
        stage.session.begin()
        stage.watcher.wait_for("notice", "sound-stopped")  # from here on time passes
        for _ in range(13):
            stage.play(10)
        stage.watcher.wait_for("finished", (Ended.FINISHED, 120.0))
        kept = stage.desk.submit(lambda log: log.history.last()).result()
    finally:
        stage.close()
    assert kept is not None
    assert (kept.sat_seconds, kept.started_at, kept.utc_offset) == (120.0, start, 0)
    assert not stage.failed
