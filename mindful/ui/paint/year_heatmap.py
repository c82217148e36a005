"""The past year by day: darker with more minutes, months above, weekdays beside, a key below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QLocale, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from mindful.ui.look import Look
from mindful.ui.paint.kept import KeptPictures
from mindful.ui.paint.year_cells import DAY_ROLE, GAP, STEPS, WEEKS, Cell, DayPainter, YearDays
from mindful.wording import _

SMALLEST, LARGEST = 11.5, 20
"""Pixels from week to week; where the year does not fit, its earlier weeks are left out."""
NAMED_DAYS = (0, 2, 4)
"""Rows that have a weekday's name: Monday, Wednesday, Friday."""
KEY_GAP, KEY_SPACE = 7, 13


class YearHeatmap(QWidget):
    """A table of days with its labels. `day_chosen` carries the day a person chose.

    Arrows move from day to day, Space or Enter chooses; each day has a tooltip.

    Args:
        look: the look.
    """

    day_chosen = Signal(object)
    weeks_changed = Signal(int)
    """How many weeks are shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._numbers = True
        self.days = YearDays()
        self._painter = DayPainter(look, self.days)
        self.table = DayTable(self.days, self._painter, self)
        self.table.setAccessibleName(_("Minutes each day of the past year"))
        self.table.picked.connect(self._pick)
        self.setFocusProxy(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)
        self._relook()

    @property
    def weeks(self) -> int:
        """How many weeks there is room for."""
        room = self.width() - self._left()
        return max(8, min(WEEKS, int(room / (SMALLEST * self._look.scale))))

    def show_days(self, minutes: Mapping[date, int], today: date) -> None:
        """Shows what was sat on each day, up to `today`."""
        self.days.show_days(minutes, today)
        self._lay_out()
        last = self.days.index_of(today)
        self.table.setCurrentIndex(last)

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes in tooltips and key, or without."""
        self._numbers = numbers
        self.days.show_numbers(numbers=numbers)
        self.update()

    def mark(self, since: date | None, until: date | None) -> None:
        """Outlines the days the list is narrowed to."""
        self._painter.chosen = None if since is None or until is None else (since, until)
        self.table.viewport().update()

    def sizeHint(self) -> QSize:
        """The year at the design's pitch."""
        return QSize(self._left() + WEEKS * 16, self._height(self._look.px(16)))

    def minimumSizeHint(self) -> QSize:
        """Some weeks."""
        return QSize(self._left() + self._look.px(8 * SMALLEST), self._height(self._pitch()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many weeks as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Months, weekdays and the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("ink2"))
        self._draw_months(painter)
        self._draw_weekdays(painter)
        self._draw_key(painter)

    def _draw_months(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(painter.font())
        line = self._look.line_height("small")
        free, begins = 0.0, WEEKS - self.weeks
        for column in range(begins, WEEKS):
            monday = self.days.monday + timedelta(weeks=column)
            first = column == begins
            if not first and monday.day > 7:
                continue
            # A month of which only the end is left gives way to the next one's name.
            if first and monday.day > 14:
                continue
            name = QLocale().monthName(monday.month, QLocale.FormatType.ShortFormat)
            left = self.table.x() + self.table.columnViewportPosition(column) + GAP / 2
            width = metrics.horizontalAdvance(name)
            if left >= free and left + width <= self.width():
                painter.drawText(QRectF(left, 0, width + 2, line), _MIDDLE, name)
                free = left + width + 8

    def _draw_weekdays(self, painter: QPainter) -> None:
        for row in NAMED_DAYS:
            name = QLocale().dayName(row + 1, QLocale.FormatType.ShortFormat)
            height = self.table.rowHeight(row)
            top = self.table.y() + self.table.rowViewportPosition(row)
            box = QRectF(0, top - 4, self._left() - 8, height + 8)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, name)

    def _draw_key(self, painter: QPainter) -> None:
        """From right to left: the colours with their minutes, and what they are."""
        line = self._look.line_height("small")
        top = self.height() - line
        square = self._look.px(13)
        metrics = QFontMetricsF(painter.font())
        x = float(self.width()) - 6
        for step, words in reversed(list(enumerate(self._key_words()))):
            x -= metrics.horizontalAdvance(words)
            painter.setPen(self._look.colour("ink2"))
            painter.drawText(QRectF(x, top, self.width(), line), _MIDDLE, words)
            x -= (KEY_GAP if words else 0) + square
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.heat(step))
            painter.drawRoundedRect(QRectF(x, top + (line - square) / 2, square, square), 4, 4)
            x -= KEY_SPACE if words else 4
        name = _("minutes a day") if self._numbers else _("less to more")
        painter.setPen(self._look.colour("ink2"))
        width = metrics.horizontalAdvance(name)
        if x - width >= 0:
            painter.drawText(QRectF(x - width, top, width + 2, line), _MIDDLE, name)

    def _key_words(self) -> list[str]:
        if not self._numbers:
            return [""] * (len(STEPS) + 1)
        between = [f"{low}–{high - 1}" for low, high in pairwise(STEPS)]
        return ["0", *between, f"{STEPS[-1]}+"]

    def _pick(self, index: QModelIndex) -> None:
        day = index.data(DAY_ROLE)
        if isinstance(day, date):
            self.day_chosen.emit(day)

    def _left(self) -> int:
        """Room for the weekdays' names."""
        metrics = QFontMetricsF(self._look.font("small"))
        names = (QLocale().dayName(row + 1, QLocale.FormatType.ShortFormat) for row in NAMED_DAYS)
        return round(max(metrics.horizontalAdvance(name) for name in names)) + 9

    def _pitch(self) -> int:
        """Pixels from day to day, downwards."""
        room = (self.width() - self._left()) / self.weeks
        return round(min(LARGEST * self._look.scale, max(SMALLEST, room)))

    def _height(self, pitch: int) -> int:
        return 2 * self._look.line_height("small") + 7 * pitch + 3 + 8

    def _lay_out(self) -> None:
        """Columns share the width to the pixel, so that the last one ends where the card does."""
        left, weeks, pitch = self._left(), self.weeks, self._pitch()
        room = self.width() - left
        top = self._look.line_height("small") + 3
        self.table.setGeometry(left, top, room, 7 * pitch)
        for column in range(WEEKS):
            at = column - (WEEKS - weeks)
            self.table.setColumnHidden(column, at < 0)
            if at >= 0:
                width = round((at + 1) * room / weeks) - round(at * room / weeks)
                self.table.setColumnWidth(column, width)
        for row in range(7):
            self.table.setRowHeight(row, pitch)
        self.setFixedHeight(self._height(pitch))
        self.weeks_changed.emit(weeks)

    def _relook(self) -> None:
        palette = self.table.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.colour("card"))
        self.table.setPalette(palette)
        self._lay_out()
        self.updateGeometry()
        self.update()


class DayTable(QTableView):
    """The cells alone: no headers, no grid, no bars; a screen reader meets a table of days."""

    picked = Signal(QModelIndex)

    def __init__(self, days: YearDays, painter: DayPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._painter = painter
        self._kept = KeptPictures(painter.look, most=1)
        self._edition = 0
        self.setModel(days)
        days.modelReset.connect(self._renew)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self.picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose the day; arrows move as in any table."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The year, kept as a picture until it changes, and lines round some of its days."""
        view = self.viewport()
        painter = QPainter(view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._edition, self.columnWidth(WEEKS - 1), self.rowHeight(0)
        year = self._kept.picture(shape, view.size(), view.devicePixelRatioF(), self._paint_year)
        painter.drawPixmap(0, 0, year)
        for day, pen in self._painter.outlines(self._focused(), self._under()):
            cell = self.visualRect(self._days.index_of(day))
            if cell.intersects(event.rect()):
                self._painter.paint_outline(painter, cell, pen)

    def _paint_year(self, painter: QPainter) -> None:
        self._painter.paint_squares(painter, self._cells())

    def _cells(self) -> Iterator[Cell]:
        rows = [(self.rowViewportPosition(row), self.rowHeight(row)) for row in range(7)]
        for column in range(WEEKS):
            if self.isColumnHidden(column):
                continue
            x, width = self.columnViewportPosition(column), self.columnWidth(column)
            for row, (y, height) in enumerate(rows):
                day = self._days.day_in(column, row)
                if day is not None:
                    yield day, QRect(x, y, width, height)

    def _renew(self) -> None:
        """The days are others now."""
        self._edition += 1

    def _focused(self) -> date | None:
        """The current day, where the keyboard leads."""
        led = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return self._days.day_at(self.currentIndex()) if led and self.hasFocus() else None

    def _under(self) -> date | None:
        if not self.viewport().underMouse():
            return None
        return self._days.day_at(self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
