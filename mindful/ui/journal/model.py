"""What was written, as a list that holds only what was looked at, however much there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mindful.ui.journal_models import JournalList, JournalRow
from mindful.ui.paged import PagedRows
from mindful.ui.pages.when import day_words
from mindful.wording import _

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `JournalRow` itself."""


class JournalModel(QAbstractListModel):
    """Everything written, newest first; rows that come into view are asked for by `wanted`."""

    wanted = Signal(int)
    filled = Signal()
    """Rows have come; what shows them paints itself again."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: PagedRows[JournalRow] = PagedRows(self.wanted.emit)
        self.today: datetime | None = None
        self._day_ends = time.min
        self.hidden = False

    def show_list(self, view: JournalList, *, hidden: bool) -> None:
        """Shows these rows in place of all before; with their words, or with dots."""
        self.beginResetModel()
        self.today, self.hidden = view.today, hidden
        self._day_ends = view.day_ends
        self._rows.begin(view.count, view.first)
        self.endResetModel()

    def fill(self, page: int, rows: Sequence[JournalRow | None]) -> None:
        """Brings the rows of a page."""
        self._rows.fill(page, rows)
        # Not dataChanged: a list view answers that by laying out all rows anew, from the top.
        self.filled.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are; a list has no children."""
        return 0 if parent is not None and parent.isValid() else self._rows.count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its sentence for screen readers."""
        if role not in _ROLES or not index.isValid() or self.today is None:
            return None
        row = self._rows.row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        words = _("words hidden until opened") if self.hidden else shown(row.text)
        return ", ".join((self.day_words(row), row.source, words))

    def day_words(self, row: JournalRow) -> str:
        """The day something belongs to, as a person says it."""
        return "" if self.today is None else day_words(row.at, self.today, None, self._day_ends)


def shown(text: str) -> str:
    """As much of a text as a list can show, in one line."""
    return " ".join(text[:400].split())


_ROLES = {ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
