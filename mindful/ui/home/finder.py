"""The list of practices with a place to type what one looks for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.field import Field
from mindful.ui.controls.scroll import BAR, Scroll
from mindful.ui.home.practices import RING, PracticeList
from mindful.ui.look import Look
from mindful.wording import _

NEAR = 24
"""Pixels kept visible above and below the row that is scrolled to."""


class SearchField(Field):
    """Leaves Up and Down to the list. `taken` is Enter, `escaped` Escape."""

    taken = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape are said; the arrows that lead through the list pass by."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Finder(QWidget):
    """A field above the scrolling list. `left` is sent when the search is over.

    Args:
        look: the look.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.practices = PracticeList(look)
        words = _("Find a practice")
        self.field = SearchField(look, words, hint=words, icon="magnifying-glass", quiet=True)
        self.area = Scroll(look, self.practices, keys=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        framed = QVBoxLayout()
        framed.setContentsMargins(RING, 0, BAR, 0)
        framed.addWidget(self.field)
        column.addLayout(framed)
        column.addWidget(self.area, 1)
        self.field.textChanged.connect(self._find)
        self.field.taken.connect(self._take)
        self.field.escaped.connect(self._leave)

    def begin(self, typed: str = "") -> None:
        """The person looks for something, and may have typed its first letter."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if typed:
            self.field.insert(typed)

    def begin_with(self, event: QKeyEvent) -> bool:
        """Begins with a letter that nothing with the focus needed; says whether it was one."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held or not event.text().isalpha():
            return False
        self.begin(event.text())
        return True

    def move_focus(self, by: int) -> None:
        """Moves the focus a row down (1) or up (-1), and scrolls to it."""
        self.practices.move_focus(by)
        focused = self.practices.focusWidget()
        if focused is not None:
            self.area.ensureWidgetVisible(focused, 0, NEAR)

    def show_row(self, practice: str) -> None:
        """Scrolls to a practice."""
        row = self.practices.row(practice)
        if row is not None and row.isVisible():
            self.area.ensureWidgetVisible(row, 0, NEAR)

    def _find(self, typed: str) -> None:
        self.practices.search(typed)
        self.area.verticalScrollBar().setValue(0)

    def _take(self) -> None:
        """Chooses what is chosen already where it was found, else the first found."""
        shown = self.practices.shown
        chosen = self.practices.current
        if shown and (chosen is None or chosen.id not in shown):
            self.practices.chosen.emit(shown[0])
        if shown:
            self._leave()
            self._show_chosen()

    def _show_chosen(self) -> None:
        """Scrolls to what is chosen, once the rows that come back have their places."""
        chosen = self.practices.current
        layout = self.practices.layout()
        if chosen is not None and layout is not None:
            layout.activate()
            QTimer.singleShot(0, self, lambda: self.show_row(chosen.id))

    def _leave(self) -> None:
        self.field.clear()
        self.left.emit()
