"""A slider for levels and pace."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from mindful.ui.controls.focus import FocusRing
from mindful.ui.controls.painted import DISABLED
from mindful.ui.look import Look

TRACK, HANDLE, STROKE = 4, 9.0, 2.2
MARGIN = 10
"""Pixels at both ends, so that the handle is whole at the ends of the track."""


class Slider(QSlider):
    """A horizontal slider: 4 px track, filled up to a round handle; hit area 40.

    Args:
        look: the look.
        name: what it sets, for a screen reader.
        least: smallest value.
        most: largest value.
        value: value at first.

    """

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        least: int = 0,
        most: int = 10,
        value: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setRange(least, most)
        self.setValue(value)
        self.setPageStep(max(1, (most - least) // 5))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(look, self, radius=lambda: HANDLE + STROKE, shape=self._handle_rect)
        self.valueChanged.connect(self._moved)
        look.changed.connect(self._moved)

    def sizeHint(self) -> QSize:
        """A comfortable length, and the hit area's height."""
        return QSize(self._look.px(220), 40)

    def minimumSizeHint(self) -> QSize:
        """Short enough for narrow windows."""
        return QSize(96, 40)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes the value under the pointer at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer while pressed."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Lets go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, filled part, handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED)
        painter.setPen(Qt.PenStyle.NoPen)
        y = self.height() / 2
        x = self._x_of(self.value())
        track = QRectF(0, y - TRACK / 2, self.width(), TRACK)
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        track.setRight(x)
        painter.setBrush(self._look.colour("primary"))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        painter.setPen(QPen(self._look.colour("primary"), STROKE))
        painter.setBrush(self._look.colour("raised"))
        painter.drawEllipse(QPointF(x, y), HANDLE, HANDLE)

    def _x_of(self, value: int) -> float:
        room = self.width() - 2 * MARGIN
        span = max(1, self.maximum() - self.minimum())
        return MARGIN + (value - self.minimum()) / span * room

    def _value_at(self, x: float) -> int:
        room = max(1, self.width() - 2 * MARGIN)
        share = min(1.0, max(0.0, (x - MARGIN) / room))
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def _handle_rect(self) -> QRect:
        half = round(HANDLE + 1)
        x, y = round(self._x_of(self.value())), self.height() // 2
        return QRect(x - half, y - half, 2 * half, 2 * half)

    def _moved(self) -> None:
        self.ring.refresh()
        self.update()
