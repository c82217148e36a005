"""A group of practices: its heading, and the rows that are shown of it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.home.practice_row import GroupHead, PracticeRow
from mindful.ui.look import Look
from mindful.ui.models import PracticeGroup


class GroupPart(QWidget):
    """Heading and rows. `pressed` carries a practice's id; `folded` the group's, and whether."""

    pressed = Signal(str)
    folded = Signal(str, bool)

    def __init__(self, look: Look, group: PracticeGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = group.id
        self._folded = group.folded
        self.rows: dict[str, PracticeRow] = {}
        self.head = GroupHead(look, group.title, len(group.practices))
        self.head.clicked.connect(self._fold)
        self._searched = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        for practice in group.practices:
            row = PracticeRow(look, practice)
            row.clicked.connect(lambda _checked, key=practice.id: self.pressed.emit(key))
            self.rows[practice.id] = row
            column.addWidget(row)

    def arrange(self, chosen: str, found: Collection[str] | None) -> tuple[str, ...]:
        """Show the rows there are to see, and tell their ids.

        Args:
            chosen: id of the practice chosen: its row stays also where the group is folded.
            found: ids of those looked for, folded or not; None where nothing is looked for.
        """
        self._searched = found is not None
        shown = []
        for practice, row in self.rows.items():
            there = practice in found if found is not None else not self._folded
            there = there or (found is None and practice == chosen)
            row.setVisible(there)
            if there:
                shown.append(practice)
        self.head.show_state(folded=self._folded, foldable=not self._searched)
        self.setVisible(bool(shown) or not self._searched)
        return tuple(shown)

    def _fold(self) -> None:
        if not self._searched:
            self._folded = not self._folded
            self.folded.emit(self._id, self._folded)
