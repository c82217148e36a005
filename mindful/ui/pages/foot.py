"""The foot of a page without rail: Ground me's corner at the left, actions at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mindful.ui.controls.ground_me import MARGIN, ground_me_room
from mindful.ui.look import Look

COMPACT_TOP = 16


class Foot(QWidget):
    """Holds actions at the right, in the middle of Ground me's height.

    In the compact layout it becomes a bar with a ground of its own, over which the page scrolls;
    where large text leaves no room beside Ground me, the actions stand above it.
    """

    def __init__(self, look: Look, *actions: QWidget, right: int = MARGIN) -> None:
        super().__init__()
        self._look = look
        self._compact = False
        self._above = False
        self._right = right
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._row.addStretch(1)
        for action in actions:
            self._row.addWidget(action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_compact(compact=False)
        look.changed.connect(self._relook)

    def set_compact(self, *, compact: bool) -> None:
        """Takes the compact form, or the wide one."""
        self._compact = compact
        self._relook()

    def take_before(self, action: QWidget, other: QWidget) -> None:
        """Takes an action in, to stand before another one; also one that is here already."""
        self._row.removeWidget(action)  # else its own place would be counted
        self._row.insertWidget(self._row.indexOf(other), action)

    def sizeHint(self) -> QSize:
        """As high as Ground me's corner, and as the actions where they stand above it."""
        room = ground_me_room(self._look)
        top = COMPACT_TOP if self._compact else MARGIN
        above = self._actions().height() + MARGIN // 2 if self._above else 0
        return QSize(320, room.height() - MARGIN + top + above)

    def minimumSizeHint(self) -> QSize:
        """As wide as the actions need, with or without Ground me beside them."""
        beside = 0 if self._compact else self._beside()
        return QSize(self._actions().width() + beside + 2 * MARGIN, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the actions where there is room."""
        super().resizeEvent(event)
        self._relook()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the compact form, a ground and a line towards the page."""
        if self._compact:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._look.colour("rail"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def _relook(self) -> None:
        room = ground_me_room(self._look)
        top = COMPACT_TOP if self._compact else MARGIN
        right = MARGIN if self._compact else self._right
        needed = self._beside() + self._actions().width() + right
        self._above = self._compact and needed > self.width()
        left = MARGIN if self._above else self._beside()
        below = room.height() - MARGIN // 2 if self._above else MARGIN
        self._row.setContentsMargins(left, top, right, below)
        self.updateGeometry()
        self.update()

    def _beside(self) -> int:
        """Pixels that Ground me takes at the left."""
        return ground_me_room(self._look).width() - MARGIN + 12

    def _actions(self) -> QSize:
        """What the actions alone need."""
        margins = self._row.contentsMargins()
        least = self._row.minimumSize()
        return least - QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
