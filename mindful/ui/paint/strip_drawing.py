"""Draws a strip's shape: water, swell with its reflection, phases, bells."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from mindful.ui.look import Look
from mindful.ui.paint.strip_shape import STEP, Mark, Shape

STILL_AT = 0.62
"""Share of the height at which the water lies still."""

SWELL, REFLECTION = 0.4, 0.24
"""Greatest height of the swell and depth of its reflection, as shares of the strip's height."""

SEEN = 0.035
"""Swell below this is still water and gets no contour."""

ARCS = ((9.0, 0.95), (15.5, 0.55), (22.0, 0.26))
"""Radius in pixels and alpha of a bell's arcs."""

BELL_DOT = 4.5


def paint_strip(painter: QPainter, rect: QRectF, shape: Shape, look: Look) -> None:
    """Paints `shape` into `rect`, whose width is the one the shape was made for."""
    painter.save()
    painter.translate(rect.topLeft())
    width, height = rect.width(), rect.height()
    edge = QPainterPath()
    radius = float(look.token("strip", "radius"))
    edge.addRoundedRect(0, 0, width, height, radius, radius)
    painter.setClipPath(edge)
    still = round(height * STILL_AT)
    _paint_water(painter, width, height, still, look)
    painter.setPen(QPen(look.colour("card", 0.75), 1.5))
    for divider in shape.dividers:
        painter.setOpacity(divider.strength)
        painter.drawLine(QPointF(divider.x, 0), QPointF(divider.x, height))
    painter.setOpacity(1)
    painter.setPen(QPen(look.colour("still"), 1.25))
    painter.drawLine(QPointF(0, still), QPointF(width, still))
    _paint_swell(painter, shape.heights, QRectF(0, 0, width, height), still, look)
    for bell in shape.bells:
        paint_bell(painter, bell, still, look)
    painter.restore()


def paint_bell(painter: QPainter, bell: Mark, still: float, look: Look) -> None:
    """A dot on the water at height `still` with half arcs above, flattened below."""
    painter.setOpacity(bell.strength)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for radius, alpha in ARCS:
        above = QRectF(bell.x - radius, still - radius, 2 * radius, 2 * radius)
        below = QRectF(bell.x - radius, still - radius * 0.45, 2 * radius, radius * 0.9)
        painter.setPen(QPen(look.colour("bell", alpha), 1.6))
        painter.drawArc(above, 0, 180 * 16)
        painter.setPen(QPen(look.colour("bell", alpha * 0.5), 1.2))
        painter.drawArc(below, 180 * 16, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("bell"))
    painter.drawEllipse(QPointF(bell.x, still), BELL_DOT, BELL_DOT)
    painter.setOpacity(1)


def _paint_water(painter: QPainter, width: float, height: float, still: float, look: Look) -> None:
    ground = QLinearGradient(0, 0, width, 0)
    for at, name in ((0, "stripEdge"), (0.34, "stripDeep"), (0.7, "stripDeep"), (1, "stripEdge")):
        ground.setColorAt(at, look.colour(name))
    painter.fillRect(QRectF(0, 0, width, height), QBrush(ground))
    water = QLinearGradient(0, still, 0, height)
    water.setColorAt(0, look.colour("still", 0.34))
    water.setColorAt(1, look.colour("still", 0.06))
    painter.fillRect(QRectF(0, still, width, height - still), QBrush(water))


def _paint_swell(
    painter: QPainter, heights: tuple[float, ...], rect: QRectF, still: float, look: Look
) -> None:
    height, width = rect.height(), rect.width()
    above, below = QLinearGradient(0, still - height * SWELL, 0, still), QLinearGradient()
    above.setColorAt(0, look.colour("voiceLight", 0.95))
    above.setColorAt(1, look.colour("voiceLight", 0.45))
    below.setStart(0, still)
    below.setFinalStop(0, height)
    below.setColorAt(0, look.colour("voice", 0.3))
    below.setColorAt(1, look.colour("voice", 0))
    crest = [QPointF(i * STEP, still - v * height * SWELL) for i, v in enumerate(heights)]
    depth = [QPointF(i * STEP, still + v * height * REFLECTION) for i, v in enumerate(heights)]
    for points, gradient in ((crest, above), (depth, below)):
        outline = QPolygonF([QPointF(0, still), *points, QPointF(width, still)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(gradient))
        painter.drawPolygon(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(
        QPen(
            look.colour("voice"),
            float(look.token("strip", "contour")),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    for run in _swelling(heights):
        painter.drawPolyline(crest[run])


def _swelling(heights: tuple[float, ...]) -> list[slice]:
    """The stretches in which the water is plainly not still."""
    stretches: list[slice] = []
    begin: int | None = None
    for index, height in enumerate((*heights, 0.0)):
        if height > SEEN and begin is None:
            begin = index
        elif height <= SEEN and begin is not None:
            stretches.append(slice(begin, index))
            begin = None
    return stretches
