"""Reading what was sat. Running and deleted sits are no part of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from mindful.log.instants import Clock
from mindful.log.reading import SIT, get_sit, record_of, sit_of
from mindful.log.records import LastSettings, Sit, SpokenCue, TimeSat, Written
from mindful.log.store import Store, Values

DAY_ENDS = time(4)
"""When a day ends for most people, on the clock where they are."""

_KEPT = "deleted_at IS NULL AND ended IS NOT NULL"

# The day a sit belongs to, where it was: its local start, less the hours the night still has.
_DAY = "date(started_at, (utc_offset - :day_ends) || ' seconds')"

# The index of starts narrows it down first; the day proper is worked out for what is left.
_DAYS = f"""
    started_at >= :earliest AND started_at < :latest
    AND {_DAY} BETWEEN :since AND :until
"""

_FILTERS = {
    "exercise": "exercise = :exercise",
    "feeling": "EXISTS (SELECT 1 FROM sit_feelings WHERE sit = sits.id AND word = :feeling)",
}

_NEWEST_FIRST = "ORDER BY started_at DESC, sits.id DESC LIMIT :limit"


class History:
    """The sits that are over, and sums of them.

    Days end at `day_ends` on the clock of the place where a sit was, so a sit at two in the
    night belongs to the day before. All methods raise LogTrouble when the file cannot be read.

    Args:
        store: the open file.
        clock: tells the present moment.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def find(
        self,
        *,
        since: date = date.min,
        until: date = date.max,
        exercise: str | None = None,
        feeling: str | None = None,
        limit: int | None = None,
        day_ends: time = DAY_ENDS,
    ) -> tuple[Sit, ...]:
        """Sits, newest first.

        Args:
            since: first day.
            until: last day.
            exercise: an exercise's id; None for all.
            feeling: a word among a sit's feelings; None for all.
            limit: how many at most; None for all.
            day_ends: when a day ends.
        """
        asked = {"exercise": exercise, "feeling": feeling}
        filters = [_FILTERS[name] for name, value in asked.items() if value is not None]
        where = " AND ".join((_KEPT, _DAYS, *filters))
        rows = self._store.rows(
            f"{SIT} WHERE {where} {_NEWEST_FIRST}",
            {
                **_between(since, until, day_ends),
                **asked,
                "limit": -1 if limit is None else limit,
            },
        )
        return tuple(sit_of(row, self._store.path) for row in rows)

    def last(self) -> Sit | None:
        """The newest sit."""
        return next(iter(self.find(limit=1)), None)

    def get(self, sit: str) -> Sit:
        """One sit.

        Raises:
            LogTrouble: ``sit-unknown``.
        """
        return get_sit(self._store, sit)

    def cues(self, sit: str) -> tuple[SpokenCue, ...]:
        """What was really spoken in a sit, in order."""
        rows = self._store.rows(
            'SELECT kind, phase, line, start, "end", text FROM sit_cues '
            "JOIN sits ON sits.id = sit WHERE uuid = :sit ORDER BY position",
            {"sit": sit},
        )
        return tuple(record_of(row, SpokenCue, self._store.path) for row in rows)

    def writings(self, sit: str) -> tuple[Written, ...]:
        """What was written on the pages of a sit, in order; phrases one by one."""
        rows = self._store.rows(
            "SELECT page, phase, prompt, kind, text, rating FROM sit_writings "
            "JOIN sits ON sits.id = sit WHERE uuid = :sit ORDER BY page, position",
            {"sit": sit},
        )
        return tuple(record_of(row, Written, self._store.path) for row in rows)

    def last_settings(self) -> dict[str, LastSettings]:
        """By exercise: how it was sat the last time."""
        rows = self._store.rows(
            "SELECT exercise, minutes, density, max(started_at) AS at FROM sits "
            "WHERE deleted_at IS NULL AND ended IS NOT NULL GROUP BY exercise"
        )
        path = self._store.path
        return {str(row["exercise"]): record_of(row, LastSettings, path) for row in rows}

    def days(
        self, since: date = date.min, until: date = date.max, day_ends: time = DAY_ENDS
    ) -> tuple[TimeSat, ...]:
        """What was sat on each day that has a sit, oldest first."""
        return self._sums(_BY_DAY, since, until, day_ends)

    def weeks(
        self, since: date = date.min, until: date = date.max, day_ends: time = DAY_ENDS
    ) -> tuple[TimeSat, ...]:
        """What was sat in each week, Monday to Sunday, that has a sit, oldest first."""
        return self._sums(_BY_WEEK, since, until, day_ends)

    def this_week(self, day_ends: time = DAY_ENDS) -> TimeSat:
        """What was sat since Monday."""
        today = _day_of(self._clock(), day_ends)
        monday = today - timedelta(days=today.weekday())
        found = self.weeks(monday, monday + timedelta(days=6), day_ends)
        return next(iter(found), TimeSat(begins=monday, sits=0, seconds=0.0))

    def _sums(self, sql: str, since: date, until: date, day_ends: time) -> tuple[TimeSat, ...]:
        rows = self._store.rows(sql, _between(since, until, day_ends))
        return tuple(record_of(row, TimeSat, self._store.path) for row in rows)


def _sum_by(begins: str) -> str:
    return f"""
        SELECT {begins} AS begins, count(*) AS sits, sum(sat_seconds) AS seconds
        FROM sits WHERE {_KEPT} AND {_DAYS} GROUP BY 1 ORDER BY 1
    """  # noqa: S608  made of the constants above only


_BY_DAY = _sum_by(_DAY)
_BY_WEEK = _sum_by(f"date({_DAY}, '-6 days', 'weekday 1')")


def _between(since: date, until: date, day_ends: time) -> Values:
    """Two days as the statements name them; zones lie within a day of UTC, and nights end in it."""
    return {
        "since": since.isoformat(),
        "until": until.isoformat(),
        "earliest": _moved(since, -1).isoformat(),
        "latest": _moved(until, 3).isoformat(),
        "day_ends": _seconds_of(day_ends),
    }


def _moved(day: date, days: int) -> date:
    within = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(within)


def _day_of(moment: datetime, day_ends: time) -> date:
    return (moment.replace(tzinfo=None) - timedelta(seconds=_seconds_of(day_ends))).date()


def _seconds_of(day_ends: time) -> int:
    return day_ends.hour * 3600 + day_ends.minute * 60 + day_ends.second
