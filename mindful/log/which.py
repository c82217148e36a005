"""Which sits are meant: the conditions that History, its sums and its pictures share."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

import msgspec

from mindful.log.instants import DAY_ENDS, seconds_of
from mindful.log.records import Ended
from mindful.log.searching import SIT_MATCHES, query_of
from mindful.log.store import Value

KEPT = "deleted_at IS NULL AND ended IS NOT NULL"
"""A sit that is over and was not deleted; in these words, so that the partial indexes serve."""

DAY = "((unixepoch(started_at) + utc_offset - :day_ends + 62135596800) / 86400)"
"""The day a sit belongs to, where it was: its local start, less the hours the night still has.

As a whole number, days since the first of January of the year 1, which was a Monday: dividing is
many times quicker than SQLite's date(), and below zero it would round the other way.
"""


def date_of(day: str, *moved: str) -> str:
    """A day counted as `DAY` does, as a date, moved as SQLite's date() can: SQL of SQL."""
    modifiers = ", ".join(f"'{one}'" for one in ("unixepoch", *moved))
    return f"date({day} * 86400 - 62135596800, {modifiers})"


# The index of starts narrows it down; the day proper is worked out for the first and last days
# alone, where zones and the night can make a difference.
_DAYS = (
    "started_at >= :earliest AND started_at < :latest "
    "AND (started_at >= :surely_since AND started_at < :surely_before "
    f"OR {DAY} BETWEEN :since AND :until)"
)
_EXERCISE = "exercise = :exercise"
_FEELING = "sits.id IN (SELECT sit FROM sit_feelings WHERE word = :feeling)"
_PLACE = "sits.id IN (SELECT sit FROM sit_places WHERE word = :place)"
_ENDED = "ended = :ended"


class Order(StrEnum):
    """In which order sits are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    SHORTEST = "shortest"

    def sql(self) -> str:
        """What stands behind ORDER BY; of equally long sits the newest comes first."""
        return {
            Order.NEWEST: "started_at DESC, sits.id DESC",
            Order.OLDEST: "started_at, sits.id",
            Order.LONGEST: "sat_seconds DESC, started_at DESC, sits.id DESC",
            Order.SHORTEST: "sat_seconds, started_at DESC, sits.id DESC",
        }[self]


class Which(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the sits that are over; all of them unless said otherwise.

    Attributes:
        since: first day.
        until: last day.
        exercise: an exercise's id; None for all.
        feeling: a word among a sit's feelings; None for all.
        search: as typed; words that note and pages of writing have to hold, see
            `mindful.log.searching.query_of`. Blank for all.
        place: a word among its places; None for all.
        ended: how it ended; None for all.
        day_ends: when a day ends, on the clock of the place where a sit was.
    """

    since: date = date.min
    until: date = date.max
    exercise: str | None = None
    feeling: str | None = None
    search: str = ""
    place: str | None = None
    ended: Ended | None = None
    day_ends: time = DAY_ENDS

    def where(self) -> str:
        """The condition on the table ``sits``, for a WHERE; it holds constants of ours only."""
        asked = {
            _DAYS: (self.since, self.until) != (date.min, date.max),
            _EXERCISE: self.exercise is not None,
            _FEELING: self.feeling is not None,
            SIT_MATCHES: query_of(self.search) != "",
            _PLACE: self.place is not None,
            _ENDED: self.ended is not None,
        }
        return " AND ".join((KEPT, *(words for words, wanted in asked.items() if wanted)))

    def values(self) -> dict[str, Value]:
        """What `where`, and `DAY`, name. Zones lie within a day of UTC, and nights end in it."""
        return {
            "since": self.since.toordinal() - 1,
            "until": self.until.toordinal() - 1,
            "earliest": _moved(self.since, -1).isoformat(),
            "latest": _moved(self.until, 3).isoformat(),
            "surely_since": _moved(self.since, 2).isoformat(),
            "surely_before": self.until.isoformat(),
            "day_ends": seconds_of(self.day_ends),
            "exercise": self.exercise,
            "feeling": self.feeling,
            "search": query_of(self.search),
            "place": self.place,
            "ended": None if self.ended is None else self.ended.value,
        }


ALL = Which()
"""Every sit that is over."""


def _moved(day: date, days: int) -> date:
    within = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(within)
