"""What painted charts share: parts that can be pointed at, walked along and picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.look import Look

_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_ON = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_PICK = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PickChart(QWidget):
    """A chart of several parts, each with words of its own.

    The pointer lights a part and a tooltip names it. With the keyboard, arrows, Home and End
    walk along the parts; the description tells the one reached. A click, Space or Enter picks
    it. Kinds of chart draw themselves, and say how many parts there are, where, and in which
    words.

    Args:
        look: the look.
    """

    picked = Signal(int)
    """Number of the part that was picked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._at = -1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ring = FocusRing(look, self, radius=lambda: 8.0, shape=self._ringed)
        look.changed.connect(self._relook)

    # What kinds of chart say

    def count(self) -> int:
        """How many parts there are."""
        raise NotImplementedError

    def part_rect(self, number: int) -> QRect:
        """Where a part is."""
        raise NotImplementedError

    def part_words(self, number: int) -> str:
        """A part in words."""
        raise NotImplementedError

    # What they have in common

    @property
    def lit(self) -> int:
        """The part under the pointer, or reached with the keyboard; -1 for none."""
        if self._hovered >= 0:
            return self._hovered
        return self._at if self.ring.shown else -1

    def part_at(self, point: QPointF) -> int:
        """The part at a point; -1 for none."""
        spot = point.toPoint()
        return next((n for n in range(self.count()) if self.part_rect(n).contains(spot)), -1)

    def parts_changed(self) -> None:
        """Kinds of chart call it when they show something else."""
        self._at = min(self._at, self.count() - 1)
        self._hovered = -1
        words = (self.part_words(number) for number in range(self.count()))
        self.setAccessibleDescription("; ".join(words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.count() else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.ring.refresh()
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tooltip names the part under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.part_at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(event.globalPos(), self.part_words(number), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights the part under the pointer."""
        self._hover(self.part_at(event.position()))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer comes."""
        self._hover(self.part_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """The pointer goes."""
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        number = self.part_at(event.position())
        if number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._reach(number)
            self.picked.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks along the parts, or picks one."""
        key, last = event.key(), self.count() - 1
        if key in _BACK:
            self._reach(max(0, self._at - 1))
        elif key in _ON:
            self._reach(min(last, self._at + 1))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._reach(0 if key == Qt.Key.Key_Home else last)
        elif key in _PICK and self._at >= 0:
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begins at the part left last, or at the newest."""
        super().focusInEvent(event)
        self._reach(self._at if self._at >= 0 else self.first_reached())

    def first_reached(self) -> int:
        """The part the keyboard comes to first."""
        return 0

    def _reach(self, number: int) -> None:
        self._at = number
        self.setAccessibleDescription(self.part_words(number) if number >= 0 else "")
        self.ring.refresh()
        self.update()

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _ringed(self) -> QRect:
        return self.part_rect(self._at) if 0 <= self._at < self.count() else self.rect()

    def _relook(self) -> None:
        self.updateGeometry()
        self.ring.refresh()
        self.update()
