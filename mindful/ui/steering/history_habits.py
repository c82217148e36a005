"""When and what was sat, from the log's sums to History's pictures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from mindful.log.records import TimeSat
from mindful.ui.history_models import Share
from mindful.ui.pages.when import span_words

if TYPE_CHECKING:  # the statistics are loaded with the database's library
    from mindful.log.statistics import Hour, Tally

PART_HOURS, FIRST_HOUR = 3, 4
"""Hours of a part of the day, and the hour with which the first one begins."""
MONTHS = 12


def hours_of(hours: Sequence[Hour]) -> tuple[Share, ...]:
    """Parts of the day, those without a sit too."""
    count = 24 // PART_HOURS
    seconds, sits = [0.0] * count, [0] * count
    for hour in hours:
        part = (hour.hour - FIRST_HOUR) % 24 // PART_HOURS
        seconds[part] += hour.seconds
        sits[part] += hour.sits
    return tuple(
        Share(words=_part_words(part), minutes=round(seconds[part] / 60), sits=sits[part])
        for part in range(count)
    )


def months_of(months: Sequence[TimeSat], today: date) -> tuple[Share, ...]:
    """The last twelve months, those without a sit too, the present one last."""
    sat = {month.begins: month for month in months}
    shares = []
    for back in reversed(range(MONTHS)):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        begins = date(year, month + 1, 1)
        there = sat.get(begins, TimeSat(begins=begins, sits=0, seconds=0.0))
        name = f"{QLocale().standaloneMonthName(begins.month)} {begins.year}"
        shares.append(Share(words=name, minutes=round(there.seconds / 60), sits=there.sits))
    return tuple(shares)


def practices_of(tallies: Sequence[Tally]) -> tuple[Share, ...]:
    """Practices, the most frequent first."""
    return tuple(
        Share(
            key=tally.key,
            words=tally.title,
            minutes=round((tally.seconds or 0) / 60),
            sits=tally.sits,
        )
        for tally in tallies
    )


def _part_words(part: int) -> str:
    begins = (FIRST_HOUR + part * PART_HOURS) % 24
    ends = (begins + PART_HOURS) % 24
    # A span of the clock, whatever the day.
    first, last = (datetime.combine(date(2000, 1, 1), time(hour)) for hour in (begins, ends))
    return span_words(first, last)
