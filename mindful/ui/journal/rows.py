"""How something written is drawn in the list: the day, where it came from, two lines of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mindful.ui.journal.model import ROW_ROLE, Index, JournalModel, shown
from mindful.ui.journal_models import DOTS, JournalRow
from mindful.ui.look import Look

PAD, TOP, BETWEEN = 16, 13, 5
"""Pixels beside the words, above them, and from row to row."""
SIZE, LINE = 18 / 20, 24 / 32
"""Of the words in the list, as shares of those on a page."""
FADED = 400
"""Letters of the source are lighter than the day's; their weight."""


class JournalDelegate(QStyledItemDelegate):
    """Draws a row; all are of one height, so that any number of them is laid out at once."""

    def __init__(self, look: Look, model: JournalModel) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines."""
        lines = self._look.line_height("small") + 2 * self._line()
        return QSize(200, lines + 2 * TOP + 4 + BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 0, 0, -BETWEEN)
        self._paint_ground(painter, box, option)
        if isinstance(row, JournalRow):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_words(painter, box.adjusted(PAD, TOP, -PAD, 0), row, chosen=chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        state, flags = option.state, QStyle.StateFlag
        radius = float(self._look.token("radius", "md"))
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (flags.State_Selected | flags.State_MouseOver):
            alpha = 1.0 if state & flags.State_Selected else 0.5
            painter.setBrush(self._look.colour("primarySoft", alpha))
            if self._look.high_contrast and state & flags.State_Selected:
                painter.setPen(QPen(self._look.colour("lineStrong"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if state & flags.State_HasFocus and state & flags.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _paint_words(
        self, painter: QPainter, box: QRectF, row: JournalRow, *, chosen: bool
    ) -> None:
        head = QRectF(box.x(), box.y(), box.width(), self._look.line_height("small"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(day := self._look.font("small", weight=600))
        painter.setPen(self._look.colour("ink"))
        words = self._model.day_words(row)
        painter.drawText(head, middle, words)
        head.adjust(QFontMetricsF(day).horizontalAdvance(words) + PAD, 0, 0, 0)
        painter.setFont(source := self._look.font("small", weight=FADED))
        painter.setPen(self._look.colour("ink2"))
        fitting = QFontMetricsF(source).elidedText(
            row.source, Qt.TextElideMode.ElideRight, head.width()
        )
        painter.drawText(head, middle | Qt.AlignmentFlag.AlignRight, fitting)
        painter.setPen(self._look.colour("ink" if chosen else "ink2"))
        text = DOTS if self._model.hidden else shown(row.text)
        self._paint_text(painter, QPointF(box.x(), head.bottom() + 3), box.width(), text)

    def _paint_text(self, painter: QPainter, at: QPointF, width: float, text: str) -> None:
        """Two lines; what does not fit is elided at the end of the second."""
        font = self._font()
        layout = QTextLayout(text, font)
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(width)
        layout.endLayout()
        ends = first.textLength() if first.isValid() else 0
        rest = QFontMetricsF(font).elidedText(text[ends:], Qt.TextElideMode.ElideRight, width)
        painter.setFont(font)
        for place, words in enumerate((text[:ends].rstrip(), rest)):
            line = QRectF(at.x(), at.y() + place * self._line(), width, self._line())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    def _font(self) -> QFont:
        font = self._look.font("page")
        font.setPointSizeF(font.pointSizeF() * SIZE)
        return font

    def _line(self) -> int:
        return round(self._look.line_height("page") * LINE)
