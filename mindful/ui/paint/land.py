"""The land: a sky and three misty ridges, the ground under every quiet page."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from mindful.ui.look import Look
from mindful.ui.paint.deep import deep_picture

PERIOD = 1180
"""Width in pixels of the drawing the ridges were shaped in."""

WAVES = ((0.6, 4.2), (0.32, 8.3), (0.08, 17.0))
"""Share and rate of the three sines that make a crest."""

TURNS = ((5.55, 1.99, 1.31), (1.72, 0.45, 3.43), (4.03, 5.01, 4.54))
"""Phase in radians of each ridge's sines, the farthest ridge first."""

Waves = tuple[tuple[float, float, float], ...]
"""Share, rate and phase of each sine."""


def paint_land(
    painter: QPainter, rect: QRectF, look: Look, scale: float = 1.0, swing: float = 1.0
) -> None:
    """Paints sky and ridges into `rect`.

    Args:
        painter: open, antialiasing set.
        rect: in the painter's coordinates; nothing is painted outside its width.
        look: colours; high contrast paints the ridges in the ground's own black.
        scale: how high the ridges stand, 1 as on the sit page.
        swing: how much they rise and fall, 1 as on the sit page.

    """
    painter.save()
    painter.translate(rect.topLeft())
    width, height = rect.width(), rect.height()
    painter.fillRect(QRectF(0, 0, width, height), _sky(look, height))
    for ridge, turns in zip(look.token("land", "ridges"), TURNS, strict=True):
        base, amp = ridge["base"] * scale, ridge["amp"] * swing
        waves = tuple((share, rate, turn) for (share, rate), turn in zip(WAVES, turns, strict=True))
        mist = QLinearGradient(
            0, height - base - amp, 0, height - base - amp + ridge["depth"] * scale
        )
        mist.setColorAt(0, look.colour(ridge["fill"]))
        mist.setColorAt(1, look.colour(ridge["fill"], ridge["endAlpha"]))
        painter.fillPath(_ridge(width, height, base, amp, waves), QBrush(mist))
    painter.restore()


def land_picture(
    size: QSize, ratio: float, look: Look, scale: float = 1.0, swing: float = 1.0
) -> QPixmap:
    """The land as a picture of `size` device-independent pixels, without bands."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_land(painter, rect, look, scale, swing)

    return deep_picture(size, ratio, paint, white=look.dark)


class Land(QWidget):
    """A widget with the land behind its children, painted once for each size and theme.

    Args:
        look: the look.
        parent: where it lies.
        scale: how high the ridges stand, 1 as on the sit page.

    """

    def __init__(self, look: Look, parent: QWidget | None = None, scale: float = 1.0) -> None:
        super().__init__(parent)
        self.look = look
        self._scale = scale
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self._forget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the part of the picture that is asked for."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = land_picture(self.size(), ratio, self.look, self._scale)
        painter = QPainter(self)
        if ratio == 1:
            # Whole pixels take Qt's quickest way, and the orb asks for this many times a second.
            painter.drawPixmap(event.rect(), self._picture, event.rect())
            return
        part = QRectF(event.rect())
        source = QRectF(part.topLeft() * ratio, part.size() * ratio)
        painter.drawPixmap(part, self._picture, source)

    def _forget(self) -> None:
        self._picture = None
        self.update()


def _sky(look: Look, height: float) -> QBrush:
    sky = QLinearGradient(0, 0, 0, height)
    for at, name in look.token("land", "skyStops"):
        sky.setColorAt(at, look.colour(name))
    return QBrush(sky)


def _ridge(width: float, height: float, base: float, amp: float, waves: Waves) -> QPainterPath:
    """The ground under a crest that swings by `amp` pixels round `base` pixels of height."""
    path = QPainterPath(QPointF(0, height))
    for x in range(0, int(width) + 13, 6):
        rise = sum(share * math.sin(x / PERIOD * rate + turn) for share, rate, turn in waves)
        path.lineTo(x, height - base - amp * rise)
    path.lineTo(width + 12, height)
    path.closeSubpath()
    return path
