"""The sits as a list that holds only what was looked at, however many there are."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from mindful.ui.history_models import HistoryRow, SitsView
from mindful.ui.pages.when import day_words, time_words
from mindful.wording import _, length_words

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `HistoryRow` itself."""
PAGE = 100
"""Rows that are fetched together."""
PAGES_HELD = 40
"""Pages kept; the one not looked at for longest is let go, and fetched anew if it is needed."""


class HistoryModel(QAbstractListModel):
    """Sits, newest first.

    Rows not there yet are blank and asked for by `wanted`, which carries the number of their
    page; `fill` brings them.
    """

    wanted = Signal(int)
    filled = Signal()
    """Rows have come; what shows them paints itself again."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._today: datetime | None = None
        self._day_ends = time.min
        self._numbers = True
        self.hidden = False
        """Whether dots stand in place of notes."""
        self._pages: OrderedDict[int, Sequence[HistoryRow | None]] = OrderedDict()
        self._asked: set[int] = set()

    def day_words(self, row: HistoryRow) -> str:
        """The day a sit belongs to, as a person says it."""
        return (
            "" if self._today is None else day_words(row.began, self._today, None, self._day_ends)
        )

    def show_sits(self, view: SitsView) -> None:
        """Shows these sits in place of all before."""
        self.beginResetModel()
        self._count, self._today = view.count, view.today
        self._day_ends, self.hidden = view.day_ends, view.hidden
        self._pages.clear()
        self._asked.clear()
        if len(view.first) >= min(PAGE, view.count) and view.count:
            self._pages[0] = view.first[:PAGE]
        self.endResetModel()

    def show_numbers(self, *, numbers: bool) -> None:
        """Tells minutes and strengths in words, or leaves them out."""
        self._numbers = numbers

    def fill(self, page: int, rows: Sequence[HistoryRow | None]) -> None:
        """Brings the rows of a page; None for a sit deleted since the list was read."""
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > PAGES_HELD:
            self._pages.popitem(last=False)
        # Not dataChanged: a list view answers that by laying out all rows anew, from the top.
        self.filled.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many sits there are; a list has no children."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its sentence for screen readers, or its words as tooltip."""
        if role not in _ROLES or not index.isValid() or self._today is None:
            return None
        row = self._row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            note = "" if self.hidden else row.note
            return "\n".join(part for part in (row.title, ", ".join(row.feelings), note) if part)
        return self._words(row)

    def _words(self, row: HistoryRow) -> str:
        """A sit in one sentence, for screen readers."""
        parts = [f"{self.day_words(row)} {time_words(row.began)}", row.title]
        if self._numbers:
            parts.append(length_words(60 * row.minutes))
        parts += row.feelings
        if self._numbers and row.before is not None and row.after is not None:
            strength = _("strength {before} to {after}")
            parts.append(strength.format(before=row.before, after=row.after))
        if row.note:
            parts.append(_("words hidden until opened") if self.hidden else row.note)
        return ", ".join(parts)

    def _row(self, number: int) -> HistoryRow | None:
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            self._pages.move_to_end(page)
            return rows[place] if place < len(rows) else None
        if page not in self._asked:
            self._asked.add(page)
            self.wanted.emit(page)
        return None


_ROLES = {
    ROW_ROLE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
}
