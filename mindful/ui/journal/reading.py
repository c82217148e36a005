"""A page of the journal to read: the person's own words, as typed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from mindful.ui.controls.field import writing_palette
from mindful.ui.controls.focus import FocusRing
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.journal_models import Passage
from mindful.ui.look import Look
from mindful.ui.pages.writing_paper import READING
from mindful.wording import _

LARGER = 1.1
"""Size of the words, as a share of those one writes."""
ABOVE_PROMPT, BELOW_PROMPT = 20, 4
"""Pixels."""


class Reading(QTextEdit):
    """Can be read, scrolled and copied from by mouse and by keyboard; Tab leaves it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._passages: tuple[Passage, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(READING)
        self.setAccessibleName(_("What was written"))
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        slim_bars(look, self)
        self.ring = FocusRing(look, self, radius=lambda: float(look.token("radius", "sm")))
        look.changed.connect(self._relook)
        self._relook()

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        """Shows these texts, each below what was asked, from the top."""
        self._passages = passages
        self._write()
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(self._look.px(140), 2 * self._line())

    def _relook(self) -> None:
        self.setPalette(writing_palette(self._look, self.palette()))
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        first = True
        for passage in self._passages:
            if passage.prompt:
                above = 0 if first else ABOVE_PROMPT
                self._insert(cursor, passage.prompt, first=first, prompt=True, above=above)
                first = False
            for paragraph in passage.text.split("\n"):
                self._insert(cursor, paragraph, first=first, prompt=False)
                first = False
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(
        self, cursor: QTextCursor, text: str, *, first: bool, prompt: bool, above: int = 0
    ) -> None:
        lines, letters = QTextBlockFormat(), QTextCharFormat()
        height = self._look.line_height("small") if prompt else self._line()
        lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        lines.setTopMargin(above)
        lines.setBottomMargin(BELOW_PROMPT if prompt else 0)
        letters.setFont(self._look.font("small") if prompt else self._font())
        letters.setForeground(self._look.colour("ink2" if prompt else "ink"))
        if first:
            cursor.setBlockFormat(lines)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(lines, letters)
        cursor.insertText(text, letters)

    def _font(self) -> QFont:
        font = self._look.font("page")
        font.setPointSizeF(font.pointSizeF() * LARGER)
        return font

    def _line(self) -> int:
        return round(self._look.line_height("page") * LARGER)
