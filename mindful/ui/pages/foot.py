"""The foot of a page without rail: Ground me's corner at the left, actions at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mindful.ui.controls.ground_me import MARGIN, ground_me_room
from mindful.ui.look import Look

COMPACT_TOP = 16


class Foot(QWidget):
    """Holds actions at the right, in the middle of Ground me's height.

    In the compact layout it becomes a bar with a ground of its own, over which the page scrolls.
    """

    def __init__(self, look: Look, *actions: QWidget, right: int = MARGIN) -> None:
        super().__init__()
        self._look = look
        self._compact = False
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
        """Takes an action in, to stand before another one."""
        self._row.insertWidget(self._row.indexOf(other), action)

    def sizeHint(self) -> QSize:
        """As high as Ground me's corner."""
        room = ground_me_room(self._look)
        top = COMPACT_TOP if self._compact else MARGIN
        return QSize(320, room.height() - MARGIN + top)

    def minimumSizeHint(self) -> QSize:
        """As high as Ground me's corner."""
        return QSize(self._row.minimumSize().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the compact form, a ground and a line towards the page."""
        if self._compact:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._look.colour("rail"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def _relook(self) -> None:
        left = ground_me_room(self._look).width()
        top = COMPACT_TOP if self._compact else MARGIN
        right = MARGIN if self._compact else self._right
        self._row.setContentsMargins(left - MARGIN + 12, top, right, MARGIN)
        self.updateGeometry()
        self.update()
