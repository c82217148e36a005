"""The list of practices as a sheet over the narrow page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.scroll import Scroll
from mindful.ui.home.practices import PracticeList
from mindful.ui.look import Look
from mindful.ui.models import PracticeGroup


class Chooser(Card):
    """Opens below the practice's window; a choice, Escape or a press outside closes it."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        groups: Sequence[PracticeGroup],
        current: str,
        parent: QWidget,
    ) -> None:
        super().__init__(look, pad=12, fill="raised", parent=parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = PracticeList(look)
        self._list.show_groups(groups)
        self._list.show_chosen(current)
        self._list.chosen.connect(self._choose)
        self._current = current
        self._scroll = Scroll(look, self._list, keys=False)
        self.column.addWidget(self._scroll)

    def open_at(self, corner: QPoint, width: int, room: int) -> None:
        """Opens with its upper left corner at `corner` on the screen, at most `room` high."""
        wanted = self._list.sizeHint().height() + 24
        self.setGeometry(QRect(corner.x(), corner.y(), width, min(wanted, room)))
        self.show()
        row = self._list.row(self._current)
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move through the list, Enter chooses, Escape closes."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._list.move_focus(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, practice: str) -> None:
        self.chosen.emit(practice)
        self.close()
