"""The week as seven dots: their area is the minutes sat; an empty day is a small dot."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mindful.ui.look import Look
from mindful.ui.models import Day

STEP = 26
"""Pixels from day to day."""
SMALL, AHEAD = 2.6, 2.0
"""Radius of an empty day, and of one still to come."""
LARGEST = 12.0
UNIT = 1.8
"""Radius of one minute: 20 minutes have 8 pixels, and twice the minutes twice the area."""


def radius_of(day: Day) -> float:
    """Pixels; area grows with the minutes until it fills its column."""
    if day.minutes <= 0:
        return AHEAD if day.ahead else SMALL
    return min(LARGEST, max(SMALL + 1, UNIT * math.sqrt(day.minutes)))


class WeekDots(QWidget):
    """Seven dots with their letters; a tooltip names day and minutes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: tuple[Day, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def set_days(self, days: Sequence[Day]) -> None:
        """Shows these days, in order."""
        self._days = tuple(days)
        self.setAccessibleName("; ".join(day.words for day in days))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A column for each day; dots above letters."""
        height = 2 * LARGEST + self._look.line_height("small")
        return QSize(len(self._days) * self._step(), round(height) + 2)

    def day_at(self, x: float) -> Day | None:
        """The day in whose column `x` lies."""
        at = int(x // self._step())
        return self._days[at] if 0 <= at < len(self._days) else None

    def event(self, event: QEvent) -> bool:
        """The tooltip names the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self.day_at(event.pos().x())
            if day is not None:
                QToolTip.showText(event.globalPos(), day.words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dots and letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step()
        for at, day in enumerate(self._days):
            centre = QPointF((at + 0.5) * step, LARGEST)
            self._draw_dot(painter, centre, day)
            font = self._look.font("small", weight=600 if day.today else 400)
            font.setPointSizeF(font.pointSizeF() * 0.84)
            painter.setFont(font)
            painter.setPen(self._look.colour("ink" if day.today else "ink2"))
            box = QRectF(at * step, 2 * LARGEST + 2, step, self._look.line_height("small"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, day.letter)

    def _draw_dot(self, painter: QPainter, centre: QPointF, day: Day) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if day.minutes > 0:
            painter.setBrush(self._look.colour("still"))
        else:
            painter.setBrush(self._look.colour("ink", 0.14 if day.ahead else 0.36))
        radius = radius_of(day)
        painter.drawEllipse(centre, radius, radius)

    def _step(self) -> int:
        return self._look.px(STEP)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
