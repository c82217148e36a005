"""The quiet line above the controls of the sit page."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.accessible import announce
from mindful.ui.controls import Label
from mindful.ui.look import Look

TOLD_MS = 4_000
"""Milliseconds that something told in passing stands there."""

WIDTH = 560
"""Pixels at the design's text size; less where the window is narrower."""


class SitNotice(Label):
    """Shows what holds for a while, such as "Sound stopped.", and what is told in passing.

    A screen reader says both, when it has nothing else to say.
    """

    shown = Signal()
    """Other words stand there, or none."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, role="body", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.setParent(parent)
        self._lasting = ""
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.timeout.connect(lambda: self._show(self._lasting))
        self.hide()

    def set_lasting(self, text: str) -> None:
        """Shows `text` until another takes its place; empty for none."""
        if text != self._lasting:
            announce(self, text)
        self._lasting = text
        self._told.stop()
        self._show(text)

    def tell(self, text: str) -> None:
        """Shows `text` for a few seconds."""
        self._show(text)
        announce(self, text)
        self._told.start(TOLD_MS)

    def place(self, width: int, top: int, room: int) -> None:
        """Takes its place across `width` pixels, in the middle of `room` pixels below `top`."""
        wide, tall = self._wide(width), self.tall(width)
        self.setGeometry((width - wide) // 2, top + (room - tall) // 2, wide, tall)

    def tall(self, width: int) -> int:
        """Pixels of its height in a window of `width` pixels."""
        return self.heightForWidth(self._wide(width))

    def _wide(self, width: int) -> int:
        return min(width - 48, self._look.px(WIDTH))

    def _show(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        self.raise_()
        self.shown.emit()
