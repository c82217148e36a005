"""The list of sits: a model that reads only what is shown, and how a row is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mindful.ui.look import Look
from mindful.ui.pages.when import day_words, time_words
from mindful.ui.sit_models import HistoryRow
from mindful.wording import _

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `HistoryRow` itself."""

PAD, DAY_WIDTH, GAP = 24, 96, 12
SCALE_WIDTH = 52
"""Pixels of the line on which before and after stand."""


class HistoryModel(QAbstractListModel):
    """Sits, newest first. A row is read from the sequence when it is drawn, not before."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[HistoryRow] = ()
        self._today: datetime | None = None

    @property
    def today(self) -> datetime | None:
        """The day that counts as today."""
        return self._today

    def set_rows(self, rows: Sequence[HistoryRow], today: datetime) -> None:
        """Shows these rows."""
        self.beginResetModel()
        self._rows, self._today = rows, today
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many sits there are; a list has no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its sentence for screen readers, or its note as tooltip."""
        if not index.isValid() or self._today is None:
            return None
        if role == ROW_ROLE:
            return self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row_words(self._rows[index.row()], self._today)
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._rows[index.row()]
            return "\n".join(
                part for part in (row.title, ", ".join(row.feelings), row.note) if part
            )
        return None


class HistoryDelegate(QStyledItemDelegate):
    """Draws a sit: day and time, title with feelings and note, before and after, minutes."""

    def __init__(self, look: Look, model: HistoryModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._compact = False

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
        today = self._model.today
        if not isinstance(row, HistoryRow) or today is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option)
        bar = getattr(option.widget, "verticalScrollBar", None)
        if bar is not None and bar().isVisible():
            box.adjust(0, 0, bar().width(), 0)  # the bar lies in the row's right margin
        if self._compact:
            self._paint_compact(painter, box, row, today)
        else:
            self._paint_wide(painter, box, row, today)
        painter.restore()

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

    def _paint_wide(self, painter: QPainter, box: QRectF, row: HistoryRow, today: datetime) -> None:
        two = self._lines(box, 2)
        day = self._look.px(DAY_WIDTH)
        self._text(painter, two[0].adjusted(PAD, 0, 0, 0), day_words(row.began, today), "day")
        self._text(painter, two[1].adjusted(PAD, 0, 0, 0), time_words(row.began), "time")
        right = self._paint_minutes(painter, box, row)
        if row.before is not None and row.after is not None:
            right = self._paint_change(painter, box, right, row.before, row.after)
        room = QRectF(box.x() + PAD + day, box.y(), right - box.x() - PAD - day - GAP, box.height())
        self._paint_words(painter, room, row)

    def _paint_compact(
        self, painter: QPainter, box: QRectF, row: HistoryRow, today: datetime
    ) -> None:
        when = f"{day_words(row.began, today)}, {time_words(row.began)}"
        line = self._look.line_height("small")
        self._text(painter, QRectF(box.x() + 16, box.y() + 9, box.width(), line), when, "time")
        right = self._paint_minutes(painter, box, row, 16)
        if row.before is not None and row.after is not None:
            right = self._paint_change(painter, box, right, row.before, row.after)
        top = box.y() + 9 + line
        room = QRectF(box.x() + 16, top, right - box.x() - 16 - GAP, box.bottom() - top - 4)
        self._paint_words(painter, room, row)

    def _paint_words(self, painter: QPainter, room: QRectF, row: HistoryRow) -> None:
        lines = self._lines(room, 2 if row.note else 1)
        width = self._text(painter, lines[0], row.title, "title")
        after = lines[0].adjusted(width + 8, 0, 0, 0)
        if row.feelings and after.width() > 24:
            self._text(painter, after, ", ".join(row.feelings), "feelings")
        if row.note:
            self._text(painter, lines[1], " ".join(row.note.split()), "note")

    def _paint_minutes(
        self, painter: QPainter, box: QRectF, row: HistoryRow, pad: int = PAD
    ) -> float:
        """Draws the minutes, and gives the right edge of what may stand before them."""
        unit = _("min")
        metrics = QFontMetricsF(self._font("time"))
        right = box.right() - pad - metrics.horizontalAdvance(unit)
        middle = self._lines(box, 1)[0]
        self._text(painter, QRectF(right, middle.y(), 200, middle.height()), unit, "time")
        number = str(row.minutes)
        left = right - 4 - QFontMetricsF(self._font("minutes")).horizontalAdvance(number)
        self._text(painter, QRectF(left, middle.y(), 200, middle.height()), number, "minutes")
        return right - 4 - QFontMetricsF(self._font("minutes")).horizontalAdvance("00") - GAP

    def _paint_change(
        self, painter: QPainter, box: QRectF, right: float, before: int, after: int
    ) -> float:
        """Before as a ring and after as a dot on a line, and the same in words below."""
        two = self._lines(box, 2)
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
        words = _("{before} to {after}").format(before=before, after=after)
        width = QFontMetricsF(self._font("time")).horizontalAdvance(words)
        self._text(painter, two[1].adjusted(right - two[1].x() - width + 3, 0, 0, 0), words, "time")
        return left

    def _lines(self, box: QRectF, count: int) -> list[QRectF]:
        """The box's one or two lines, in its middle."""
        height = self._look.line_height("label") + 1
        top = box.center().y() - height * count / 2
        return [QRectF(box.x(), top + n * height, box.width(), height) for n in range(count)]

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
        font = self._font(part)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(_INK.get(part, "ink2")))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)


_INK = {"day": "ink", "title": "ink", "minutes": "ink"}


def row_words(row: HistoryRow, today: datetime) -> str:
    """A sit in one sentence, for screen readers."""
    parts = [
        f"{day_words(row.began, today)} {time_words(row.began)}",
        row.title,
        _("1 minute") if row.minutes == 1 else _("{count} minutes").format(count=row.minutes),
        *row.feelings,
    ]
    if row.before is not None and row.after is not None:
        parts.append(_("strength {before} to {after}").format(before=row.before, after=row.after))
    if row.note:
        parts.append(row.note)
    return ", ".join(parts)
