"""Minutes each week as bars, the present week darker; each can be pointed at and picked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mindful.ui.look import Look
from mindful.ui.paint.picking import PickChart
from mindful.wording import _

RADIUS = 4.0
ENDS_APART = 16
"""Least pixels between the words at both ends; where they meet, the last ones stand below."""

BAR_SHARE = 0.7
"""Width of a bar, as a share of its column."""


@dataclass(frozen=True)
class WeekBar:
    """A week's minutes, and its words for tooltip and screen reader."""

    minutes: int
    words: str


def nice_top(most: int) -> int:
    """The upper end of the axis: an even round number of minutes not below `most`."""
    if most <= 20:
        return 20
    size = math.pow(10, math.floor(math.log10(most)))
    return next(round(size * step) for step in (1, 2, 3, 4, 5, 6, 8, 10) if size * step >= most)


class WeeklyBars(PickChart):
    """Bars, oldest week first; words below name its ends.

    Args:
        look: the look.
        oldest: words under the first bar, such as "12 weeks ago".
        newest: words under the last, such as "this week".
        names: what a screen reader calls it, with numbers and without; by week if not given.
        present: the last bar is the present one, which is darker and has its number.
    """

    def __init__(
        self,
        look: Look,
        oldest: str = "",
        newest: str = "",
        *,
        names: tuple[str, str] | None = None,
        present: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._ends = (oldest, newest)
        self._names = names or (_("Minutes each week"), _("Time each week"))
        self._present = present
        self._weeks: tuple[WeekBar, ...] = ()
        self._numbers = True
        self.setAccessibleName(self._names[0])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_weeks(self, weeks: Sequence[WeekBar], oldest: str = "", newest: str = "") -> None:
        """Shows these weeks, oldest first, and words under the first and the last."""
        self._weeks = tuple(weeks)
        self._ends = (oldest or self._ends[0], newest or self._ends[1])
        self.parts_changed()

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes at the axis and the last bar, or without."""
        self._numbers = numbers
        self.setAccessibleName(self._names[0] if numbers else self._names[1])
        self.update()

    def sizeHint(self) -> QSize:
        """As on the History page."""
        return QSize(self.look.px(312), 100 + self.look.line_height("small") + 6)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(self.look.px(160), 60 + self.look.line_height("small") + 6)

    def count(self) -> int:
        """The weeks."""
        return len(self._weeks)

    def first_reached(self) -> int:
        """The present week."""
        return len(self._weeks) - 1

    def part_words(self, number: int) -> str:
        """A week and its minutes."""
        return self._weeks[number].words if 0 <= number < len(self._weeks) else ""

    def part_rect(self, number: int) -> QRect:
        """The whole column of a week: a low bar is hard to point at."""
        plot = self._plot()
        column = plot.width() / max(1, len(self._weeks))
        left = plot.left() + number * column
        return QRectF(left, plot.top(), column, plot.height()).toAlignedRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axis, bars, the last one's number, words at both ends."""
        if not self._weeks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        top = nice_top(max(week.minutes for week in self._weeks))
        self._draw_axis(painter, plot, top)
        column = plot.width() / len(self._weeks)
        for at, week in enumerate(self._weeks):
            height = week.minutes / top * plot.height()
            side = column * (1 - BAR_SHARE) / 2
            bar = QRectF(
                plot.left() + at * column + side,
                plot.bottom() - height,
                column - 2 * side,
                height,
            )
            painter.fillPath(_bar(bar), self.look.colour(self._colour(at)))
            shown = self.lit if self.lit >= 0 else self._now
            if at == shown and week.minutes and self._numbers:
                self._draw_number(painter, bar, str(week.minutes))
        self._draw_ends(painter, plot)

    def _colour(self, number: int) -> str:
        """The present week is darker, and so is the one pointed at."""
        return "primary" if number in {self._now, self.lit} - {-1} else "still"

    @property
    def _now(self) -> int:
        """The present bar; -1 for none."""
        return len(self._weeks) - 1 if self._present else -1

    def _plot(self) -> QRectF:
        small = self.look.line_height("small")
        left = self._axis_room() if self._numbers else 0
        below = small * (2 if self._meet(self.width() - left) else 1) + 6
        return QRectF(left, small, self.width() - left, self.height() - small - below)

    def _meet(self, room: float) -> bool:
        """Whether the words at both ends have no room in one line of so many pixels."""
        metrics = QFontMetricsF(self.look.font("small"))
        return sum(map(metrics.horizontalAdvance, self._ends)) + ENDS_APART > room

    def _axis_room(self) -> int:
        """Pixels for the axis's numbers."""
        metrics = QFontMetricsF(self.look.font("small", tabular=True))
        top = nice_top(max((week.minutes for week in self._weeks), default=0))
        return max(self.look.px(30), round(metrics.horizontalAdvance(str(top))) + 8)

    def _draw_axis(self, painter: QPainter, plot: QRectF, top: int) -> None:
        painter.setFont(self.look.font("small", tabular=True))
        line = self.look.line_height("small")
        for minutes in (0, top // 2, top):
            y = round(plot.bottom() - minutes / top * plot.height())
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), self.look.colour("line"))
            if not self._numbers:
                continue
            painter.setPen(self.look.colour("ink2"))
            box = QRectF(0, y - line / 2, plot.left() - 6, line)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, str(minutes))

    def _draw_number(self, painter: QPainter, bar: QRectF, number: str) -> None:
        painter.setFont(self.look.font("small", weight=600))
        painter.setPen(self.look.colour("ink"))
        line = self.look.line_height("small")
        box = QRectF(bar.left() - 20, bar.top() - line, bar.width() + 40, line)
        over = box.center().x() + painter.fontMetrics().horizontalAdvance(number) / 2 - self.width()
        box.translate(-max(0.0, over), 0)  # wider than its bar at the very edge
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _draw_ends(self, painter: QPainter, plot: QRectF) -> None:
        painter.setFont(self.look.font("small"))
        painter.setPen(self.look.colour("ink2"))
        box = QRectF(plot.left(), plot.bottom() + 6, plot.width(), self.look.line_height("small"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._ends[0])
        if self._meet(plot.width()):
            box.translate(0, box.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, self._ends[1])


def _bar(rect: QRectF) -> QPainterPath:
    """A bar with round shoulders, standing flat on the axis; a low one is as round as it can."""
    path = QPainterPath()
    radius = min(RADIUS, rect.height(), rect.width() / 2)
    path.moveTo(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path
