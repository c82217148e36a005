"""The end of Sleep: the window is dark, and asks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mindful.wording import _

DARK = QColor(6, 8, 9)
"""Nearly black in every theme: full black would show where the window ends."""


class Night(QWidget):
    """Dark, over the whole window. Any key or press brings the pages back."""

    woken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAccessibleName(_("The sit is over. Any key brings the window back."))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark."""
        QPainter(self).fillRect(self.rect(), DARK)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Wakes the window."""
        self.woken.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Wakes the window."""
        self.woken.emit()
