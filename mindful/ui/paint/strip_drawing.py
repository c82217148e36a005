"""Draws a strip's shape: water, swell with its reflection, phases, bells."""

from __future__ import annotations

from functools import partial
from math import floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen, QPolygonF

from mindful.ui.look import Look
from mindful.ui.paint.kept import KeptPictures
from mindful.ui.paint.strip_shape import STEP, Mark, Shape

STILL_AT = 0.62
"""Share of the height at which the water lies still."""

SWELL, REFLECTION = 0.4, 0.24
"""Greatest height of the swell and depth of its reflection, as shares of the strip's height."""

SEEN = 0.035
"""Swell below this is still water and gets no contour."""

ARCS = ((9.0, 0.95), (15.5, 0.55), (22.0, 0.26))
"""Radius in pixels and alpha of a bell's arcs."""

DIVIDER, LINE = 1.5, 1.25
"""Pixels of the line between phases, and of still water."""

BELL_DOT = 4.5
BELL_REACH = 24
"""Pixels round a bell's middle that its arcs need."""

PARTS = 4
"""A bell stands exact to this part of a pixel, so that it glides when the shape morphs."""


class StripPainter:
    """Paints shapes into strips. Water and bells are kept as pictures: a dragged length has the
    shape painted for each of its steps, and they stay the same.

    Args:
        look: the look.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept = KeptPictures(look)
        self._still = KeptPictures(look, most=1)

    def paint_still(self, painter: QPainter, size: QSize, shape: Shape) -> None:
        """As `paint`, of a shape that stays: it is kept until another one comes."""
        ratio = painter.device().devicePixelRatioF()
        picture = self._still.picture(
            shape, size, ratio, lambda brush: self.paint(brush, size, shape)
        )
        painter.drawPixmap(0, 0, picture)

    def paint(self, painter: QPainter, size: QSize, shape: Shape) -> None:
        """Paints `shape` into the upper left corner.

        Args:
            painter: open, antialiasing set.
            size: of the water in pixels; its width is the one the shape was made for.
            shape: what is shown.
        """
        colour, ratio = self._look.colour, painter.device().devicePixelRatioF()
        width, height = size.width(), size.height()
        still = round(height * STILL_AT)
        water = self._kept.picture("water", size, ratio, partial(self._paint_water, size, still))
        painter.drawPixmap(0, 0, water)
        # Straight lines as rectangles: a stroke takes twenty times as long.
        card = colour("card", 0.75)
        for divider in shape.dividers:
            painter.setOpacity(divider.strength)
            painter.fillRect(QRectF(divider.x - DIVIDER / 2, 0, DIVIDER, height), card)
        painter.setOpacity(1)
        painter.fillRect(QRectF(0, still - LINE / 2, width, LINE), colour("still"))
        _paint_swell(painter, shape.heights, size, still, self._look)
        for bell in shape.bells:
            self._paint_bell(painter, bell, still, ratio)

    def _paint_water(self, size: QSize, still: float, painter: QPainter) -> None:
        """The ground with its round corners, and the water below the line; nothing reaches into a
        corner, so nothing else has to be cut off there.
        """
        colour, width, height = self._look.colour, size.width(), size.height()
        radius = float(self._look.token("strip", "radius"))
        ground = QLinearGradient(0, 0, width, 0)
        edge, deep = colour("stripEdge"), colour("stripDeep")
        for at, shade in ((0, edge), (0.34, deep), (0.7, deep), (1, edge)):
            ground.setColorAt(at, shade)
        water = QLinearGradient(0, still, 0, height)
        water.setColorAt(0, colour("still", 0.34))
        water.setColorAt(1, colour("still", 0.06))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ground))
        painter.drawRoundedRect(QRectF(0, 0, width, height), radius, radius)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.fillRect(QRectF(0, still, width, height - still), QBrush(water))

    def _paint_bell(self, painter: QPainter, bell: Mark, still: float, ratio: float) -> None:
        left = floor(bell.x * PARTS) / PARTS - BELL_REACH
        whole = floor(left)
        at = QPointF(BELL_REACH + left - whole, BELL_REACH)
        size = QSize(2 * BELL_REACH + 1, 2 * BELL_REACH)
        picture = self._kept.picture(
            at.x(), size, ratio, lambda brush: paint_bell(brush, at, self._look)
        )
        painter.setOpacity(bell.strength)
        painter.drawPixmap(whole, round(still) - BELL_REACH, picture)
        painter.setOpacity(1)


def paint_bell(painter: QPainter, at: QPointF, look: Look) -> None:
    """A dot on the water with half arcs above, flattened below."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for radius, alpha in ARCS:
        above = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        below = QRectF(at.x() - radius, at.y() - radius * 0.45, 2 * radius, radius * 0.9)
        painter.setPen(QPen(look.colour("bell", alpha), 1.6))
        painter.drawArc(above, 0, 180 * 16)
        painter.setPen(QPen(look.colour("bell", alpha * 0.5), 1.2))
        painter.drawArc(below, 180 * 16, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("bell"))
    painter.drawEllipse(at, BELL_DOT, BELL_DOT)


def _paint_swell(
    painter: QPainter, heights: tuple[float, ...], size: QSize, still: float, look: Look
) -> None:
    height, width = size.height(), size.width()
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
