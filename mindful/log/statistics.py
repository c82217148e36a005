"""What many sits say together: facts without targets, worked out by SQLite itself.

Before and after follow the design's measures: how many sits ended lower, the same and higher,
rises included; below `ENOUGH` sits of a feeling no average. People often begin when feelings
peak, and peaks ebb anyway, so none of it is proof; whoever shows it says so.
"""

from __future__ import annotations

import msgspec

from mindful.log.reading import record_of
from mindful.log.store import Store
from mindful.log.which import ALL, Which

ENOUGH = 10
"""Sits of a feeling, strength said before and after, from which on medians are told."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How often something was sat.

    Attributes:
        key: an exercise's id, or a feeling's word.
        title: of the exercise, as it was shown the last time; of a feeling its word.
        sits: how many.
    """

    key: str
    title: str
    sits: int


class BeforeAfter(msgspec.Struct, frozen=True, kw_only=True):
    """A feeling's strength before and after, over the sits that say both.

    Attributes:
        word: the feeling; a sit with two feelings counts for both.
        sits: how many say both.
        lower, same, higher: how many of them ended so.
        before, after: medians, 0 to 10; None below `ENOUGH` sits.
        able_sits: how many of them say how able the person was to be with it.
        able: median of that; None below `ENOUGH` of these.
    """

    word: str
    sits: int
    lower: int
    same: int
    higher: int
    before: float | None
    after: float | None
    able_sits: int
    able: float | None


class Statistics:
    """Counts and medians over the sits that are over.

    All methods raise LogTrouble when the file cannot be read.

    Args:
        store: the open file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def exercises(self, which: Which = ALL) -> tuple[Tally, ...]:
        """Each exercise that was sat, the most frequent first."""
        return self._tallies(_EXERCISES, which)

    def feelings(self, which: Which = ALL) -> tuple[Tally, ...]:
        """Each feeling that was named, the most frequent first."""
        return self._tallies(_FEELINGS, which)

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
        return tuple(record_of(row, BeforeAfter, self._store.path) for row in rows)

    def _tallies(self, sql: str, which: Which) -> tuple[Tally, ...]:
        rows = self._store.rows(sql.format(where=which.where()), which.values())
        return tuple(record_of(row, Tally, self._store.path) for row in rows)


# The index by exercise answers it without a look at the sits, but for the newest title of each.
_EXERCISES = """
SELECT exercise AS key, count(*) AS sits, (
        SELECT title FROM sits AS newest
        WHERE newest.exercise = sits.exercise AND newest.deleted_at IS NULL
            AND newest.ended IS NOT NULL
        ORDER BY started_at DESC LIMIT 1
    ) AS title
FROM sits WHERE {where} GROUP BY exercise ORDER BY sits DESC, key
"""

_FEELINGS = """
SELECT word AS key, word AS title, count(*) AS sits
FROM sit_feelings JOIN sits ON sits.id = sit WHERE {where}
GROUP BY word ORDER BY sits DESC, key
"""

# Strengths are whole numbers from 0 to 10, so a feeling has at most a few hundred different
# sits: they are counted first, and all that follows looks at the counts. A median is the middle
# value, or halfway between the middle two: the least values that half of the sits, or one more
# than half, do not exceed.
_BEFORE_AND_AFTER = """
WITH counts AS (
    SELECT word, intensity_before AS before, intensity_after AS after, able_to_be_with AS able,
        count(*) AS sits
    FROM sits JOIN sit_feelings ON sit = sits.id
    WHERE {where} AND intensity_before IS NOT NULL AND intensity_after IS NOT NULL
        AND (:feeling IS NULL OR word = :feeling)
    GROUP BY 1, 2, 3, 4
), said AS (
    SELECT word, 'before' AS what, before AS value, sits FROM counts
    UNION ALL SELECT word, 'after', after, sits FROM counts
    UNION ALL SELECT word, 'able', able, sits FROM counts WHERE able IS NOT NULL
), spread AS (
    SELECT word, what, value, sum(sits) AS sits FROM said GROUP BY 1, 2, 3
), ranked AS (
    SELECT word, what, value,
        sum(sits) OVER (PARTITION BY word, what ORDER BY value) AS upto,
        sum(sits) OVER (PARTITION BY word, what) AS total
    FROM spread
), medians AS (
    SELECT word, what, max(total) AS total,
        (min(value) FILTER (WHERE upto >= (total + 1) / 2)
        + min(value) FILTER (WHERE upto >= (total + 2) / 2)) / 2.0 AS median
    FROM ranked GROUP BY 1, 2
), told AS (
    SELECT word,
        max(median) FILTER (WHERE what = 'before' AND total >= :enough) AS before,
        max(median) FILTER (WHERE what = 'after' AND total >= :enough) AS after,
        coalesce(max(total) FILTER (WHERE what = 'able'), 0) AS able_sits,
        max(median) FILTER (WHERE what = 'able' AND total >= :enough) AS able
    FROM medians GROUP BY 1
), sums AS (
    SELECT word, sum(sits) AS sits,
        sum(sits * (after < before)) AS lower,
        sum(sits * (after = before)) AS same,
        sum(sits * (after > before)) AS higher
    FROM counts GROUP BY 1
)
SELECT word, sits, lower, same, higher, before, after, able_sits, able
FROM sums JOIN told USING (word) ORDER BY sits DESC, word
"""
