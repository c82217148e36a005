"""Bringing in histories of other apps: looked through first, kept at once, undone as one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

from mindful.log.batches import Batch, Undone, undo
from mindful.log.errors import LogTrouble
from mindful.log.importers.reading import reading
from mindful.log.instants import Clock, written
from mindful.log.sorter import Sorter
from mindful.log.sorting import How, Preview, Tally
from mindful.log.store import Store

_BEGIN = "INSERT INTO imports (made_at, format) VALUES (:made_at, '') RETURNING id"
_LAST = "SELECT id, made_at FROM imports WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"


class Imports:
    """Reads files of other apps into the log. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment.
        discarded: told when records were taken out again, with the moment they came.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        discarded: Callable[[datetime], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._discarded = discarded

    def preview(self, file: Path, how: How) -> Preview:
        """Look through a file without keeping anything.

        Raises:
            LogTrouble: see `mindful.log.importers.reading.reading`.
        """
        return self._sorted(file, how, None)

    def take(self, file: Path, how: How) -> Preview:
        """Keep what is new in a file; all of it is on the disk when this returns, or nothing.

        Returns:
            What was kept, and what was not.

        Raises:
            LogTrouble: as `preview`.
        """
        with self._store.change() as change:
            made = {"made_at": written(self._clock())}
            (row,) = change.rows(_BEGIN, made)
            number = cast("int", row["id"])
            preview = self._sorted(file, how, Batch(change, number))
            change.run(
                "UPDATE imports SET format = :format WHERE id = :number",
                {"format": preview.format, "number": number},
            )
            if not preview.new:
                change.run("DELETE FROM imports WHERE id = :number", {"number": number})
        return preview

    def last(self) -> datetime | None:
        """When the import was made that `undo` would undo; None when there is none."""
        rows = self._store.rows(_LAST)
        return datetime.fromisoformat(str(rows[0]["made_at"])) if rows else None

    def undo(self) -> Undone:
        """Take out what came with the last import; what was edited since stays.

        Nothing of it remains in the file, the write-ahead log or a backup made since.

        Raises:
            LogTrouble: ``import-none``: there is none to undo.
        """
        with self._store.change() as change:
            rows = change.rows(_LAST)
            if not rows:
                raise LogTrouble("import-none")
            made = datetime.fromisoformat(str(rows[0]["made_at"]))
            undone = undo(change, cast("int", rows[0]["id"]))
            change.run(
                "UPDATE imports SET undone_at = :now WHERE id = :number",
                {"now": written(self._clock()), "number": rows[0]["id"]},
            )
        self._store.sweep()
        self._discarded(made)
        return undone

    def _sorted(self, file: Path, how: How, batch: Batch | None) -> Preview:
        tally = Tally(how)
        sorter = Sorter(self._store.rows, how, self._clock(), tally, batch)
        with reading(file, how.format) as found:
            for item in found.items:
                sorter.take(item)
            sorter.finish()
            return tally.preview(found.format, is_local=found.is_local)
