"""How a sit is drawn in the list."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTime
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mindful.ui.history_models import HistoryRow
from mindful.ui.journal_models import DOTS
from mindful.ui.look import Look
from mindful.ui.pages.history_list import ROW_ROLE, HistoryModel, Index
from mindful.ui.pages.when import clock_words, time_words, widest_days
from mindful.wording import _

PAD, DAY_WIDTH, GAP = 24, 96, 12
SCALE_WIDTH = 52
"""Pixels of the line on which before and after stand."""


class HistoryDelegate(QStyledItemDelegate):
    """Draws a sit: day and time, title with feelings and note, before and after, minutes."""

    def __init__(self, look: Look, model: HistoryModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._compact = False
        self._numbers = True
        self._days: dict[float, int] = {}
        self._fonts: dict[tuple[str, float], tuple[QFont, QFontMetricsF]] = {}

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes and strengths, or without."""
        self._numbers = numbers

    def set_compact(self, *, compact: bool) -> None:
        """Day and time above the title, or beside it."""
        self._compact = compact

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Room for two lines, or three in the compact form; the same for every row."""
        small, label = self._look.line_height("small"), self._look.line_height("label")
        lines = small + label + (small + 4 if self._compact else 0)
        return QSize(200, lines + 19)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, a line below, and the parts."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option)
        if isinstance(row, HistoryRow):
            self._paint_row(painter, option, box, row)
        painter.restore()

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        row: HistoryRow,
    ) -> None:
        bar = getattr(option.widget, "verticalScrollBar", None)
        if bar is not None and bar().isVisible():
            box.adjust(0, 0, bar().width(), 0)  # the bar lies in the row's right margin
        if self._compact:
            self._paint_compact(painter, box, row)
        else:
            self._paint_wide(painter, box, row)

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.colour("primarySoft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self._look.colour("primarySoft", 0.4))
        line = QRectF(box.x(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, self._look.colour("line"))
        focused = state & QStyle.StateFlag.State_HasFocus
        if focused and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -5), 10, 10)

    def _paint_wide(self, painter: QPainter, box: QRectF, row: HistoryRow) -> None:
        two = self._lines(box, 2)
        day = self._day_room()
        words = self._model.day_words(row), time_words(row.began)
        for line, text, part in zip(two, words, ("day", "time"), strict=True):
            self._text(painter, line.adjusted(PAD, 0, 0, 0), text, part)
        right = self._paint_minutes(painter, box, row)
        if row.before is not None and row.after is not None:
            right = self._paint_change(painter, box, right, row.before, row.after)
        room = QRectF(box.x() + PAD + day, box.y(), right - box.x() - PAD - day - GAP, box.height())
        self._paint_words(painter, room, row)

    def _paint_compact(self, painter: QPainter, box: QRectF, row: HistoryRow) -> None:
        when = f"{self._model.day_words(row)}, {time_words(row.began)}"
        line = self._look.line_height("small")
        # Without a note, the two lines stand in the middle of three.
        top = box.y() + 9 + (0 if row.note else line / 2)
        self._text(painter, QRectF(box.x() + 16, top, box.width(), line), when, "time")
        right = self._paint_minutes(painter, box, row, 16)
        if row.before is not None and row.after is not None:
            right = self._paint_change(painter, box, right, row.before, row.after)
        top += line
        room = QRectF(box.x() + 16, top, right - box.x() - 16 - GAP, box.bottom() - top - 4)
        if not row.note:
            room.setHeight(self._look.line_height("label") + 4)
        self._paint_words(painter, room, row)

    def _paint_words(self, painter: QPainter, room: QRectF, row: HistoryRow) -> None:
        lines = self._lines(room, 2 if row.note else 1)
        width = self._text(painter, lines[0], row.title, "title")
        after = lines[0].adjusted(width + 8, 0, 0, 0)
        if row.feelings and after.width() > 24:
            self._text(painter, after, ", ".join(row.feelings), "feelings")
        if row.note:
            note = DOTS if self._model.hidden else " ".join(row.note.split())
            self._text(painter, lines[1], note, "note")

    def _paint_minutes(
        self, painter: QPainter, box: QRectF, row: HistoryRow, pad: int = PAD
    ) -> float:
        """Draws the minutes, and gives the right edge of what may stand before them."""
        if not self._numbers:
            return box.right() - pad
        unit = _("min")
        metrics = self._written("time")[1]
        right = box.right() - pad - metrics.horizontalAdvance(unit)
        middle = self._lines(box, 1)[0]
        self._text(painter, QRectF(right, middle.y(), 200, middle.height()), unit, "time")
        number = str(row.minutes)
        figures = self._written("minutes")[1]
        left = right - 4 - figures.horizontalAdvance(number)
        self._text(painter, QRectF(left, middle.y(), 200, middle.height()), number, "minutes")
        return right - 4 - figures.horizontalAdvance("00") - GAP

    def _paint_change(
        self, painter: QPainter, box: QRectF, right: float, before: int, after: int
    ) -> float:
        """Before as a ring and after as a dot on a line, and the same in words below."""
        two = self._lines(box, 2 if self._numbers else 1)
        left = right - SCALE_WIDTH
        y = two[0].center().y()
        painter.setPen(QPen(self._look.colour("line"), 1.5))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        at = {
            value: QPointF(left + 4 + (SCALE_WIDTH - 8) * value / 10, y)
            for value in (before, after)
        }
        painter.setPen(QPen(self._look.colour("before"), 1.8))
        painter.setBrush(self._look.colour("card"))
        painter.drawEllipse(at[before], 3.6, 3.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("after"))
        painter.drawEllipse(at[after], 4, 4)
        if not self._numbers:
            return left
        words = _("{before} to {after}").format(before=before, after=after)
        width = self._written("time")[1].horizontalAdvance(words)
        self._text(painter, two[1].adjusted(right - two[1].x() - width + 3, 0, 0, 0), words, "time")
        return min(left, right - width)

    def _day_room(self) -> int:
        """Pixels of the column of days, the same in every row: of the widest day and time."""
        if self._look.scale not in self._days:
            day, time = self._written("day")[1], self._written("time")[1]
            clocks = (clock_words(QTime(hour, 58)) for hour in (10, 22))
            widest = (
                *(day.horizontalAdvance(words) for words in widest_days()),
                *(time.horizontalAdvance(words) for words in clocks),
            )
            room = math.ceil(max(widest)) + GAP
            self._days[self._look.scale] = max(self._look.px(DAY_WIDTH), room)
        return self._days[self._look.scale]

    def _lines(self, box: QRectF, count: int) -> list[QRectF]:
        """The box's one or two lines, in its middle."""
        height = self._look.line_height("label") + 1
        top = box.center().y() - height * count / 2
        return [QRectF(box.x(), top + n * height, box.width(), height) for n in range(count)]

    def _written(self, part: str) -> tuple[QFont, QFontMetricsF]:
        """A part's font and its measures, made once for each text size."""
        key = part, self._look.scale
        if key not in self._fonts:
            font = self._font(part)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]

    def _font(self, part: str) -> QFont:
        if part == "note":
            font = self._look.font("title")
            font.setPointSizeF(font.pointSizeF() * 16 / 28)
            return font
        role, weight = {
            "day": ("small", 500),
            "title": ("label", 500),
            "minutes": ("label", 500),
        }.get(part, ("small", 400))
        return self._look.font(role, weight=weight, tabular=part in {"time", "minutes"})

    def _text(self, painter: QPainter, box: QRectF, text: str, part: str) -> float:
        """Writes the part, elided, and gives the pixels it took."""
        font, metrics = self._written(part)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(_INK.get(part, "ink2")))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)


_INK = {"day": "ink", "title": "ink", "minutes": "ink"}
