"""The ground under the feelings: four corners of colour that meet in stillness."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QRadialGradient

from mindful.ui.look import Look

CORNERS = (("feelTL", 0, 0), ("feelTR", 1, 0), ("feelBL", 0, 1), ("feelBR", 1, 1))
"""Colour and place: unpleasant at the left, more energy above."""

REACH = 0.62
"""Radius of a corner's colour as a share of the width."""


def paint_feelings_ground(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Fills `rect` with the four colours over the sunken ground."""
    painter.fillRect(rect, look.colour("sunken"))
    for name, right, low in CORNERS:
        corner = QPointF(rect.x() + right * rect.width(), rect.y() + low * rect.height())
        glow = QRadialGradient(corner, rect.width() * REACH)
        for at, alpha in ((0.0, 1.0), (0.35, 0.8), (1.0, 0.0)):
            glow.setColorAt(at, look.colour(name, alpha))
        painter.fillRect(rect, QBrush(glow))
