"""Reading what was sat. Running and deleted sits are no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.instants import DAY_ENDS, Clock, day_of
from mindful.log.reading import SIT, get_sit, record_of, sit_of
from mindful.log.records import Ended, LastSettings, Sit, SpokenCue, TimeSat, Written
from mindful.log.store import Store, Value
from mindful.log.which import ALL, DAY, KEPT, Order, Which, date_of

_KEYS = """
SELECT json_group_array(id) AS keys FROM
    (SELECT sits.id FROM sits WHERE {where} ORDER BY {order})
"""
_BEGINNING = """
SELECT uuid FROM sits WHERE {kept} AND substr(uuid, 1, :length) = :beginning LIMIT 2
"""
_IDS = "SELECT uuid FROM sits WHERE {kept} AND id IN (SELECT value FROM json_each(:keys))"
_FOUND = "SELECT sits.id FROM sits WHERE {where} ORDER BY {order} LIMIT :limit"
_COUNT = "SELECT count(*) AS sits FROM sits WHERE {where}"
_STRENGTH = """
SELECT intensity_before AS before, intensity_after AS after FROM sits
WHERE {kept} AND intensity_before IS NOT NULL AND intensity_after IS NOT NULL AND uuid IS NOT :sit
    AND started_at <= coalesce((SELECT started_at FROM sits WHERE uuid = :sit), started_at)
ORDER BY started_at DESC, id DESC LIMIT 1
"""
_SPANS = """
SELECT {number} AS number, count(*) AS sits, sum(sat_seconds) AS seconds
FROM sits WHERE {where} GROUP BY 1
"""
_SUMS = "SELECT {begins} AS begins, sits, seconds FROM ({spans}) ORDER BY number"
_MONTHS = f"""
SELECT {date_of("number", "start of month")} AS begins, sum(sits) AS sits, sum(seconds) AS seconds
FROM ({{days}}) GROUP BY 1 ORDER BY 1
"""
# The sits are gone through once: weeks and months are made of days, which are far fewer.
_WEEKS_AND_MONTHS = f"""
WITH days AS MATERIALIZED ({{days}})
SELECT 'week' AS span, {date_of("number / 7 * 7")} AS begins,
    sum(sits) AS sits, sum(seconds) AS seconds
FROM days GROUP BY number / 7
UNION ALL
SELECT 'month', {date_of("number", "start of month")}, sum(sits), sum(seconds)
FROM days GROUP BY 2
ORDER BY 2
"""


class History:
    """The sits that are over, and what was sat by day and week.

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
        which = Which(
            since=since, until=until, exercise=exercise, feeling=feeling, day_ends=day_ends
        )
        return self.sits(which, limit)

    def sits(
        self, which: Which = ALL, limit: int | None = None, order: Order = Order.NEWEST
    ) -> tuple[Sit, ...]:
        """Some of the sits; `limit` says how many at most."""
        # The few are found first: what a sit holds would be gathered for each one sorted.
        found = _FOUND.format(where=which.where(), order=order.sql())
        rows = self._store.rows(
            f"{SIT} WHERE sits.id IN ({found}) ORDER BY {order.sql()}",
            {**which.values(), "limit": -1 if limit is None else limit},
        )
        return tuple(sit_of(row, self._store.path) for row in rows)

    def count(self, which: Which = ALL) -> int:
        """How many sits there are."""
        (row,) = self._store.rows(_COUNT.format(where=which.where()), which.values())
        return msgspec.convert(row["sits"], int)

    def keys(self, which: Which = ALL, order: Order = Order.NEWEST) -> tuple[int, ...]:
        """Numbers of the sits in this file, in order: cheap, where `sits` would be long."""
        # As one text: fifty thousand rows of one number each would take ten times as long.
        sql = _KEYS.format(where=which.where(), order=order.sql())
        (row,) = self._store.rows(sql, which.values())
        return msgspec.json.decode(str(row["keys"]), type=tuple[int, ...])

    def read(self, keys: Sequence[int]) -> tuple[Sit | None, ...]:
        """The sits with these numbers, in this order; None for one deleted since."""
        among = "sits.id IN (SELECT value FROM json_each(:keys))"
        listed = msgspec.json.encode(list(keys)).decode()
        rows = self._store.rows(f"{SIT} WHERE {KEPT} AND {among}", {"keys": listed})
        sits = {row["row"]: sit_of(row, self._store.path) for row in rows}
        return tuple(sits.get(key) for key in keys)

    def ids(self, keys: Sequence[int]) -> tuple[str, ...]:
        """The ids of the sits with these numbers; one deleted since is left out."""
        listed = msgspec.json.encode(list(keys)).decode()
        rows = self._store.rows(_IDS.format(kept=KEPT), {"keys": listed})
        return tuple(str(row["uuid"]) for row in rows)

    def last(self) -> Sit | None:
        """The newest sit."""
        return next(iter(self.find(limit=1)), None)

    def strength_before(self, sit: str | None) -> tuple[int | None, int | None]:
        """Strength before and after the last sit that says both, of those not after `sit`.

        Args:
            sit: the id of a sit, which does not count itself; None to ask for the newest.
        """
        rows = self._store.rows(_STRENGTH.format(kept=KEPT), {"sit": sit})
        both = [(row["before"], row["after"]) for row in rows] or [(None, None)]
        return msgspec.convert(both[0], tuple[int | None, int | None])

    def completed(self, exercises: Sequence[str], most: int) -> int:
        """How many sits of these exercises came to their end, counted up to `most`."""
        rows = self._store.rows(
            f"SELECT count(*) AS number FROM (SELECT 1 FROM sits WHERE {KEPT} AND ended = :ended "
            "AND exercise IN (SELECT value FROM json_each(:exercises)) LIMIT :most)",
            {
                "ended": Ended.FINISHED,
                "exercises": msgspec.json.encode(list(exercises)).decode(),
                "most": most,
            },
        )
        return next(int(str(row["number"])) for row in rows)

    def lately(self, count: int) -> tuple[str, ...]:
        """Ids of the exercises sat last, each once, newest first, `count` at most.

        Only the newest hundred sits are looked at: what is not among them is not lately.
        """
        rows = self._store.rows(
            "SELECT exercise, min(place) FROM (SELECT exercise, row_number() OVER "
            "(ORDER BY started_at DESC) AS place FROM sits WHERE deleted_at IS NULL "
            "AND ended IS NOT NULL ORDER BY started_at DESC LIMIT 100) "
            "GROUP BY exercise ORDER BY 2 LIMIT :count",
            {"count": count},
        )
        return tuple(str(row["exercise"]) for row in rows)

    def get(self, sit: str) -> Sit:
        """One sit.

        Raises:
            LogTrouble: ``sit-unknown``.
        """
        return get_sit(self._store, sit)

    def full_id(self, beginning: str) -> str:
        """The id of the only sit that is over and whose id begins so.

        Raises:
            LogTrouble: ``sit-unknown`` or ``sit-ambiguous``.
        """
        rows = self._store.rows(
            _BEGINNING.format(kept=KEPT), {"beginning": beginning, "length": len(beginning)}
        )
        if not rows or not beginning:
            raise LogTrouble("sit-unknown", id=beginning)
        if len(rows) > 1:
            raise LogTrouble("sit-ambiguous", id=beginning)
        return str(rows[0]["uuid"])

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
        return self.days_of(Which(since=since, until=until, day_ends=day_ends))

    def days_of(self, which: Which) -> tuple[TimeSat, ...]:
        """The same, of some of the sits."""
        return self._sums(1, which)

    def weeks(
        self, since: date = date.min, until: date = date.max, day_ends: time = DAY_ENDS
    ) -> tuple[TimeSat, ...]:
        """What was sat in each week, Monday to Sunday, that has a sit, oldest first."""
        return self.weeks_of(Which(since=since, until=until, day_ends=day_ends))

    def weeks_of(self, which: Which) -> tuple[TimeSat, ...]:
        """The same, of some of the sits."""
        return self._sums(7, which)

    def months_of(self, which: Which) -> tuple[TimeSat, ...]:
        """What was sat in each month that has a sit, oldest first."""
        return self._times(_MONTHS.format(days=_spans_sql(1, which)), which)

    def weeks_and_months_of(self, which: Which) -> tuple[tuple[TimeSat, ...], tuple[TimeSat, ...]]:
        """Both at once, in little more time than one of them."""
        sql = _WEEKS_AND_MONTHS.format(days=_spans_sql(1, which))
        spans: dict[Value, list[TimeSat]] = {"week": [], "month": []}
        for row in self._store.rows(sql, which.values()):
            spans[row.pop("span")].append(record_of(row, TimeSat, self._store.path))
        return tuple(spans["week"]), tuple(spans["month"])

    def today(self, day_ends: time = DAY_ENDS) -> date:
        """The day that a sit begun now would belong to."""
        return day_of(self._clock(), day_ends)

    def this_week(self, day_ends: time = DAY_ENDS) -> TimeSat:
        """What was sat since Monday."""
        today = self.today(day_ends)
        monday = today - timedelta(days=today.weekday())
        found = self.weeks(monday, monday + timedelta(days=6), day_ends)
        return next(iter(found), TimeSat(begins=monday, sits=0, seconds=0.0))

    def _sums(self, days: int, which: Which) -> tuple[TimeSat, ...]:
        """Sums over spans of so many days; seven of them begin on a Monday."""
        begins, spans = date_of(f"number * {days}"), _spans_sql(days, which)
        return self._times(_SUMS.format(begins=begins, spans=spans), which)

    def _times(self, sql: str, which: Which) -> tuple[TimeSat, ...]:
        rows = self._store.rows(sql, which.values())
        return tuple(record_of(row, TimeSat, self._store.path) for row in rows)


def _spans_sql(days: int, which: Which) -> str:
    return _SPANS.format(number=f"{DAY} / {days}", where=which.where())
