"""The ring round the orb: how much of the sit has passed, and where its bells lie."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from mindful.ui.look import Look
from mindful.ui.paint.orb_shape import square_round

MARGIN = 9
"""Pixels outside the ring's line, for its bead and a brightened line."""

LEAST_STEP = 0.5
"""Pixels the bead moves before the ring is painted again."""


class Ring(QWidget):
    """A circle of `radius` pixels, centred in the widget. Decoration: no focus, no mouse.

    Args:
        look: the look.
        radius: pixels to the middle of its line.
        course: whether arc, bells and bead are drawn; without, it is there for a breath's pace.
    """

    def __init__(
        self, look: Look, radius: float, parent: QWidget | None = None, *, course: bool = True
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self._course = course
        self._progress = 0.0
        self._bells: tuple[float, ...] = ()
        self._pace: float | None = None
        self._picture: QPixmap | None = None
        self._glow = QVariantAnimation(self)
        self._glow.setStartValue(1.0)
        self._glow.setEndValue(0.0)
        self._glow.setDuration(2400)
        self._glow.valueChanged.connect(self._repaint)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self._repaint)

    @property
    def progress(self) -> float:
        """Share of the sit that has passed, 0 to 1, as painted."""
        return self._progress

    @property
    def pace(self) -> float | None:
        """How full the paced breath is that is shown, 0 to 1; None where none is."""
        return self._pace

    def set_radius(self, radius: float) -> None:
        """Sets the radius of the line in pixels."""
        self._radius = radius
        self.updateGeometry()
        self._repaint()

    def set_progress(self, fraction: float) -> None:
        """Moves the bead to `fraction`, 0 to 1, of the way round."""
        fraction = min(1.0, max(0.0, fraction))
        moved = abs(fraction - self._progress) * 2 * math.pi * self._radius
        if moved >= LEAST_STEP or fraction in {0.0, 1.0}:
            self._progress = fraction
            self._repaint()

    def set_bells(self, fractions: tuple[float, ...]) -> None:
        """Puts a dot where each bell lies; opening and closing lie at the top and are not drawn."""
        self._bells = tuple(share for share in fractions if 0.0 < share < 1.0)
        self._repaint()

    def set_pace(self, share: float | None) -> None:
        """Shows how full a paced breath is, 0 to 1, as an inner arc; ``None`` shows none.

        Used with reduced motion, where the orb holds still.
        """
        if share != self._pace:
            self._pace = share
            self._repaint()

    def brighten(self) -> None:
        """Brightens the line once: a bell, with reduced motion."""
        self._glow.stop()
        self._glow.start()

    def sizeHint(self) -> QSize:
        """The circle with its bead."""
        side = 2 * math.ceil(self._radius + MARGIN)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copies the ring from its picture, since the orb below asks for repaints all the time."""
        if self._inside(event.rect()):
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._draw(self._picture)
        painter = QPainter(self)
        part = QRectF(event.rect())
        painter.drawPixmap(part, self._picture, QRectF(part.topLeft() * ratio, part.size() * ratio))

    def _inside(self, part: QRect) -> bool:
        """Whether all of `part` lies within the circle, where nothing is drawn."""
        centre = QRectF(self.rect()).center()
        corners = (part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight())
        reach = max(math.dist(centre.toTuple(), corner.toTuple()) for corner in corners)
        return self._pace is None and reach < self._radius - MARGIN

    def _repaint(self) -> None:
        self._picture = None
        self.update()

    def _draw(self, picture: QPixmap) -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QRectF(self.rect()).center()
        glow = float(self._glow.currentValue() or 0.0) if self._glowing() else 0.0
        paint_track(painter, centre, self._radius, self._look, glow)
        if self._course:
            paint_course(painter, centre, self._radius, self._progress, self._bells, self._look)
        if self._pace is not None:
            _paint_pace(painter, centre, self._radius * 0.92, self._pace, self._look)
        painter.end()

    def _glowing(self) -> bool:
        return self._glow.state() is QVariantAnimation.State.Running


def paint_track(
    painter: QPainter, centre: QPointF, radius: float, look: Look, glow: float = 0.0
) -> None:
    """The thin circle; `glow` from 0 to 1 brightens it."""
    alpha = float(look.token("ring", "trackAlpha"))
    track = look.colour("ink", alpha + (1 - alpha) * 0.6 * glow)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(track, look.token("ring", "track") + 2 * glow))
    painter.drawEllipse(square_round(centre, radius))


def paint_course(
    painter: QPainter,
    centre: QPointF,
    radius: float,
    progress: float,
    bells: tuple[float, ...],
    look: Look,
) -> None:
    """Arc of `progress`, bell dots and bead."""
    circle = square_round(centre, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(look.colour("primary"), look.token("ring", "progress")))
    painter.drawArc(circle, 90 * 16, -round(progress * 5760))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("bell"))
    dot = float(look.token("ring", "bellTick"))
    for share in bells:
        painter.drawEllipse(_place(centre, radius, share), dot, dot)
    bead = float(look.token("ring", "bead"))
    painter.setPen(QPen(look.colour("sitMid"), 2))
    painter.setBrush(look.colour("primary"))
    painter.drawEllipse(_place(centre, radius, progress), bead, bead)


def _paint_pace(
    painter: QPainter, centre: QPointF, radius: float, share: float, look: Look
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round_pen(look.colour("voice"), 4))
    painter.drawArc(square_round(centre, radius), 270 * 16, -round(share * 5760))


def _place(centre: QPointF, radius: float, share: float) -> QPointF:
    turn = share * 2 * math.pi
    return centre + QPointF(radius * math.sin(turn), -radius * math.cos(turn))


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
