"""Parts in a row, or below each other where the row has no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Stacking(QWidget):
    """A row of parts. Whoever is one adds them to `box`, and decides in `fit` how they stand.

    Args:
        parts: all of them, in the order of the row.
        gap: pixels between them in the row.
    """

    def __init__(self, *parts: QWidget, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)

    @property
    def stacked(self) -> bool:
        """One stands below the other."""
        return self.box.direction() is QBoxLayout.Direction.TopToBottom

    def fit(self) -> None:
        """Stacks or unstacks: by default, when the row that the parts wish for has no room."""
        gaps = self.box.spacing() * (len(self._parts) - 1)
        needed = sum(part.sizeHint().width() for part in self._parts) + gaps
        self.stack(stacked=needed > self.width())

    def stack(self, *, stacked: bool) -> None:
        """Has them stand below each other, or in the row."""
        if stacked != self.stacked:
            way = QBoxLayout.Direction
            self.box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part, for they can be stacked."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stacks or unstacks."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Looks again where a part wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)
