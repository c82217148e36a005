"""The practices in their groups, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.row import RowButton
from mindful.ui.look import Look
from mindful.ui.models import Practice, PracticeGroup

RING = 6
"""Pixels left free round the rows for the focus ring, which a scroll area would cut off."""

TITLE_ABOVE, TITLE_BELOW, INDENT = 18, 5, 14


class PracticeList(QWidget):
    """Rows of practices under their groups' titles; `chosen` carries the id of the one pressed.

    The list is one stop for the Tab key: the chosen row. Up and Down go on from there.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, RowButton] = {}
        self._practices: dict[str, Practice] = {}
        self._current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RING, 0, RING, RING)
        self._column.setSpacing(0)

    @property
    def current(self) -> Practice | None:
        """The practice chosen."""
        return self._practices.get(self._current)

    def show_groups(self, groups: Sequence[PracticeGroup]) -> None:
        """Shows these groups in place of those before, keeping the choice where it is there."""
        self._clear()
        for number, group in enumerate(groups):
            if number:
                self._column.addSpacing(TITLE_ABOVE)
            title = Label(self._look, group.title, "small", "ink2")
            title.setContentsMargins(INDENT, 0, 0, 0)
            self._column.addWidget(title)
            self._column.addSpacing(TITLE_BELOW)
            for practice in group.practices:
                self._add(practice)
        self._column.addStretch()
        self.show_chosen(self._current)

    def show_chosen(self, practice: str) -> None:
        """Marks the practice with this id, without `chosen` being sent."""
        self._current = practice
        for own, row in self._rows.items():
            row.setChecked(own == practice)
            stop = Qt.FocusPolicy.StrongFocus if own == practice else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(stop)
        if self._rows and practice not in self._rows:
            next(iter(self._rows.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def step(self, by: int) -> None:
        """Chooses the next practice below (1) or above (-1), as far as there is one."""
        ids = list(self._rows)
        if not ids:
            return
        at = ids.index(self._current) + by if self._current in self._rows else 0
        if 0 <= at < len(ids):
            had_focus = any(row.hasFocus() for row in self._rows.values())
            self.chosen.emit(ids[at])
            if had_focus:
                self._rows[ids[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def move_focus(self, by: int) -> None:
        """Moves the focus a row down (1) or up (-1), choosing nothing yet."""
        rows = list(self._rows.values())
        at = next((number for number, row in enumerate(rows) if row.hasFocus()), -1) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def row(self, practice: str) -> RowButton | None:
        """The row of the practice with this id."""
        return self._rows.get(practice)

    def _add(self, practice: Practice) -> None:
        row = RowButton(self._look, practice.title, practice.icon, pad=14)
        row.setAccessibleDescription(practice.purpose)
        row.clicked.connect(lambda _checked, key=practice.id: self._press(key))
        self._rows[practice.id] = row
        self._practices[practice.id] = practice
        self._column.addWidget(row)

    def _press(self, practice: str) -> None:
        self.show_chosen(self._current)
        self.chosen.emit(practice)

    def _clear(self) -> None:
        self._rows.clear()
        self._practices.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
