"""A switch: on or off at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.look import Look

WIDTH, HEIGHT, KNOB_ON, KNOB_OFF = 40, 24, 9, 8.5


class Toggle(PaintedButton):
    """A switch of 40 × 24 in a hit area of 40 × 40; `name` says what it switches."""

    def __init__(
        self, look: Look, name: str, *, on: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name=name, parent=parent)
        self.setCheckable(True)
        self.setChecked(on)

    def shape_rect(self) -> QRect:
        """The track."""
        width, height = max(WIDTH, self.look.px(WIDTH)), max(HEIGHT, self.look.px(HEIGHT))
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        return QRect(left, top, width, height)

    def sizeHint(self) -> QSize:
        """The hit area."""
        return QSize(max(WIDTH, self.look.px(WIDTH)), max(40, self.look.px(HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Track and knob; the knob's place and the fill both say which way it is."""
        track = self.shape_rect()
        unit = track.height() / HEIGHT
        if self.isChecked():
            self.fill_shape(painter, self.look.colour("primaryHover" if self.lit else "primary"))
            knob, radius = self.look.colour("onPrimary"), KNOB_ON * unit
            x = track.right() + 1 - 12 * unit
        else:
            fill, line = self.look.colour("sunken"), self.look.colour("lineStrong")
            self.fill_shape(painter, fill, line)
            knob, radius = line, KNOB_OFF * unit
            x = track.left() + 12 * unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(knob)
        painter.drawEllipse(QPointF(x, track.top() + track.height() / 2), radius, radius)
