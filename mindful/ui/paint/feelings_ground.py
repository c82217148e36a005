"""The ground under the feelings: four corners of colour that meet in stillness, and two axes."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QRadialGradient

from mindful.ui.look import Look
from mindful.wording import _

CORNERS = (("feelTL", 0, 0), ("feelTR", 1, 0), ("feelBL", 0, 1), ("feelBR", 1, 1))
"""Colour and place: unpleasant at the left, more energy above."""

REACH = 0.62
"""Radius of a corner's colour as a share of the width."""

INSET, CLEAR = 8, 10
"""Pixels between an edge and the name of an axis, and round what an axis leaves free."""


def paint_feelings_ground(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Fills `rect` with the four colours over the sunken ground."""
    painter.fillRect(rect, look.colour("sunken"))
    for name, right, low in CORNERS:
        corner = QPointF(rect.x() + right * rect.width(), rect.y() + low * rect.height())
        glow = QRadialGradient(corner, rect.width() * REACH)
        for at, alpha in ((0.0, 1.0), (0.35, 0.8), (1.0, 0.0)):
            glow.setColorAt(at, look.colour(name, alpha))
        painter.fillRect(rect, QBrush(glow))


def paint_axes(painter: QPainter, rect: QRectF, free: QRectF, look: Look) -> None:
    """Draws both axes round `free`, and names their ends.

    Args:
        painter: draws.
        rect: the whole ground.
        free: its middle, where words stand.
        look: the look.
    """
    line = look.line_height("small")
    end = INSET + line
    centre = rect.center()
    hole = free.adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)
    painter.setPen(QPen(look.colour("ink", 1.0 if look.high_contrast else 0.14), 1))
    for axis in (
        QLineF(rect.left() + end, centre.y(), hole.left(), centre.y()),
        QLineF(hole.right(), centre.y(), rect.right() - end, centre.y()),
        QLineF(centre.x(), rect.top() + end + 4, centre.x(), hole.top()),
        QLineF(centre.x(), hole.bottom(), centre.x(), rect.bottom() - end - 4),
    ):
        painter.drawLine(axis)
    painter.setFont(look.font("small"))
    painter.setPen(look.colour("ink2"))
    middle = Qt.AlignmentFlag.AlignCenter
    wide = QRectF(rect.left(), rect.top() + INSET, rect.width(), line)
    painter.drawText(wide, middle, _("more energy"))
    wide.moveBottom(rect.bottom() - INSET)
    painter.drawText(wide, middle, _("less energy"))
    for at, turn, words in (
        (rect.left() + INSET, -90, _("unpleasant")),
        (rect.right() - INSET, 90, _("pleasant")),
    ):
        painter.save()
        painter.translate(at, centre.y())
        painter.rotate(turn)
        painter.drawText(QRectF(-rect.height() / 2, 0, rect.height(), line), middle, words)
        painter.restore()
