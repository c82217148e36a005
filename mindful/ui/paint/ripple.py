"""A bell, drawn: three ellipses that spread from the orb and fade."""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mindful.ui.look import Look
from mindful.ui.paint.orb import FRAMES_A_SECOND
from mindful.ui.paint.orb_shape import square_round

REACH = 2.6
"""How far a ripple spreads, in radii of the orb."""

START = 1.04
"""Where it starts, in radii of the orb: at its edge."""

STRENGTH = 0.5
"""Alpha of a ripple as it starts."""


class Ripple(QWidget):
    """Ripples round an orb of `radius` pixels, centred in the widget; nothing until a strike.

    Strikes that follow each other share the three rings: the newest starts them afresh.
    """

    def __init__(self, look: Look, radius: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self._life = int(look.token("motion", "bellRipple", "ms"))
        self._stagger = int(look.token("motion", "bellRipple", "staggerMs"))
        self._count = int(look.token("motion", "bellRipple", "rings"))
        self._age = QElapsedTimer()
        self._easing = QEasingCurve(QEasingCurve.Type.OutQuad)
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // FRAMES_A_SECOND)
        self._timer.timeout.connect(self._step)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def spreading(self) -> bool:
        """Whether a ripple is to be seen."""
        return self._timer.isActive()

    def set_radius(self, radius: float) -> None:
        """Sets the radius of the orb in pixels."""
        self._radius = radius
        self.updateGeometry()
        self.update()

    def strike(self) -> None:
        """Starts the rings; does nothing while hidden or with reduced motion."""
        if self.isVisible() and not self._look.reduced_motion:
            self._age.start()
            self._timer.start()

    def sizeHint(self) -> QSize:
        """The widest ring."""
        side = 2 * math.ceil(self._radius * REACH) + 4
        return QSize(side, side)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ends the ripple: nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each ring at its age: wider and fainter."""
        if not self.spreading:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        centre = QRectF(self.rect()).center()
        for ring in range(self._count):
            share = (self._age.elapsed() - ring * self._stagger) / self._life
            if 0.0 <= share < 1.0:
                colour = self._look.colour("bell")
                colour.setAlphaF(STRENGTH * (1 - share) ** 1.6)
                painter.setPen(QPen(colour, 1.6))
                spread = START + (REACH - START) * self._easing.valueForProgress(share)
                painter.drawEllipse(square_round(centre, self._radius * spread))

    def _step(self) -> None:
        if self._age.elapsed() >= self._life + self._stagger * (self._count - 1):
            self._timer.stop()
        self.update()
