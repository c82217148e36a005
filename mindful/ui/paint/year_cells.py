"""The days of a year as a table: a column for each week, a row for each day of the week."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen, QPixmap

from mindful.ui.look import Look
from mindful.ui.paint.kept import KeptPictures
from mindful.wording import _, length_words

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[date, QRect]
"""A day and where it stands."""

WEEKS = 53
"""Columns: a year, and the days by which it is longer than 52 weeks."""
STEPS = (1, 10, 20, 40)
"""Minutes from which a day has the next colour."""
DAY_ROLE = Qt.ItemDataRole.UserRole
GAP, RADIUS = 3, 4.0


def heat_step(minutes: int) -> int:
    """The colour of a day, 0 to 4."""
    return bisect_right(STEPS, minutes)


def day_name(day: date) -> str:
    """A day in full, such as "Thursday 12 March 2026", by the person's locale."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _("dddd d MMMM yyyy"))


class YearDays(QAbstractTableModel):
    """The last 53 weeks up to today; this week's days to come are no cells."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes: Mapping[date, int] = {}
        self._today = date.min
        self._monday = date.min
        self._numbers = True

    @property
    def today(self) -> date:
        """The last day."""
        return self._today

    @property
    def monday(self) -> date:
        """The first day of the first column."""
        return self._monday

    def show_days(self, minutes: Mapping[date, int], today: date) -> None:
        """Shows these minutes, up to `today`."""
        self.beginResetModel()
        self._minutes, self._today = minutes, today
        self._monday = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
        self.endResetModel()

    def show_numbers(self, *, numbers: bool) -> None:
        """Tells minutes in words, or only whether there was a sit."""
        self._numbers = numbers

    def rowCount(self, parent: Index | None = None) -> int:
        """Monday to Sunday."""
        return 0 if parent is not None and parent.isValid() else 7

    def columnCount(self, parent: Index | None = None) -> int:
        """The weeks."""
        return 0 if parent is not None and parent.isValid() else WEEKS

    def day_at(self, index: Index) -> date | None:
        """The day of a cell; None for one still to come."""
        return self.day_in(index.column(), index.row()) if index.isValid() else None

    def day_in(self, column: int, row: int) -> date | None:
        """The day in a week of the year; None for one still to come."""
        if self._monday == date.min:
            return None
        day = self._monday + timedelta(days=7 * column + row)
        return day if day <= self._today else None

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day; none outside the year."""
        days = (day - self._monday).days
        return self.index(days % 7, days // 7) if 0 <= days < 7 * WEEKS else QModelIndex()

    def minutes_on(self, day: date) -> int:
        """Minutes of a day."""
        return self._minutes.get(day, 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day can be chosen; one to come cannot."""
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The day, or its words for tooltip and screen reader."""
        day = self.day_at(index)
        if day is None:
            return None
        if role == DAY_ROLE:
            return day
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return f"{day_name(day)}, {self._said(day)}"
        return None

    def _said(self, day: date) -> str:
        if day not in self._minutes:
            return _("no sit")
        return length_words(60 * self._minutes[day]) if self._numbers else _("a sit")


class DayPainter:
    """Draws days as rounded squares in the colours of their minutes, and lines round some.

    All in one go: asked cell by cell through a delegate, 371 days take twice as long, and History
    is to be seen within a moment.

    Args:
        look: the look.
        days: the days.
    """

    def __init__(self, look: Look, days: YearDays) -> None:
        self.look = look
        self._days = days
        self._kept = KeptPictures(look)
        self.chosen: tuple[date, date] | None = None
        """First and last of the days the list is narrowed to, outlined."""

    def paint_squares(self, painter: QPainter, cells: Iterable[Cell]) -> None:
        """The squares of days; a copy of a picture for each, since there are 371 of them."""
        ratio = painter.device().devicePixelRatioF()
        for day, cell in cells:
            step = heat_step(self._days.minutes_on(day))
            painter.drawPixmap(cell.topLeft(), self._square(step, cell.size(), ratio))

    def outlines(self, focused: date | None, under: date | None) -> Iterator[tuple[date, QPen]]:
        """The days with an outline, and how it is drawn; the one that tells most comes last.

        Args:
            focused: the day with the keyboard's focus, where that is to be seen.
            under: the day under the pointer.
        """
        if under is not None:
            yield under, QPen(self.look.colour("lineStrong"), 1.5)
        if self.chosen is not None:
            ink = QPen(self.look.colour("ink"), 1.5)
            first, last = (
                max(self.chosen[0], self._days.monday),
                min(self.chosen[1], self._days.today),
            )
            yield from ((first + timedelta(days=n), ink) for n in range((last - first).days + 1))
        if focused is not None:
            yield focused, QPen(self.look.colour("focus"), 2)

    @staticmethod
    def paint_outline(painter: QPainter, cell: QRect, pen: QPen) -> None:
        """A line round the square in a cell."""
        box = _inside(cell.size()).translated(cell.topLeft())
        radius = _corner(box) + 0.75
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(-0.75, -0.75, 0.75, 0.75), radius, radius)

    def _square(self, step: int, size: QSize, ratio: float) -> QPixmap:
        def paint(painter: QPainter) -> None:
            box = _inside(size)
            painter.setPen(self._edge())
            painter.setBrush(self.look.heat(step))
            painter.drawRoundedRect(box, _corner(box), _corner(box))

        return self._kept.picture(step, size, ratio, paint)

    def _edge(self) -> QPen:
        """In high contrast an empty day has a line, where it would be lost in the ground."""
        if self.look.high_contrast:
            return QPen(self.look.colour("line"), 1)
        return QPen(Qt.PenStyle.NoPen)


def _inside(size: QSize) -> QRectF:
    """A day's square within its cell, from the cell's corner."""
    side = GAP / 2
    return QRectF(0, 0, size.width(), size.height()).adjusted(side, side, -side, -side)


def _corner(box: QRectF) -> float:
    return min(RADIUS, box.height() / 3)
