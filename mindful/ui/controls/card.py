"""The card: a quiet ground with round corners and a thin line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.look import Look


class Card(QWidget):
    """A ground for what belongs together; its `column` takes the content.

    Args:
        look: the look.
        pad: pixels inside, on all sides.
        fill: a colour of the theme.
        line: colour of the line of 1 px; empty for none.
        radius: a radius of the tokens.

    """

    def __init__(
        self,
        look: Look,
        *,
        pad: int = 28,
        fill: str = "card",
        line: str = "line",
        radius: str = "lg",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._fill = fill
        self._line = line
        self._radius = float(look.token("radius", radius))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(0)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.look.colour(self._fill))
        # What a soft ground tells elsewhere, an outline tells in high contrast.
        line = "lineStrong" if self.look.high_contrast else self._line
        inset = 0.5 if line else 0.0
        painter.setPen(QPen(self.look.colour(line), 1) if line else QPen(Qt.PenStyle.NoPen))
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, self._radius - inset, self._radius - inset)


class Rule(QWidget):
    """A thin line between rows of a card."""

    def __init__(self, look: Look, colour: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._colour = colour
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel of line."""
        QPainter(self).fillRect(self.rect(), self._look.colour(self._colour))
