"""A figure that glows where a feeling is noticed, and can be pressed there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mindful.ui.look import Look
from mindful.ui.paint.body_shape import HEIGHT, WIDTH, Spot, body_outline, spots_of
from mindful.wording import _

HOVER = 0.35
"""Strength of the glow under the pointer, against that of a place chosen."""

BESIDE = 1.25
"""How far from a place's middle a press still counts, as a share of its reach."""


class BodyFigure(QWidget):
    """Mirrors the places chosen. The chips are the control: it takes no focus.

    Args:
        look: the look.
    """

    pressed = Signal(str)
    """Key of the place pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._offered: dict[str, str] = {}
        self._chosen: frozenset[str] = frozenset()
        self._hovered = ""
        self._outline = body_outline()
        self.setAccessibleName(_("Where you notice it, as a picture"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    @property
    def lit(self) -> str:
        """Key of the place under the pointer; empty for none."""
        return self._hovered

    def set_places(self, places: Mapping[str, str]) -> None:
        """Offers these places: their keys and words."""
        self._offered = dict(places)
        self.update()

    def set_chosen(self, chosen: Collection[str]) -> None:
        """Glows at these places."""
        self._chosen = frozenset(chosen)
        self.update()

    def place_at(self, point: QPointF) -> str:
        """Key of the place offered at a point; empty for none."""
        scale = self._scale()
        spot = QPointF(point.x() / scale, point.y() / scale)
        near = {
            key: min((_distance(spot, one) for one in spots_of(key) if one.seen), default=BESIDE)
            for key in self._offered
        }
        place = min(near, key=lambda key: near[key], default="")
        return place if place and near[place] < BESIDE else ""

    def sizeHint(self) -> QSize:
        """The outline, growing with the text."""
        return QSize(self._look.px(WIDTH), self._look.px(HEIGHT))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lights what the pointer is over."""
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit any more."""
        super().leaveEvent(event)
        self._hover("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Presses the place."""
        place = self.place_at(event.position())
        if place and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def event(self, event: QEvent) -> bool:
        """The tooltip names the place under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._offered.get(place, ""), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The silhouette, and a glow within it for each place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        line = self._look.high_contrast
        painter.setPen(QPen(self._look.colour("ink"), 1.5) if line else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(self._look.colour("body"))
        painter.drawPath(self._outline)
        painter.setClipPath(self._outline)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in self._chosen:
            self._glow(painter, place, 1.0)
        if self._hovered and self._hovered not in self._chosen:
            self._glow(painter, self._hovered, HOVER)

    def _glow(self, painter: QPainter, place: str, strength: float) -> None:
        for spot in spots_of(place):
            glow = QRadialGradient(spot.centre, spot.reach)
            for at, alpha in ((0.0, 1.0), (0.35, 0.72), (0.7, 0.25), (1.0, 0.0)):
                glow.setColorAt(at, self._look.colour("bodyGlow", alpha * strength))
            reach = spot.reach
            square = QRectF(spot.centre.x() - reach, spot.centre.y() - reach, 2 * reach, 2 * reach)
            painter.fillRect(square, QBrush(glow))

    def _hover(self, place: str) -> None:
        if place != self._hovered:
            self._hovered = place
            shape = Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _scale(self) -> float:
        return self._look.px(WIDTH) / WIDTH

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()


def _distance(point: QPointF, spot: Spot) -> float:
    """From the middle of a spot, as a share of its reach."""
    away = point - spot.centre
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5 / spot.reach)
