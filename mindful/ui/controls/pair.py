"""Two things side by side, or one below the other where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget


class Pair(QWidget):
    """Words at the left and what belongs to them at the right edge; stacked when narrow.

    Args:
        left: takes the room that is left over.
        right: keeps the width it wants.
        gap: pixels between them, side by side.
        below: pixels between them, stacked.
        least: pixels that the left one is to have at least, for both to stand side by side; asked
            each time, as the size of the text may change. By its own hint when not given.
        tall: least pixels of the left one's height, side by side.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        *,
        gap: int = 16,
        below: int = 6,
        least: Callable[[], int] | None = None,
        tall: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._left = left
        self._right = right
        self._gaps = (gap, below)
        self._least = least
        self._tall = tall
        if tall:
            left.setMinimumHeight(tall)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._box.addWidget(left, 1)
        self._box.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def stacked(self) -> bool:
        """One stands below the other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two, for they can be stacked."""
        width = max(part.minimumSizeHint().width() for part in (self._left, self._right))
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stacks or unstacks."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Looks again where something in it wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        left = self._left.sizeHint().width() if self._least is None else self._least()
        needed = left + self._gaps[0] + self._right.sizeHint().width()
        self._stack(stacked=needed > self.width())

    def _stack(self, *, stacked: bool) -> None:
        if stacked == self.stacked:
            return
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._box.setSpacing(self._gaps[1] if stacked else self._gaps[0])
        if self._tall:
            self._left.setMinimumHeight(0 if stacked else self._tall)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignVCenter
        self._box.setAlignment(self._right, side)
        self.updateGeometry()
