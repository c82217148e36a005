"""The list of practices as a sheet over the narrow page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card
from mindful.ui.home.finder import Finder
from mindful.ui.look import Look
from mindful.ui.models import PracticeGroup

PAD = 12


class Chooser(Card):
    """Opens below the practice's window; a choice, Escape or a press outside closes it."""

    chosen = Signal(str)
    fold_changed = Signal(str, bool)
    errors_wanted = Signal()

    def __init__(
        self,
        look: Look,
        groups: Sequence[PracticeGroup],
        broken: str,
        current: str,
        parent: QWidget,
    ) -> None:
        super().__init__(look, pad=PAD, fill="raised", parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finder = Finder(look)
        practices = self.finder.practices
        practices.show_groups(groups, broken)
        practices.show_chosen(current)
        practices.chosen.connect(self._choose)
        practices.fold_changed.connect(self.fold_changed)
        practices.errors_wanted.connect(self._show_errors)
        self.finder.left.connect(self.close)
        self._current = current
        self.column.addWidget(self.finder)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.finder.begin)

    def open_at(self, corner: QPoint, width: int, room: int) -> None:
        """Opens with its upper left corner at `corner` on the screen, at most `room` high."""
        field = self.finder.field.sizeHint().height()
        wanted = self.finder.practices.sizeHint().height() + field + 3 * PAD
        self.setGeometry(QRect(corner.x(), corner.y(), width, min(wanted, room)))
        self.show()
        row = self.finder.practices.row(self._current)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.finder.show_row(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move through the list, a letter looks for it, Escape closes."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.finder.move_focus(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif not self.finder.begin_with(event):
            super().keyPressEvent(event)

    def _choose(self, practice: str) -> None:
        self.chosen.emit(practice)
        self.close()

    def _show_errors(self) -> None:
        self.errors_wanted.emit()
        self.close()
