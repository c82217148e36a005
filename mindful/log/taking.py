"""Put sits of other apps into the log, a thousand at a time."""

from __future__ import annotations

import hashlib
from datetime import datetime

import msgspec

from mindful.log.batches import Batch
from mindful.log.bulk import Bulk
from mindful.log.importers.model import ImportedSit
from mindful.log.instants import written
from mindful.log.sorting import How, When
from mindful.log.store import Value
from mindful.log.uuid7 import uuid7

AT_ONCE = 1000
"""Records written together; what waits is all that is in memory of a file."""
_UNKNOWN_LANGUAGE = "und"
"""BCP 47's tag for titles in a language nobody told us."""

_NO_MINDFUL = ""
"""The version of the Mindful that played it."""

_SAID = ("uuid", "exercise", "title", "started_at", "utc_offset", "sat_seconds", "ended", "note")
_MAYBE = ("minutes", "planned_seconds", "intensity_before", "intensity_after", "able_to_be_with")
_SHARED = ("hlc", "device", "begun_on", "language", "touched_at", "app_version")
"""The same of all sits of an import."""
_UNSAID = ""
"""Given for null: the driver asks each ``None`` of a row how it wants to be kept, which takes as
long as to write the row."""
# A tombstone in a sit's place goes first: to alter it where it stands would make SQLite ready to
# forget its words at each of the others too, which takes a third of the time.
_MAKE_ROOM = """
DELETE FROM sits WHERE deleted_at IS NOT NULL AND uuid IN (SELECT value FROM json_each(:uuids))
"""
_COLUMNS = (*_SAID, *_MAYBE, *_SHARED)
_CELLS = (f"nullif(?, '{_UNSAID}')" if name in _MAYBE else "?" for name in _COLUMNS)
_ADD = f"INSERT INTO sits ({', '.join(_COLUMNS)}) VALUES ({', '.join(_CELLS)})"
_ADD_WORDS = "INSERT INTO {table} SELECT id, :position, :word FROM sits WHERE uuid = :uuid"


class SitTaker:
    """Writes sits as they come, and remembers none of them for long.

    Args:
        batch: the import.
        how: what the person decided.
        now: when the import is made.
    """

    def __init__(self, batch: Batch, how: How, now: datetime) -> None:
        self._change = batch.change
        self._batch = batch
        self._how = how
        stamp = batch.change.stamp
        self._shared: tuple[Value, ...] = (
            *(stamp.hlc, stamp.device, stamp.device),
            *(_UNKNOWN_LANGUAGE, written(now), _NO_MINDFUL),
        )
        self._bulk = Bulk(batch.change)
        self._sits: list[tuple[Value, ...]] = []
        self._words: dict[str, list[dict[str, Value]]] = {"sit_feelings": [], "sit_places": []}

    def add(self, sit: ImportedSit, when: When, uuid: str) -> None:
        """Keep a sit that began at a moment, under this id."""
        self._sits.append(self._row(sit, when, uuid))
        if sit.feelings:
            self._note_words("sit_feelings", sit.feelings, uuid)
        if sit.places:
            self._note_words("sit_places", sit.places, uuid)
        if len(self._sits) >= AT_ONCE:
            self._write()

    def finish(self) -> None:
        """Write what waits. Nothing is added after."""
        self._write()
        self._batch.note_added("sits")
        self._bulk.end()

    def _write(self) -> None:
        if gone := self._batch.deleted("sits", [str(row[0]) for row in self._sits]):
            self._batch.note("sits", gone)
            self._change.run(_MAKE_ROOM, {"uuids": msgspec.json.encode(gone).decode()})
        self._change.run_many(_ADD, self._sits)
        self._bulk.grew(len(self._sits))
        self._sits.clear()
        for table, words in self._words.items():
            self._change.run_many(_ADD_WORDS.format(table=table), words)
            words.clear()

    def _note_words(self, table: str, words: tuple[str, ...], uuid: str) -> None:
        self._words[table].extend(
            {"uuid": uuid, "position": position, "word": word}
            for position, word in enumerate(words)
        )

    def _row(self, sit: ImportedSit, when: When, uuid: str) -> tuple[Value, ...]:
        """Cells in the order of `_COLUMNS`."""
        planned, before, after = sit.planned_seconds, sit.intensity_before, sit.intensity_after
        return (
            uuid,
            sit.exercise,
            sit.title.strip() or self._how.titles.get(sit.exercise, sit.exercise),
            when.at,
            when.offset,
            float(sit.seconds),
            sit.ended.value,
            sit.note,
            _UNSAID if planned is None else max(1, round(planned / 60)),
            _UNSAID if planned is None else planned,
            _UNSAID if before is None else before,
            _UNSAID if after is None else after,
            _UNSAID if sit.able_to_be_with is None else sit.able_to_be_with,
            *self._shared,
        )


def id_of(kind: str, when: When, *facts: object) -> str:
    """The id of a record that another app kept: the same on every computer it is imported on.

    The random part is drawn from what is known of it, so that two computers which both read
    the same file have the same records, and merging them doubles nothing.
    """
    told = "\0".join((kind, when.at, *map(str, facts)))
    digest = hashlib.sha256(told.encode("utf-8", "replace")).digest()
    return uuid7(round(when.seconds * 1000), lambda count: digest[:count])
