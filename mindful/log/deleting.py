"""Deleting sits truly, with a while in which it can be undone, and nothing half done by a crash.

A sit deleted is out of sight at once: it has `deleted_at`, which every question leaves out. What
it held is erased when there is nothing to undo any more, in two steps, each on disk before the
next: first all of its content, then, when no backup holds it either, the moment it began gives way
to the moment of the deletion. Until then something is left to be done; whoever opens the log next
does it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from mindful.log.batches import forget_before
from mindful.log.instants import Clock, written
from mindful.log.records import Ended
from mindful.log.store import Change, Store, Value

UNDO_SECONDS = 10
"""How long a deletion can be undone, at least, once it was made."""
LEFT_BEHIND_SECONDS = 60
"""A deletion not finished for so long has nobody any more who could undo it."""

_CHILDREN = ("sit_feelings", "sit_places", "sit_cues", "sit_writings")

_ERASED: dict[str, Value] = {
    **dict.fromkeys(("exercise", "title", "language", "app_version", "note", "begun_on"), ""),
    **dict.fromkeys(("minutes", "planned_seconds", "voice", "density", "seed", "digest")),
    **dict.fromkeys(("intensity_before", "intensity_after", "able_to_be_with")),
    **dict.fromkeys(("sat_seconds", "utc_offset", "groundings"), 0),
    "ended": Ended.EARLY.value,
}
"""What a tombstone holds in place of what was sat."""

_UNFINISHED = "deleted_at IS NOT NULL AND (exercise <> '' OR started_at <> deleted_at)"
"""In these words, so that the partial index serves. A sit may be deleted as it begins."""
_AMONG = "uuid IN (SELECT value FROM json_each(:sits))"
_TO_ERASE = f"{_AMONG} AND {_UNFINISHED}"
_ROWS = "IN (SELECT value FROM json_each(:rows))"

_MARK = """
UPDATE sits SET deleted_at = :now, hlc = :hlc, device = :device
WHERE {among} AND deleted_at IS NULL
"""
_UNMARK = "UPDATE sits SET deleted_at = NULL, hlc = :hlc, device = :device WHERE {to_erase}"
_FIND = "SELECT id, uuid, started_at FROM sits WHERE {to_erase}"
_DROP = "DELETE FROM {table} WHERE sit {rows}"
_BLANK = "UPDATE sits SET {blanks}, hlc = :hlc, device = :device WHERE id {rows}"
_FORGET = """
UPDATE sits SET started_at = deleted_at, touched_at = deleted_at, hlc = :hlc, device = :device
WHERE {to_erase}
"""
_LEFT_BEHIND = "SELECT uuid FROM sits WHERE {unfinished} AND deleted_at < :before"


class Deletions:
    """Puts sits away, brings them back, or erases them. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment.
        forget: told when sits were erased, with the moment the first of them began.
    """

    def __init__(self, store: Store, clock: Clock, forget: Callable[[datetime], None]) -> None:
        self._store = store
        self._clock = clock
        self._forget = forget

    def put_away(self, sits: Sequence[str]) -> None:
        """Delete sits so that it can be undone; ids that are not kept are passed over."""
        with self._store.change() as change:
            self._mark(change, sits)

    def bring_back(self, sits: Sequence[str]) -> None:
        """Undo what `put_away` did, for all that was not erased meanwhile."""
        with self._store.change() as change:
            change.run(_UNMARK.format(to_erase=_TO_ERASE), _listed(sits))

    def erase(self, sits: Sequence[str]) -> None:
        """Delete sits truly: what they held is overwritten, also in the write-ahead log.

        Backups made since the first of them began go too, and today's is made anew. Their ids
        stay, empty, so that a merge deletes them from another computer's log too. (A UUID of
        version 7 tells when it was made.)
        """
        with self._store.change() as change:
            self._mark(change, sits)
            rows = change.rows(_FIND.format(to_erase=_TO_ERASE), _listed(sits))
            if not rows:
                return
            self._blank(change, [row["id"] for row in rows])
            forget_before(change, "sits", [str(row["uuid"]) for row in rows])
            change.forget_words()
        self._store.sweep()
        began = min(str(row["started_at"]) for row in rows)
        self._forget(datetime.fromisoformat(began))
        with self._store.change() as change:
            change.run(_FORGET.format(to_erase=_TO_ERASE), _listed(sits))
        self._store.sweep()

    def erase_left_behind(self) -> int:
        """Finish deletions that a crash, or a full disk, left unfinished.

        Returns:
            How many there were. Younger ones may be another window's, which can still undo them.
        """
        before = written(self._clock() - timedelta(seconds=LEFT_BEHIND_SECONDS))
        rows = self._store.rows(_LEFT_BEHIND.format(unfinished=_UNFINISHED), {"before": before})
        if rows:
            self.erase([str(row["uuid"]) for row in rows])
        return len(rows)

    def _mark(self, change: Change, sits: Sequence[str]) -> None:
        now = written(self._clock())
        change.run(_MARK.format(among=_AMONG), {**_listed(sits), "now": now})

    @staticmethod
    def _blank(change: Change, rows: Sequence[Value]) -> None:
        """Overwrite all that was sat, but for the moment it began."""
        among: dict[str, Value] = {"rows": msgspec.json.encode(rows).decode()}
        for table in _CHILDREN:
            change.run(_DROP.format(table=table, rows=_ROWS), among)
        blanks = ", ".join(f"{name} = :{name}" for name in _ERASED)
        change.run(_BLANK.format(blanks=blanks, rows=_ROWS), {**_ERASED, **among})


def _listed(sits: Sequence[str]) -> dict[str, Value]:
    return {"sits": msgspec.json.encode(list(sits)).decode()}
