"""Which clock a moment was told by, where a file does not say."""

from __future__ import annotations

import difflib
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from mindful.log.errors import LogTrouble

_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")


def zone_called(name: str) -> tzinfo:
    """A zone by its name, ``Europe/London``, or its distance from UTC, ``+05:30``.

    Raises:
        LogTrouble: ``zone-unknown`` with what was ``asked`` and what is ``nearest``.
    """
    offset = _OFFSET.fullmatch(name.strip())
    if offset is not None:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        if ahead < timedelta(hours=24):
            return timezone(-ahead if offset[1] == "-" else ahead)
    try:
        return ZoneInfo(name.strip())
    except (KeyError, ValueError, OSError) as error:
        near = difflib.get_close_matches(name, sorted(available_timezones()), 1, 0)
        nearest = near[0] if near else "UTC"
        raise LogTrouble("zone-unknown", asked=name, nearest=nearest) from error


def placed(moment: datetime, zone: tzinfo | None) -> tuple[datetime, timedelta]:
    """A moment on the clock of the place, and how far that clock was ahead of UTC.

    Args:
        moment: without a zone it is told by the place's clock; one in UTC does not say where;
            any other offset is the place's and stays.
        zone: of the place; None for this computer's.

    Raises:
        ValueError, OverflowError, OSError: a moment no clock has.
    """
    if moment.tzinfo is None and zone is not None:
        ahead = zone.utcoffset(moment)  # four times as quick as giving the moment its zone
    else:
        is_here = moment.tzinfo is None or moment.tzinfo is UTC
        moment = moment.astimezone(zone) if is_here else moment
        ahead = moment.utcoffset()
    if ahead is None:
        raise ValueError("a zone that does not know")
    return moment.replace(tzinfo=None) if moment.tzinfo is not None else moment, ahead
