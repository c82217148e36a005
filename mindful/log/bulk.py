"""Very many sits at once: what keeps lists and searches quick is set aside, and made anew after."""

from __future__ import annotations

from typing import cast

from mindful.log.store import Change, Row

WORTH_IT = 1000
"""New sits below which it is not worth the trouble."""
SHARE = 4
"""So many times the new ones may the old sits be: to keep indexes in step takes for a new sit
about four times what making them anew takes for any."""

_ASIDE = """
SELECT type, name, sql FROM sqlite_master
WHERE tbl_name IN ('sits', 'sit_writings') AND type IN ('index', 'trigger') AND sql IS NOT NULL
"""
_COUNT = "SELECT count(*) AS sits FROM sits"
_LAST = "SELECT coalesce(max(id), 0) AS last FROM sits"
_LEARN = """
INSERT INTO sit_words (rowid, note, writings)
SELECT id, note, writings FROM sit_texts WHERE id > :last
"""


class Bulk:
    """Adds sits to tables without indexes and triggers, of which nothing is seen from outside.

    Both are part of the transaction: an error, or a power cut, and they are as they were. Until
    `end`, only sits that are over may be added, with their pages, and tombstones taken out;
    neither is in the full-text index before.

    Args:
        change: the transaction.
    """

    def __init__(self, change: Change) -> None:
        self._change = change
        self._added = 0
        (count,) = change.rows(_COUNT)
        self._enough = max(WORTH_IT, cast("int", count["sits"]) // SHARE)
        self._aside: list[Row] = []
        self._last: Row = {}

    def grew(self, sits: int) -> None:
        """Be told that so many were added; from enough of them on, all is set aside."""
        self._added += sits
        if not self._aside and self._added >= self._enough:
            self._begin()

    def _begin(self) -> None:
        """The last sit added has the largest number, and lives: all that come have larger ones."""
        self._aside = self._change.rows(_ASIDE)
        (self._last,) = self._change.rows(_LAST)
        for one in self._aside:
            self._change.run(f'DROP {one["type"]} "{one["name"]}"', {})

    def end(self) -> None:
        """Have them again, with the new sits in them; nothing where they were not set aside."""
        for one in self._aside:
            self._change.run(str(one["sql"]), {})
        if self._aside:
            self._change.run(_LEARN, self._last)
        self._aside = []
