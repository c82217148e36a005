"""What many sits say together: facts without targets, worked out by SQLite itself.

Before and after follow the design's measures: how many sits ended lower, the same and higher,
rises included; below `ENOUGH` sits of a feeling no average. People often begin when feelings
peak, and peaks ebb anyway, so none of it is proof; whoever shows it says so.

A median comes with the interval that holds the true one in at least 95 of 100 such samples,
whatever the distribution: from the k-th least to the k-th greatest value, where k is the largest
number for which a fair coin thrown n times shows heads fewer than k times with a probability of at
most 2.5 % (H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition, 2003, section 7.1).
SQLite finds k by the normal approximation with correction for continuity, (n - 2k + 1)² ≥ 1.96² n.
For every n up to 1,200 it gives the exact k, or in 15 of them one less, so that the interval is
never too narrow. Fewer than six values have no such interval: all of them stand in its place.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

import msgspec

from mindful.log.reading import record_of
from mindful.log.store import Row, Store
from mindful.log.which import ALL, Which

ENOUGH = 10
"""Sits of a feeling, strength said before and after, from which on medians are told."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How often something was sat.

    Attributes:
        key: an exercise's id, or a feeling's word.
        title: of the exercise, as it was shown the last time; of a feeling or place its word.
        sits: how many.
        seconds: how long in all; None for words, of which a sit may have several.
    """

    key: str
    title: str
    sits: int
    seconds: float | None = None


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What was sat in all.

    Attributes:
        sits: how many.
        seconds: how long.
        first, last: when the first and the last of them began, UTC; None without any.
    """

    sits: int
    seconds: float
    first: datetime | None
    last: datetime | None


class Hour(msgspec.Struct, frozen=True, kw_only=True):
    """What was begun in an hour of the day, 0 to 23, on the clock of the place."""

    hour: int
    sits: int
    seconds: float


class Middle(msgspec.Struct, frozen=True, kw_only=True):
    """A median, and the interval that holds the true one in at least 95 of 100 samples."""

    median: float
    low: float
    high: float


class BeforeAfter(msgspec.Struct, frozen=True, kw_only=True):
    """A feeling's strength before and after, over the sits that say both.

    Attributes:
        word: the feeling; a sit with two feelings counts for both.
        sits: how many say both.
        lower, same, higher: how many of them ended so.
        before, after: medians, 0 to 10; None below `ENOUGH` sits.
        change: median of after less before, sit by sit; None likewise.
        able_sits: how many of them say how able the person was to be with it.
        able: median of that; None below `ENOUGH` of these.
    """

    word: str
    sits: int
    lower: int
    same: int
    higher: int
    before: Middle | None
    after: Middle | None
    change: Middle | None
    able_sits: int
    able: Middle | None


class Statistics:
    """Counts and medians over the sits that are over.

    All methods raise LogTrouble when the file cannot be read.

    Args:
        store: the open file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def totals(self, which: Which = ALL) -> Totals:
        """How many sits, and how long."""
        sql = _ALL_TOTALS if which.where() == ALL.where() else _TOTALS
        (row,) = self._store.rows(sql.format(where=which.where()), which.values())
        return record_of(row, Totals, self._store.path)

    def hours(self, which: Which = ALL) -> tuple[Hour, ...]:
        """What was begun in each hour of the day that has a sit."""
        rows = self._store.rows(HOURS.format(where=which.where()), which.values())
        return tuple(record_of(row, Hour, self._store.path) for row in rows)

    def exercises(self, which: Which = ALL) -> tuple[Tally, ...]:
        """Each exercise that was sat, the most frequent first; how long each."""
        return self._tallies(_EXERCISES, which)

    def feelings(self, which: Which = ALL) -> tuple[Tally, ...]:
        """Each feeling that was named, the most frequent first."""
        return self._words("sit_feelings", which)

    def places(self, which: Which = ALL) -> tuple[Tally, ...]:
        """Each place that was named, the most frequent first."""
        return self._words("sit_places", which)

    def before_and_after(self, which: Which = ALL, enough: int = ENOUGH) -> tuple[BeforeAfter, ...]:
        """Strength before and after by feeling, the feeling with the most sits first.

        Args:
            which: the sits counted; where it names a feeling, the others are left out.
            enough: sits from which on medians are told.
        """
        rows = self._store.rows(
            _BEFORE_AND_AFTER.format(where=which.where()),
            {**which.values(), "enough": enough},
        )
        return tuple(_told(row, self._store.path) for row in rows)

    def holds(self) -> tuple[int, int]:
        """How many sits there are, and how many notes: a sit's, or an entry of the journal."""
        (row,) = self._store.rows(_HOLDS)
        return cast("int", row["sits"]), cast("int", row["notes"])

    def _words(self, table: str, which: Which) -> tuple[Tally, ...]:
        every = which.where() == ALL.where()
        return self._tallies((_ALL_WORDS if every else _WORDS).replace("{words}", table), which)

    def _tallies(self, sql: str, which: Which) -> tuple[Tally, ...]:
        rows = self._store.rows(sql.format(where=which.where()), which.values())
        return tuple(record_of(row, Tally, self._store.path) for row in rows)


def _told(row: Row, path: Path) -> BeforeAfter:
    """A row, in which a median and its interval are one text of JSON."""
    middles = {
        name: None if row[name] is None else msgspec.json.decode(str(row[name]))
        for name in ("before", "after", "change", "able")
    }
    return record_of({**row, **middles}, BeforeAfter, path)


_TOTALS = """
SELECT count(*) AS sits, coalesce(sum(sat_seconds), 0) AS seconds,
    min(started_at) AS first, max(started_at) AS last
FROM sits WHERE {where}
"""

# Of all sits the first and the last stand at the ends of an index; of some, each would be another
# search.
_ALL_TOTALS = """
SELECT count(*) AS sits, coalesce(sum(sat_seconds), 0) AS seconds,
    (SELECT min(started_at) FROM sits WHERE {where}) AS first,
    (SELECT max(started_at) FROM sits WHERE {where}) AS last
FROM sits WHERE {where}
"""

# In the words of the index by hour, which has them in order.
HOURS = """
SELECT (unixepoch(started_at) + utc_offset + 62135596800) / 3600 % 24 AS hour,
    count(*) AS sits, sum(sat_seconds) AS seconds
FROM sits WHERE {where} GROUP BY 1 ORDER BY 1
"""

_HOLDS = """
SELECT (SELECT count(*) FROM sits WHERE deleted_at IS NULL) AS sits,
    (SELECT count(*) FROM sits WHERE deleted_at IS NULL AND note <> '')
    + (SELECT count(*) FROM entries WHERE deleted_at IS NULL) AS notes
"""

# The index by exercise answers it without a look at the sits, but for the newest title of each.
_EXERCISES = """
SELECT exercise AS key, count(*) AS sits, sum(sat_seconds) AS seconds, (
        SELECT title FROM sits AS newest
        WHERE newest.exercise = sits.exercise AND newest.deleted_at IS NULL
            AND newest.ended IS NOT NULL
        ORDER BY started_at DESC LIMIT 1
    ) AS title
FROM sits WHERE {where} GROUP BY exercise ORDER BY sits DESC, key
"""

_WORDS = """
SELECT word AS key, word AS title, count(*) AS sits
FROM {words} JOIN sits ON sits.id = sit WHERE {where}
GROUP BY word ORDER BY sits DESC, key
"""

# Of all sits there are: those few that do not count are looked up, instead of all that do.
_ALL_WORDS = """
SELECT word AS key, word AS title, count(*) AS sits
FROM {words} WHERE sit NOT IN (
    SELECT id FROM sits
    WHERE deleted_at IS NOT NULL AND (exercise <> '' OR started_at <> deleted_at)
    UNION ALL SELECT id FROM sits WHERE ended IS NULL
) GROUP BY word ORDER BY sits DESC, key
"""

# Strengths are whole numbers from 0 to 10, so a feeling has at most a few hundred different
# sits: they are counted first, and all that follows looks at the counts. CROSS JOIN makes SQLite
# begin with the sits, whose index by strength holds all that is asked of them; grouping by numbers
# before words compares numbers for the most part. A median is the
# middle value, or halfway between the middle two: the least values that half of the sits, or one
# more than half, do not exceed. So is the k-th least value: the least one up to which there are k.
# Up to a value there are at least k when one more than there are does not fulfil k's condition.
_BEFORE_AND_AFTER = """
WITH counts AS (
    SELECT intensity_before AS before, intensity_after AS after, able_to_be_with AS able, word,
        count(*) AS sits
    FROM sits CROSS JOIN sit_feelings ON sit = sits.id
    WHERE {where} AND intensity_before IS NOT NULL AND intensity_after IS NOT NULL
        AND (:feeling IS NULL OR word = :feeling)
    GROUP BY 1, 2, 3, 4
), pairs AS (
    SELECT before, after, word, sum(sits) AS sits FROM counts GROUP BY 1, 2, 3
), said AS (
    SELECT word, 'before' AS what, before AS value, sits FROM pairs
    UNION ALL SELECT word, 'after', after, sits FROM pairs
    UNION ALL SELECT word, 'change', after - before, sits FROM pairs
    UNION ALL SELECT word, 'able', able, sits FROM counts WHERE able IS NOT NULL
), spread AS (
    SELECT word, what, value, sum(sits) AS sits FROM said GROUP BY 1, 2, 3
), ranked AS (
    SELECT word, what, value,
        sum(sits) OVER (PARTITION BY word, what ORDER BY value) AS upto,
        sum(sits) OVER (PARTITION BY word, what) AS total
    FROM spread
), middles AS (
    SELECT word, what, max(total) AS total, json_object(
            'median', (min(value) FILTER (WHERE upto >= (total + 1) / 2)
                + min(value) FILTER (WHERE upto >= (total + 2) / 2)) / 2.0,
            'low', min(value) FILTER (WHERE NOT (total - 2 * upto - 1 > 0
                AND (total - 2 * upto - 1) * (total - 2 * upto - 1) * 10000 >= 38416 * total)),
            'high', coalesce(min(value) FILTER (WHERE 2 * upto - total - 1 > 0
                AND (2 * upto - total - 1) * (2 * upto - total - 1) * 10000 >= 38416 * total),
                max(value))
        ) AS middle
    FROM ranked GROUP BY 1, 2
), told AS (
    SELECT word,
        max(middle) FILTER (WHERE what = 'before' AND total >= :enough) AS before,
        max(middle) FILTER (WHERE what = 'after' AND total >= :enough) AS after,
        max(middle) FILTER (WHERE what = 'change' AND total >= :enough) AS change,
        coalesce(max(total) FILTER (WHERE what = 'able'), 0) AS able_sits,
        max(middle) FILTER (WHERE what = 'able' AND total >= :enough) AS able
    FROM middles GROUP BY 1
), sums AS (
    SELECT word, sum(sits) AS sits,
        sum(sits * (after < before)) AS lower,
        sum(sits * (after = before)) AS same,
        sum(sits * (after > before)) AS higher
    FROM pairs GROUP BY 1
)
SELECT word, sits, lower, same, higher, before, after, change, able_sits, able
FROM sums JOIN told USING (word) ORDER BY sits DESC, word
"""
