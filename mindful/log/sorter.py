"""Go through the records of a file: keep what is new, count the rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mindful.log.batches import Batch
from mindful.log.importers.model import BadLine, ImportedEntry, ImportedSit, Item
from mindful.log.importers.own_json import OwnRecord
from mindful.log.known import KnownSits
from mindful.log.own_records import OwnTaker
from mindful.log.sorting import AHEAD, How, Tally, When, feeling_for, settled
from mindful.log.taking import SitTaker, id_of
from mindful.log.taking_entries import EntryTaker, as_page
from mindful.log.whole import Rows

_HERE = """
SELECT uuid, unixepoch(started_at) AS start, sat_seconds AS seconds FROM sits
WHERE deleted_at IS NULL AND ended IS NOT NULL
"""
_PAGES_HERE = "SELECT uuid FROM entries WHERE deleted_at IS NULL"


class Sorter:
    """Takes records one by one.

    Args:
        rows: reads the log.
        how: what the person decided.
        now: when the import is made.
        tally: counts.
        batch: what is new is written with it; None to write nothing.
    """

    def __init__(
        self,
        rows: Rows,
        how: How,
        now: datetime,
        tally: Tally,
        batch: Batch | None,
    ) -> None:
        self._how = how
        self._latest = now.timestamp() + AHEAD
        self._tally = tally
        self._known = KnownSits()
        self._ids = {str(row["uuid"]) for row in rows(_PAGES_HERE, None)}
        for row in rows(_HERE, None):
            self._ids.add(str(row["uuid"]))
            self._known.add(float(str(row["start"])), float(str(row["seconds"])))
        self._own = OwnTaker(rows, batch)
        self._sits = SitTaker(batch, how, now) if batch is not None else None
        self._entries = EntryTaker(batch) if batch is not None else None

    def take(self, item: Item | OwnRecord) -> None:
        """Keep or count a record."""
        if isinstance(item, BadLine):
            self._tally.bad(item)
        elif isinstance(item, OwnRecord):
            self._take_own(item)
        else:
            found = settled(item, self._how, self._latest)
            if isinstance(found, BadLine):
                self._tally.bad(found)
            elif isinstance(item, ImportedSit):
                self._take_sit(item, found)
            else:
                self._take_entry(item, found)

    def finish(self) -> None:
        """Write what waits. Nothing is taken after."""
        for taker in (self._sits, self._entries):
            if taker is not None:
                taker.finish()
        self._own.finish()

    def _take_sit(self, sit: ImportedSit, when: When) -> None:
        uuid = sit.id or id_of("sit", when, round(sit.seconds))
        if uuid in self._ids or self._known.has(when.seconds, sit.seconds):
            self._tally.known()
            return
        self._ids.add(uuid)
        self._known.add(when.seconds, sit.seconds)
        self._tally.new("sits", when.day)
        if self._sits is not None:
            self._sits.add(sit, when, uuid)

    def _take_entry(self, entry: ImportedEntry, when: When) -> None:
        text = as_page(entry, feeling_for(entry.mood, self._how))
        if not text:  # A mood that is to become nothing, and no words.
            return
        uuid = id_of("entry", when, entry.mood, entry.title, entry.text, *entry.tags)
        if uuid in self._ids:
            self._tally.known()
            return
        self._ids.add(uuid)
        self._tally.new("others", when.day, entry.mood)
        if self._entries is not None:
            self._entries.add(text, when, uuid)

    def _take_own(self, record: OwnRecord) -> None:
        fault = self._own.fault(record)
        if fault:
            self._tally.bad(BadLine(record.line, fault))
        elif self._own.is_here(record):
            self._tally.known()
        elif self._own.add(record):
            self._tally.new("sits" if record.table == "sits" else "others", _day_of(record))
        else:
            self._tally.bad(BadLine(record.line, "record-broken"))


def _day_of(record: OwnRecord) -> date | None:
    """The day of a sit, where it was."""
    began, ahead = record.cells.get("started_at"), record.cells.get("utc_offset")
    if not isinstance(began, str) or not isinstance(ahead, int):
        return None
    return (datetime.fromisoformat(began) + timedelta(seconds=ahead)).date()
