"""Moments and lengths as other apps write them down."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from mindful.log.importers.model import UnreadableCell

LONGEST_CELL = 40
"""Characters of a moment or a length; what is longer is neither."""


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
    day, _, clock = _short(cell, "date-unreadable").partition(" ")
    try:
        month, number, year = day.split("/")
        return datetime.combine(date(int(year), int(month), int(number)), clock_time(clock))
    except (ValueError, OverflowError) as error:
        raise UnreadableCell("date-unreadable") from error


def clock_time(cell: str) -> time:
    """A time of day: ``20:39``, ``08:21:14``, ``8:30 am``, ``6:30:00 PM``."""
    digits, _, half = _short(cell, "date-unreadable").partition(" ")
    try:
        hour, minute, second = (*map(int, digits.split(":")), 0)[:3]
        if half:
            hour = _hour_of(hour, half.replace(".", "").strip().lower())
        return time(hour, minute, second)
    except (ValueError, OverflowError) as error:
        raise UnreadableCell("date-unreadable") from error


def clock_length(cell: str) -> float:
    """Hours, minutes and, where there are three, seconds, padded or not: ``0:45:0``, ``01:30``."""
    return _length(cell, lambda text: _sixties(text.split(":")))


def seconds_length(cell: str) -> float:
    """A number of seconds."""
    return _length(cell, float)


def _sixties(parts: list[str]) -> float:
    if len(parts) not in {2, 3}:
        raise ValueError("not H:M or H:M:S")
    hours, minutes, *seconds = parts
    sign = -1 if hours.startswith("-") else 1
    whole = abs(int(hours)) * 3600 + int(minutes) * 60
    return sign * (whole + float(seconds[0] if seconds else 0))


def _length(cell: str, read: Callable[[str], float]) -> float:
    try:
        seconds = read(_short(cell, "length-unreadable"))
    except ValueError as error:
        raise UnreadableCell("length-unreadable") from error
    if not math.isfinite(seconds):
        raise UnreadableCell("length-unreadable")
    return seconds


def _hour_of(hour: int, half: str) -> int:
    if half not in {"am", "pm"} or not 1 <= hour <= 12:
        raise ValueError("no hour of half a day")
    return hour % 12 + (12 if half == "pm" else 0)


def _short(cell: str, reason: str) -> str:
    cell = cell.strip()
    if not cell.isascii():
        cell = cell.replace("\u202f", " ").replace("\xa0", " ")
    if not cell or len(cell) > LONGEST_CELL:
        raise UnreadableCell(reason)
    return cell
