"""The small window on Home: the land, with the orb low in its sky, behind title and purpose."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from mindful.ui.look import Look
from mindful.ui.paint.land import land_picture
from mindful.ui.paint.orb_shape import OrbStyle, paint_orb

RIDGES, SWING = 0.23, 0.3
"""Height of the ridges and how far they swing, against the full land's."""

ORB_FROM_RIGHT, ORB_RADIUS, ORB_AT = 120.0, 44.0, 0.47


class LandWindow(QWidget):
    """Paints land and orb, once for each size and theme; whatever stands on it is its child.

    Args:
        look: the look.
        whole: rounds all corners and has a line round it; otherwise it is the head of a card.
    """

    def __init__(self, look: Look, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._whole = whole
        self._orb = True
        self._picture: QPixmap | None = None
        look.changed.connect(self._forget)

    def set_whole(self, *, whole: bool) -> None:
        """Rounds all corners, or only the upper ones."""
        if whole != self._whole:
            self._whole = whole
            self._forget()

    def set_orb(self, *, shown: bool) -> None:
        """Shows the orb, or leaves the whole width to words."""
        if shown != self._orb:
            self._orb = shown
            self._forget()

    def clear_width(self) -> int:
        """Pixels from the left that the orb leaves to words."""
        return max(0, round(self._orb_centre().x() - self._orb_radius() * 1.05))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Copies the picture."""
        ratio = self.devicePixelRatioF()
        if (
            self._picture is None
            or self._picture.deviceIndependentSize() != QSize(self.size()).toSizeF()
        ):
            self._picture = self._paint(ratio)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _paint(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        painter.setClipPath(shape)
        land = land_picture(self.size(), ratio, self._look, RIDGES, SWING)
        painter.drawPixmap(0, 0, land)
        if self._orb:
            style = OrbStyle.of(self._look)
            paint_orb(painter, self._orb_centre(), self._orb_radius(), style)
        if (
            not self._look.high_contrast
        ):  # there the ground is black, or white, and would cut the orb
            self._paint_mist(painter, land)
        painter.setClipping(False)
        if self._whole:
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
        painter.end()
        return picture

    def _paint_mist(self, painter: QPainter, land: QPixmap) -> None:
        """The ground rises before the orb, as mist: the land once more, stronger downwards."""
        height = self.height()
        veil = QPixmap(land.size())
        veil.setDevicePixelRatio(land.devicePixelRatioF())
        veil.fill(Qt.GlobalColor.transparent)
        brush = QPainter(veil)
        fade = QLinearGradient(0, height * 0.62, 0, height * 0.86)
        fade.setColorAt(0, Qt.GlobalColor.transparent)
        fade.setColorAt(1, Qt.GlobalColor.black)
        brush.fillRect(self.rect(), fade)
        brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        brush.drawPixmap(0, 0, land)
        brush.end()
        painter.drawPixmap(0, 0, veil)
        if not self._whole:
            foot = QLinearGradient(0, height - 16, 0, height)
            foot.setColorAt(0, self._look.colour("card", 0.0))
            foot.setColorAt(1, self._look.colour("card", 0.75))
            painter.fillRect(QRectF(0, height - 16, self.width(), 16), foot)

    def _orb_radius(self) -> float:
        return min(ORB_RADIUS, self.height() * 0.34)

    def _orb_centre(self) -> QPointF:
        aside = min(ORB_FROM_RIGHT, self.width() * 0.21)
        return QPointF(self.width() - aside, self.height() * ORB_AT)

    def _shape(self) -> QPainterPath:
        radius = float(self._look.token("radius", "lg"))
        path = QPainterPath()
        if self._whole:
            path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            return path
        # The lower corners lie outside the widget, so that only the upper ones are round.
        inner = QRectF(0, 0, self.width(), self.height() + 2 * radius)
        path.addRoundedRect(inner, radius - 1, radius - 1)
        return path

    def _forget(self) -> None:
        self._picture = None
        self.update()
