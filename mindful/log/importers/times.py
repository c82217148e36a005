"""Moments and lengths as other apps write them down."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, datetime, time
from functools import lru_cache

from mindful.log.importers.model import UnreadableCell

LONGEST_CELL = 40
"""Characters of a moment or a length; what is longer is neither."""
_OF_CLOCK = r"(\d+):(\d+)(?::(\d+))?(?: *([AaPp])\.?[Mm]\.?)?"
_CLOCK = re.compile(_OF_CLOCK)
_AMERICAN = re.compile(r"(\d+)/(\d+)/(\d+) +" + _OF_CLOCK)


def iso_moment(cell: str) -> datetime:
    """A moment as ISO 8601 has it, with or without a zone: ``2018-05-21 19:21:15 -0800``."""
    words = _short(cell, "date-unreadable").split()
    try:
        return datetime.fromisoformat(" ".join(words[:2]) + "".join(words[2:]))
    except (ValueError, OverflowError) as error:
        raise UnreadableCell("date-unreadable") from error


def unix_moment(cell: str) -> datetime:
    """Seconds since 1970 UTC."""
    try:
        return datetime.fromtimestamp(int(_short(cell, "date-unreadable")), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UnreadableCell("date-unreadable") from error


def american_moment(cell: str) -> datetime:
    """Month, day, year and a clock of 24 or of 12 hours: ``10/15/2024 6:30:00 AM``."""
    found = _AMERICAN.fullmatch(_short(cell, "date-unreadable"))
    if found is None:
        raise UnreadableCell("date-unreadable")
    month, day, year, hour, minute, second, half = found.groups()
    try:
        return datetime(  # noqa: DTZ001 - the file has none
            int(year),
            int(month),
            int(day),
            _hour_of(int(hour), half),
            int(minute),
            int(second or 0),
        )
    except (ValueError, OverflowError) as error:
        raise UnreadableCell("date-unreadable") from error


def clock_time(cell: str) -> time:
    """A time of day: ``20:39``, ``08:21:14``, ``8:30 am``, ``6:30:00 PM``."""
    found = _CLOCK.fullmatch(_short(cell, "date-unreadable"))
    if found is None:
        raise UnreadableCell("date-unreadable")
    hour, minute, second, half = found.groups()
    try:
        return time(_hour_of(int(hour), half), int(minute), int(second or 0))
    except (ValueError, OverflowError) as error:
        raise UnreadableCell("date-unreadable") from error


@lru_cache(maxsize=1024)  # pure; most people sit for the same few lengths
def clock_length(cell: str) -> float:
    """Hours, minutes and, where there are three, seconds, padded or not: ``0:45:0``, ``01:30``."""
    return _length(cell, _sixties)


def seconds_length(cell: str) -> float:
    """A number of seconds."""
    return _length(cell, float)


def _sixties(text: str) -> float:
    hours, _, rest = text.partition(":")
    minutes, _, seconds = rest.partition(":")
    whole = abs(int(hours)) * 3600 + int(minutes) * 60 + float(seconds or 0)
    return -whole if hours.startswith("-") else whole


def _length(cell: str, read: Callable[[str], float]) -> float:
    try:
        seconds = read(_short(cell, "length-unreadable"))
    except ValueError as error:
        raise UnreadableCell("length-unreadable") from error
    if not math.isfinite(seconds):
        raise UnreadableCell("length-unreadable")
    return seconds


def _hour_of(hour: int, half: str | None) -> int:
    """The hour of 24, from one that may have the A or the P of its half of the day beside it."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("no hour of half a day")
    return hour % 12 + (12 if half in "pP" else 0)


def _short(cell: str, reason: str) -> str:
    cell = cell.strip()
    if not cell.isascii():
        cell = cell.replace("\u202f", " ").replace("\xa0", " ")
    if not cell or len(cell) > LONGEST_CELL:
        raise UnreadableCell(reason)
    return cell
