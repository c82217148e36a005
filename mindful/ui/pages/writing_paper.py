"""Ruled paper: a place to write in the person's own hand, and to read what they wrote."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mindful.ui.controls.field import writing_palette
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.look import Look

ROLE = "page"
"""Role of the type scale of what is written by hand."""

MARGIN = 2
"""Pixels between the edge and the words."""

READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)

BELOW = 0.8
"""Where in a line its rule lies, as a share of the line's height."""


class Paper(QTextEdit):
    """Serif, on faint rules, without a box. Tab leaves it.

    Args:
        look: the look.
        name: what is written there, for a screen reader.
        readable: what stands there can be read and copied, not altered.
    """

    def __init__(
        self, look: Look, name: str, *, readable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        if readable:
            self.setTextInteractionFlags(READING)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(MARGIN)
        slim_bars(look, self)
        look.changed.connect(self._relook)
        self._relook()

    @property
    def words(self) -> str:
        """What is written there."""
        return self.toPlainText()

    def set_words(self, words: str) -> None:
        """Replaces what is written there."""
        self.setPlainText(words)
        self._space_lines()

    def sizeHint(self) -> QSize:
        """Six lines of about forty letters."""
        return QSize(self._look.px(420), 6 * self._look.line_height(ROLE))

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._look.px(140), 2 * self._look.line_height(ROLE) + 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rules, which move with the words, then what Qt writes."""
        if not self.isReadOnly():
            self._paint_rules()
        super().paintEvent(event)

    def _paint_rules(self) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._look.colour("line"), 1))
        step = self._look.line_height(ROLE)
        y = MARGIN + step * BELOW - self.verticalScrollBar().value()
        y += step * max(0, -int(y // step))
        while y < self.viewport().height():
            painter.drawLine(QLineF(0, round(y) + 0.5, self.viewport().width(), round(y) + 0.5))
            y += step
        painter.end()

    def _relook(self) -> None:
        self.setFont(self._look.font(ROLE))
        self.setPalette(writing_palette(self._look, self.palette()))
        self._space_lines()
        self.updateGeometry()
        self.viewport().update()

    def _space_lines(self) -> None:
        """Gives every line the height of the rules; new ones take it over from the last."""
        unheard = QSignalBlocker(self)
        lines = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines.setLineHeight(self._look.line_height(ROLE), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        unheard.unblock()
