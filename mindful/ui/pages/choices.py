"""A few answers side by side, or one below the other where they do not fit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from mindful.ui.controls import PillButton
from mindful.ui.look import Look

GAP = 12


class Choices(QWidget):
    """Outlined buttons over the land, centred. `chosen` carries the id of the one pressed."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, options: Iterable[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons: list[PillButton] = []
        for key, words in options:
            button = PillButton(look, words, "outline", over_land=True, parent=self)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._buttons.append(button)
        look.changed.connect(self._place)

    @property
    def buttons(self) -> tuple[PillButton, ...]:
        """The buttons, in order."""
        return tuple(self._buttons)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Gives the keyboard to the first."""
        self._buttons[0].setFocus(reason)

    def height_for(self, width: int) -> int:
        """Pixels needed at this width."""
        sizes = [button.sizeHint() for button in self._buttons]
        if self._beside(width):
            return max(size.height() for size in sizes)
        return sum(size.height() + GAP for size in sizes) - GAP

    def sizeHint(self) -> QSize:
        """All in one row."""
        widths = [button.sizeHint().width() + GAP for button in self._buttons]
        return QSize(sum(widths) - GAP, self.height_for(sum(widths)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the buttons for the new width."""
        super().resizeEvent(event)
        self._place()

    def _beside(self, width: int) -> bool:
        widths = [button.sizeHint().width() + GAP for button in self._buttons]
        return sum(widths) - GAP <= width

    def _place(self) -> None:
        beside = self._beside(self.width())
        x = (self.width() - self.sizeHint().width()) // 2
        y = 0
        for button in self._buttons:
            size = button.sizeHint()
            if beside:
                button.setGeometry(x, y, size.width(), size.height())
                x += size.width() + GAP
            else:
                left = (self.width() - size.width()) // 2
                button.setGeometry(left, y, size.width(), size.height())
                y += size.height() + GAP
