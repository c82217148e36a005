"""The journal: free entries, and beside them the sits about which something was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import cast

import msgspec

from mindful.log.batches import forget_before
from mindful.log.deleting import LEFT_BEHIND_SECONDS
from mindful.log.errors import LogTrouble
from mindful.log.instants import Clock, milliseconds_of, offset_of, written
from mindful.log.reading import SIT, record_of, sit_of
from mindful.log.records import Entry, JournalPage, SitPage, Written, check_text
from mindful.log.searching import ENTRY_MATCHES, SIT_MATCHES, query_of
from mindful.log.store import Change, Store, Value
from mindful.log.uuid7 import Entropy, uuid7
from mindful.log.which import KEPT

# Three parts, each with an index of its own, so that a long log is listed at once. With "+" a
# search walks that index too: looking up and sorting what a frequent word finds takes twice as
# long. The numbers come as one text: a row for each would take ten times as long.
_KEYS = """
SELECT json_group_array(key) AS keys FROM (
    SELECT sits.id AS key, started_at AS at FROM sits
    WHERE {kept} AND note <> '' AND +{sit_matches}
    UNION ALL
    SELECT sits.id, started_at FROM sits
    WHERE {kept} AND note = '' AND sits.id IN (SELECT sit FROM sit_writings WHERE text <> '')
        AND +{sit_matches}
    UNION ALL
    SELECT -entries.id, written_at FROM entries WHERE deleted_at IS NULL AND +{entry_matches}
    ORDER BY 2 DESC
)
"""
_WRITINGS = """
SELECT sit, page, phase, prompt, kind, text, rating FROM sit_writings
WHERE text <> '' AND sit IN (SELECT value FROM json_each(:keys)) ORDER BY sit, page, position
"""
_ENTRY = "SELECT id AS row, uuid AS id, written_at, utc_offset, text FROM entries"
_AMONG = "id IN (SELECT value FROM json_each(:keys))"
_ERASED: dict[str, Value] = {"text": "", "utc_offset": 0}
"""What a tombstone holds in place of what was written."""


class Journal:
    """Everything a person wrote, newest first. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment with the zone's offset.
        entropy: gives the random part of ids.
        discarded: told when entries are deleted for good, with the moment the oldest was begun.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        entropy: Entropy,
        discarded: Callable[[datetime], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._entropy = entropy
        self._discarded = discarded

    def keys(self, search: str = "") -> tuple[int, ...]:
        """Numbers, in this file, of what was written: a sit's, or an entry's below zero.

        Args:
            search: as typed, see `mindful.log.searching.query_of`; blank for all.
        """
        query = query_of(search)
        sql = _KEYS.format(
            kept=KEPT,
            sit_matches=SIT_MATCHES if query else "true",
            entry_matches=ENTRY_MATCHES if query else "true",
        )
        (row,) = self._store.rows(sql, {"search": query} if query else {})
        return msgspec.json.decode(str(row["keys"]), type=tuple[int, ...])

    def read(self, keys: Sequence[int]) -> tuple[JournalPage | None, ...]:
        """What was written, in the order of `keys`; None for what was deleted since."""
        pages: dict[int, JournalPage] = {}
        pages |= self._sits([key for key in keys if key > 0])
        pages |= self._entries([-key for key in keys if key < 0])
        return tuple(pages.get(key) for key in keys)

    def get(self, entry: str) -> Entry:
        """One entry.

        Raises:
            LogTrouble: ``entry-unknown``.
        """
        rows = self._store.rows(
            f"{_ENTRY} WHERE uuid = :entry AND deleted_at IS NULL", {"entry": entry}
        )
        if not rows:
            raise LogTrouble("entry-unknown", id=entry)
        return record_of(rows[0], Entry, self._store.path)

    def key_of(self, id_: str) -> int:
        """The number, among `keys`, of an entry or a sit by its id.

        Raises:
            LogTrouble: ``entry-unknown``.
        """
        rows = self._store.rows(
            "SELECT -id AS key FROM entries WHERE uuid = :id UNION ALL "
            "SELECT id FROM sits WHERE uuid = :id",
            {"id": id_},
        )
        if not rows:
            raise LogTrouble("entry-unknown", id=id_)
        return cast("int", rows[0]["key"])

    def add(self, text: str, begun: datetime | None = None) -> Entry:
        """Keep an entry.

        Args:
            text: as typed.
            begun: when, with the zone of the place; None for now.

        Raises:
            LogTrouble: ``text-too-long``.
        """
        check_text(text)
        begun = begun or self._clock()
        entry = uuid7(milliseconds_of(begun), self._entropy)
        with self._store.change() as change:
            change.add(
                "entries",
                {
                    "uuid": entry,
                    "written_at": written(begun),
                    "utc_offset": offset_of(begun),
                    "text": text,
                },
            )
        return self.get(entry)

    def edit(self, entry: str, text: str) -> Entry:
        """Keep other words; those before are overwritten, also in the index.

        Raises:
            LogTrouble: ``entry-unknown`` or ``text-too-long``.
        """
        check_text(text)
        with self._store.change() as change:
            change.edit("entries", _row_of(change, entry, deleted=False), {"text": text})
            change.forget_words()
        self._store.sweep()
        return self.get(entry)

    def delete(self, entry: str) -> None:
        """Delete an entry so that `restore` can bring it back until `sweep`.

        Raises:
            LogTrouble: ``entry-unknown``.
        """
        gone = written(self._clock())
        with self._store.change() as change:
            row = _row_of(change, entry, deleted=False)
            change.edit("entries", row, {"deleted_at": gone})

    def restore(self, entry: str) -> Entry:
        """Bring back an entry deleted since the last `sweep`.

        Raises:
            LogTrouble: ``entry-unknown``: it is swept, or was never there.
        """
        with self._store.change() as change:
            row = _row_of(change, entry, deleted=True)
            change.edit("entries", row, {"deleted_at": None})
        return self.get(entry)

    def sweep(self, *, left_behind: bool = False) -> None:
        """Overwrite what deleted entries held; their ids stay, for merging.

        Args:
            left_behind: only what was deleted a minute ago or longer, as a crash leaves it;
                what is younger may be another window's, which can still take it back.
        """
        waits = timedelta(seconds=LEFT_BEHIND_SECONDS if left_behind else 0)
        swept = self._store.rows(
            "SELECT id, uuid, written_at FROM entries WHERE deleted_at <= :before AND text <> ''",
            {"before": written(self._clock() - waits)},
        )
        if not swept:
            return
        now = written(self._clock())
        with self._store.change() as change:
            for row in swept:
                change.edit("entries", cast("int", row["id"]), {**_ERASED, "written_at": now})
            forget_before(change, "entries", [str(row["uuid"]) for row in swept])
            change.forget_words()
        self._store.sweep()
        oldest = min(str(row["written_at"]) for row in swept)
        self._discarded(msgspec.convert(oldest, datetime))

    def _sits(self, keys: Sequence[int]) -> dict[int, JournalPage]:
        listed = {"keys": msgspec.json.encode(keys).decode()}
        writings: defaultdict[int, list[Written]] = defaultdict(list)
        for row in self._store.rows(_WRITINGS, listed) if keys else ():
            written_there = record_of(row, Written, self._store.path)
            writings[cast("int", row["sit"])].append(written_there)
        rows = self._store.rows(f"{SIT} WHERE {KEPT} AND sits.{_AMONG}", listed) if keys else ()
        return {
            cast("int", row["row"]): SitPage(
                sit=sit_of(row, self._store.path),
                writings=tuple(writings[cast("int", row["row"])]),
            )
            for row in rows
        }

    def _entries(self, keys: Sequence[int]) -> dict[int, JournalPage]:
        if not keys:
            return {}
        listed = {"keys": msgspec.json.encode(keys).decode()}
        rows = self._store.rows(f"{_ENTRY} WHERE deleted_at IS NULL AND {_AMONG}", listed)
        path = self._store.path
        return {-cast("int", row["row"]): record_of(row, Entry, path) for row in rows}


def _row_of(change: Change, entry: str, *, deleted: bool) -> int:
    """The row of an entry that is kept, or of one that was deleted and not swept."""
    rows = change.rows(
        "SELECT id FROM entries WHERE uuid = :entry "
        "AND iif(:deleted, deleted_at IS NOT NULL AND text <> '', deleted_at IS NULL)",
        {"entry": entry, "deleted": deleted},
    )
    if not rows:
        raise LogTrouble("entry-unknown", id=entry)
    return cast("int", rows[0]["id"])
