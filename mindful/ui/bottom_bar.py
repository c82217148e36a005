"""The bar at the bottom of a narrow window: room for Ground me, and the page's primary action."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.ground_me import MARGIN, ground_me_room
from mindful.ui.look import Look

TOP, GAP = 16, 12


class BottomBar(QWidget):
    """Leaves the corner to Ground me, which floats over it, and holds one action beside it.

    Where the two do not fit side by side, the action stands above.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._action: QWidget | None = None
        look.changed.connect(self.update)

    @property
    def holds_primary(self) -> bool:
        """A page's action stands in it."""
        return self._action is not None

    def take(self, action: QWidget) -> None:
        """Takes a page's primary action in."""
        self._action = action
        action.setParent(self)
        action.show()
        self._place()

    def give_back(self) -> None:
        """Lets the action go; the page takes it."""
        self._action = None

    def height_for(self, width: int) -> int:
        """Pixels it needs at this width."""
        room = ground_me_room(self._look).height() - MARGIN + TOP
        if self._action is not None and not self._beside(width):
            return room + self._action.sizeHint().height() + GAP
        return room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the action anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rail's ground, and a line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("rail"))
        painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))

    def _beside(self, width: int) -> bool:
        if self._action is None:
            return True
        left = ground_me_room(self._look).width() - MARGIN + GAP
        return self._action.minimumSizeHint().width() <= width - left - MARGIN

    def _place(self) -> None:
        if self._action is None:
            return
        room = ground_me_room(self._look)
        height = room.height() - 2 * MARGIN
        if self._beside(self.width()):
            left = room.width() - MARGIN + GAP
            top = self.height() - MARGIN - height
            self._action.setGeometry(left, top, self.width() - left - MARGIN, height)
        else:
            own = self._action.sizeHint().height()
            self._action.setGeometry(MARGIN, TOP, self.width() - 2 * MARGIN, own)
