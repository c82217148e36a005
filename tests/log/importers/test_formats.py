"""Every format, in the shapes that apps really write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mindful.log.importers.model import ImportedEntry
from mindful.log.importers.reading import reading
from mindful.log.records import Ended
from tests.log.importers.aids import FILES, read, sits


@pytest.mark.parametrize(
    ("name", "format_id", "is_local", "count"),
    [
        ("insight-timer.csv", "insight-timer", True, 3),
        ("insight-timer-12h.csv", "insight-timer", True, 3),
        ("insight-timer-utc.csv", "insight-timer", False, 1),
        ("meditate.csv", "meditate", False, 2),
        ("meditate-local.csv", "meditate", True, 1),
        ("meditation-assistant.csv", "meditation-assistant", False, 2),
        ("brethap.csv", "brethap", True, 1),
        ("brethap-heartrate.csv", "brethap", True, 1),
        ("daylio.csv", "daylio", True, 3),
        ("daylio-scales.csv", "daylio", True, 1),
        ("breathe-cli.csv", "breathe-cli", True, 2),
        ("meditation.json", "meditation", True, 2),
        ("apple-health.xml", "apple-health", False, 2),
    ],
)
def test_a_format_is_recognised_by_what_is_in_the_file(
    name: str, format_id: str, is_local: bool, count: int
) -> None:
    with reading(FILES / name) as found:
        assert (found.format, found.is_local) == (format_id, is_local)
        assert len(list(found.items)) == count


def clock(told: str) -> datetime:
    """What the clock of some place told."""
    return datetime.fromisoformat(told)


def test_insight_timer() -> None:
    long, short, walk = sits(FILES / "insight-timer.csv")
    assert long.began == clock("2026-04-20 08:21:14")
    assert (long.line, long.seconds, long.title, long.exercise) == (4, 2700, "Meditation", "timer")
    assert (short.title, short.seconds) == ("Evening, short", 330)
    assert walk.exercise == "walking"


def test_insight_timer_on_a_clock_of_twelve_hours() -> None:
    morning, noon, midnight = sits(FILES / "insight-timer-12h.csv")
    assert morning.began == clock("2024-10-15 06:30:00")
    assert noon.began == clock("2024-10-15 12:05:00")
    assert midnight.began == clock("2024-10-16 00:15:00")
    assert noon.title == "Lunch"


def test_insight_timer_in_utc() -> None:
    (sit,) = sits(FILES / "insight-timer-utc.csv")
    assert sit.began == datetime(2019, 7, 4, 5, 30, tzinfo=UTC)


def test_meditate() -> None:
    first, second = sits(FILES / "meditate.csv")
    assert first.began == datetime.fromtimestamp(1712345678, UTC)
    assert (first.title, first.note) == ("Morning", "First sit of the day")
    assert second.note == 'Two lines,\nand a "quote"'
    assert (second.line, second.exercise) == (3, "pacer-box")


def test_meditate_with_the_clock_of_the_place() -> None:
    (sit,) = sits(FILES / "meditate-local.csv")
    assert sit.began == clock("2024-04-05 21:34:38")


def test_meditation_assistant() -> None:
    first, second = sits(FILES / "meditation-assistant.csv")
    assert first.began == datetime(2019, 2, 3, 6, 40, tzinfo=UTC)
    assert (first.seconds, second.seconds) == (1500, 4200)
    assert second.note == "Long, and cold"


def test_brethap() -> None:
    (sit,) = sits(FILES / "brethap.csv")
    assert sit.began == clock("2021-06-01 07:00:00.123456")
    assert sit.seconds == 310


def test_daylio() -> None:
    _, items = read(FILES / "daylio.csv")
    first, second, _ = items
    assert isinstance(first, ImportedEntry)
    assert isinstance(second, ImportedEntry)
    assert (first.moment, first.mood) == (clock("2021-03-27 20:39:00"), "irritable")
    assert second.moment == clock("2021-03-26 08:30:00")
    assert (second.title, second.text) == ("Spring", "First warm day\nof the year")
    assert second.tags == ("meditation", "walk")


def test_breathe_cli() -> None:
    whole, stopped = sits(FILES / "breathe-cli.csv")
    assert (whole.exercise, whole.ended) == ("pacer-box", Ended.FINISHED)
    assert (stopped.exercise, stopped.ended) == ("pacer-478", Ended.EARLY)
    assert (stopped.planned_seconds, stopped.seconds) == (240, 100)
    assert stopped.began == clock("2025-01-03 07:15:00")


def test_meditation_tells_when_a_session_was_over() -> None:
    timer, breathing = sits(FILES / "meditation.json")
    assert timer.began == clock("2026-01-05 07:30:12.123456")
    assert (breathing.line, breathing.exercise) == (2, "pacer-coherent")


def test_apple_health() -> None:
    first, second = sits(FILES / "apple-health.xml")
    there = timezone(timedelta(hours=-8))
    assert first.began == datetime(2018, 5, 21, 19, 21, 15, tzinfo=there)
    assert (first.seconds, first.title, first.line) == (691, "Headspace", 17)
    assert second.seconds == 60
