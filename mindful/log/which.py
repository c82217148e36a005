"""Which sits are meant: the conditions that History, its sums and its pictures share."""

from __future__ import annotations

from datetime import date, time

import msgspec

from mindful.log.searching import SIT_MATCHES, query_of
from mindful.log.store import Value

DAY_ENDS = time(4)
"""When a day ends for most people, on the clock where they are."""

KEPT = "deleted_at IS NULL AND ended IS NOT NULL"
"""A sit that is over and was not deleted; in these words, so that the partial indexes serve."""

DAY = "date(started_at, (utc_offset - :day_ends) || ' seconds')"
"""The day a sit belongs to, where it was: its local start, less the hours the night still has."""

# The index of starts narrows it down first; the day proper is worked out for what is left.
_DAYS = f"started_at >= :earliest AND started_at < :latest AND {DAY} BETWEEN :since AND :until"
_EXERCISE = "exercise = :exercise"
_FEELING = "sits.id IN (SELECT sit FROM sit_feelings WHERE word = :feeling)"


class Which(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the sits that are over; all of them unless said otherwise.

    Attributes:
        since: first day.
        until: last day.
        exercise: an exercise's id; None for all.
        feeling: a word among a sit's feelings; None for all.
        search: as typed; words that note and pages of writing have to hold, see
            `mindful.log.searching.query_of`. Blank for all.
        day_ends: when a day ends, on the clock of the place where a sit was.
    """

    since: date = date.min
    until: date = date.max
    exercise: str | None = None
    feeling: str | None = None
    search: str = ""
    day_ends: time = DAY_ENDS

    def where(self) -> str:
        """The condition on the table ``sits``, for a WHERE; it holds constants of ours only."""
        asked = {
            _DAYS: (self.since, self.until) != (date.min, date.max),
            _EXERCISE: self.exercise is not None,
            _FEELING: self.feeling is not None,
            SIT_MATCHES: query_of(self.search) != "",
        }
        return " AND ".join((KEPT, *(words for words, wanted in asked.items() if wanted)))

    def values(self) -> dict[str, Value]:
        """What `where`, and `DAY`, name. Zones lie within a day of UTC, and nights end in it."""
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "earliest": _moved(self.since, -1).isoformat(),
            "latest": _moved(self.until, 3).isoformat(),
            "day_ends": seconds_of(self.day_ends),
            "exercise": self.exercise,
            "feeling": self.feeling,
            "search": query_of(self.search),
        }


ALL = Which()
"""Every sit that is over."""


def seconds_of(day_ends: time) -> int:
    """Seconds from midnight."""
    return day_ends.hour * 3600 + day_ends.minute * 60 + day_ends.second


def _moved(day: date, days: int) -> date:
    within = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(within)
