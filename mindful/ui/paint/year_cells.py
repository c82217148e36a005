"""The days of a year as a table: a column for each week, a row for each day of the week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen

from mindful.ui.look import Look
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
    return sum(minutes >= least for least in STEPS)


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
    """Draws days as rounded squares in the colours of their minutes.

    All in one go: asked cell by cell through a delegate, 371 days take twice as long, and History
    is to be seen within a moment.

    Args:
        look: the look.
        days: the days.
    """

    def __init__(self, look: Look, days: YearDays) -> None:
        self._look = look
        self._days = days
        self.chosen: tuple[date, date] | None = None
        """First and last of the days the list is narrowed to, outlined."""

    def paint(
        self, painter: QPainter, cells: Iterable[Cell], focused: date | None, under: date | None
    ) -> None:
        """The squares, and an outline where one is chosen, focused or under the pointer.

        Args:
            painter: open, antialiasing set.
            cells: days and where they stand.
            focused: the day with the keyboard's focus, where that is to be seen.
            under: the day under the pointer.
        """
        brushes = [self._look.heat(step) for step in range(len(STEPS) + 1)]
        edge, side = self._edge(), GAP / 2
        painter.setPen(edge)
        for day, cell in cells:
            box = QRectF(cell).adjusted(side, side, -side, -side)
            radius = min(RADIUS, box.height() / 3)
            painter.setBrush(brushes[heat_step(self._days.minutes_on(day))])
            painter.drawRoundedRect(box, radius, radius)
            outline = self._outline(day, focused, under)
            if outline is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(outline)
                around = box.adjusted(-0.75, -0.75, 0.75, 0.75)
                painter.drawRoundedRect(around, radius + 0.75, radius + 0.75)
                painter.setPen(edge)

    def _edge(self) -> QPen:
        """In high contrast an empty day has a line, where it would be lost in the ground."""
        if self._look.high_contrast:
            return QPen(self._look.colour("line"), 1)
        return QPen(Qt.PenStyle.NoPen)

    def _outline(self, day: date, focused: date | None, under: date | None) -> QPen | None:
        if day == focused:
            return QPen(self._look.colour("focus"), 2)
        if self.chosen is not None and self.chosen[0] <= day <= self.chosen[1]:
            return QPen(self._look.colour("ink"), 1.5)
        if day == under:
            return QPen(self._look.colour("lineStrong"), 1.5)
        return None
