"""The log in files a person takes away: written whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from mindful.log.exporters.document import document_lines
from mindful.log.exporters.table import table_lines
from mindful.log.history import History
from mindful.log.instants import Clock
from mindful.log.store import Store
from mindful.log.which import ALL, Which

MARK = b"\xef\xbb\xbf"
"""Of UTF-8; without it spreadsheets take a table for the computer's old code page."""


class Exports:
    """Writes what the log holds into files. All methods raise LogTrouble, and OSError of the file.

    Args:
        store: the open log.
        history: its sits.
        clock: tells the present moment.
    """

    def __init__(self, store: Store, history: History, clock: Clock) -> None:
        self._store = store
        self._history = history
        self._clock = clock

    def document(self, file: BinaryIO, app_version: str, which: Which = ALL) -> None:
        """Write everything, or the sits asked for, as JSON."""
        lines = document_lines(self._store.rows, which, self._clock(), app_version)
        file.writelines(f"{line}\n".encode() for line in lines)

    def table(self, file: BinaryIO, which: Which = ALL) -> None:
        """Write sits as CSV, newest first."""
        file.write(MARK)
        file.writelines(line.encode() for line in self._table(which))

    def _table(self, which: Which) -> Iterator[str]:
        return table_lines(self._history.sits(which))
