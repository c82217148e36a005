from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.log.rotation import DAYS, MONTHS, WEEKS, backups_in, days_kept, name_for

DAY = st.dates(date(2020, 1, 1), date(2029, 12, 31))


def test_who_sits_daily_keeps_a_week_of_days_a_month_of_weeks_a_year_of_months() -> None:
    today = date(2026, 11, 24)  # a Tuesday
    there = {today}
    for back in range(800, -1, -1):  # as it happens: a backup a day, and rotation after each
        there = set(days_kept({*there, today - timedelta(days=back)}))
    assert sorted(there) == [
        date(2025, 12, 31),
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
        date(2026, 6, 30),
        date(2026, 7, 31),
        date(2026, 8, 31),
        date(2026, 9, 30),
        date(2026, 10, 31),
        date(2026, 11, 8),  # Sundays
        date(2026, 11, 15),
        *(today - timedelta(days=back) for back in range(6, -1, -1)),
    ]


def test_who_sits_rarely_keeps_every_backup() -> None:
    rare = {date(2015 + year, 5, 1) for year in range(10)}
    assert days_kept(rare) == rare


@given(st.sets(DAY, min_size=1, max_size=60))
def test_the_newest_stays_and_there_are_never_too_many(days: set[date]) -> None:
    kept = days_kept(days)
    assert max(days) in kept
    assert kept <= days
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert set(sorted(days)[-DAYS:]) <= kept


@given(st.sets(DAY, max_size=60))
def test_rotating_twice_changes_nothing(days: set[date]) -> None:
    assert days_kept(days_kept(days)) == days_kept(days)


def test_only_our_own_names_count(tmp_path: Path) -> None:
    for name in (
        name_for(date(2026, 11, 24)),
        name_for(date(2026, 1, 2)),
        "mindful-2026-02-31.db",
        "before-restoring-2026-11-24-101112.db",
        "mindful-2026-11-23.db.part",
        "holiday.jpg",
    ):
        (tmp_path / name).touch()
    assert [backup.day for backup in backups_in(tmp_path)] == [
        date(2026, 11, 24),
        date(2026, 1, 2),
    ]


@pytest.mark.parametrize("there", [False, True])
def test_no_folder_or_an_empty_one_has_no_backups(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "backups"
    if there:
        folder.mkdir()
    assert backups_in(folder) == ()
