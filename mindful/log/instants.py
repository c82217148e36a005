"""How the log writes down a moment: UTC, ISO 8601, milliseconds, so that text sorts as time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

Clock = Callable[[], datetime]
"""Tells the present moment with the zone's offset, as ``datetime.now().astimezone()`` does."""

DAY_ENDS = time(4)
"""When a day ends for most people, on the clock where they are."""


def seconds_of(day_ends: time) -> int:
    """Seconds from midnight."""
    return day_ends.hour * 3600 + day_ends.minute * 60 + day_ends.second


def day_of(moment: datetime, day_ends: time = DAY_ENDS) -> date:
    """The day a moment belongs to, on the clock it is told by."""
    return (moment.replace(tzinfo=None) - timedelta(seconds=seconds_of(day_ends))).date()


def written(moment: datetime) -> str:
    """Such as ``2026-11-23T06:05:04.321Z``, whatever zone the moment is told in."""
    return written_utc(moment.astimezone(UTC).replace(tzinfo=None))


def written_utc(moment: datetime) -> str:
    """The same of a moment told in UTC and without a zone: quicker, where there are very many."""
    if moment.microsecond == 0:
        return moment.isoformat() + ".000Z"
    return moment.isoformat(timespec="milliseconds") + "Z"


def milliseconds_of(moment: datetime) -> int:
    """Whole milliseconds since 1970 UTC."""
    return round(moment.timestamp() * 1000)


def offset_of(moment: datetime) -> int:
    """Seconds by which the moment's zone is ahead of UTC.

    Raises:
        ValueError: the moment has no zone, so nobody knows when it was.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone")
    return round(offset.total_seconds())
