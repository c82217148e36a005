"""Very many sits at once: what keeps lists and searches quick is set aside, and made anew after."""

from __future__ import annotations

from mindful.log.store import Change, Row

WORTH_IT = 10_000
"""Sits from which on making all indexes anew is quicker than keeping each in step."""

_ASIDE = """
SELECT type, name, sql FROM sqlite_master
WHERE tbl_name = 'sits' AND type IN ('index', 'trigger') AND sql IS NOT NULL
"""
_LAST = "SELECT coalesce(max(id), 0) AS last FROM sits"
_LEARN = """
INSERT INTO sit_words (rowid, note, writings)
SELECT id, note, writings FROM sit_texts WHERE id > :last
"""


class Bulk:
    """Adds sits to a table without indexes and triggers, of which nothing is seen from outside.

    Both are part of the transaction: an error, or a power cut, and they are as they were. Until
    `end`, only sits without pages of writing may be added, and tombstones taken out; neither is
    in the full-text index before.

    Args:
        change: the transaction.
    """

    def __init__(self, change: Change) -> None:
        self._change = change
        self._aside: list[Row] = []
        self._last: Row = {}

    def begin(self) -> None:
        """Set indexes and triggers aside, once some sits were added.

        The last of these has the largest number, and lives: all that come have larger ones.
        """
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
