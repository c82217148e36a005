"""Two things side by side, or one below the other where there is no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.controls.stacking import Stacking


class Pair(Stacking):
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
        super().__init__(left, right, gap=gap, parent=parent)
        self._left = left
        self._right = right
        self._gaps = (gap, below)
        self._least = least
        self._tall = tall
        if tall:
            left.setMinimumHeight(tall)
        self.box.addWidget(left, 1)
        self.box.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def fit(self) -> None:
        """Side by side where the left one has its least width beside the right one."""
        left = self._left.sizeHint().width() if self._least is None else self._least()
        needed = left + self._gaps[0] + self._right.sizeHint().width()
        self.stack(stacked=needed > self.width())

    def stack(self, *, stacked: bool) -> None:
        """Also changes gap, height and side."""
        if stacked == self.stacked:
            return
        self.box.setSpacing(self._gaps[1] if stacked else self._gaps[0])
        if self._tall:
            self._left.setMinimumHeight(0 if stacked else self._tall)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignVCenter
        self.box.setAlignment(self._right, side)
        super().stack(stacked=stacked)
