"""The right side of the Journal: one page to read, with what was kept beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mindful.ui.controls import Card, IconTextButton, Label, Rule
from mindful.ui.journal.reading import Reading
from mindful.ui.journal_models import JournalSheet
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.wording import _

PAD, COMPACT_PAD, LOW = 40, 20, 260
"""Pixels beside the text, and the height, growing with the text, below which it is alone."""


class Word(Label):
    """A word in an outlined pill, to be read only."""

    def __init__(self, look: Look, word: str) -> None:
        super().__init__(look, word, role="label")
        self.setContentsMargins(14, 8, 14, 8)

    def sizeHint(self) -> QSize:
        """The whole word."""
        return QSize(super().sizeHint().width() + 1, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, and the word in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line"), 1))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        painter.end()
        super().paintEvent(event)


class SheetCard(Card):
    """Shows one page; says what is wished with it."""

    left = Signal()
    """Back to the list, in the compact layout."""
    edit_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, pad=0)
        self.back = IconTextButton(look, _("All pages"), "arrow-left")
        self.when = Label(look, role="small", colour="ink2", wrap=True)
        self.reading = Reading(look)
        self._words = QWidget()
        self._flow = FlowLayout(self._words, gap=10)
        self.edit = IconTextButton(look, _("Edit"))
        self.delete = IconTextButton(look, _("Delete"))
        self._lay_out(look)
        self.back.clicked.connect(self.left)
        self.edit.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.set_compact(compact=False)

    def show_sheet(self, sheet: JournalSheet) -> None:
        """Shows this page from its top."""
        self.when.setText(sheet.when)
        self.reading.show_passages(sheet.passages)
        self.edit.set_words(_("Edit") if sheet.note else _("Add a note"))
        self.delete.setVisible(sheet.free)
        while self._flow.count():
            widget = self._flow.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for word in sheet.feelings:
            self._flow.addWidget(Word(self.look, word))
        if sheet.strengths:
            told = Label(self.look, sheet.strengths, role="small", colour="ink2")
            told.setContentsMargins(6, 8, 0, 8)
            self._flow.addWidget(told)
        self._words.updateGeometry()

    def set_compact(self, *, compact: bool) -> None:
        """With the way back and smaller margins; or beside the list."""
        self.back.setVisible(compact)
        pad = COMPACT_PAD if compact else PAD
        self.column.setContentsMargins(pad, 8 if compact else 32, pad, 12 if compact else 28)
        self.when.setContentsMargins(0, 8 if compact else 0, 0, 0)
        (self._foot if compact else self._top).removeWidget(self._acts)
        (self._top if compact else self._foot).addWidget(self._acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, the words have the room; History tells the rest as well."""
        super().resizeEvent(event)
        self._words.setVisible(self.height() >= self.look.px(LOW))

    def _lay_out(self, look: Look) -> None:
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(12)
        acts.addWidget(self.delete)
        acts.addWidget(self.edit)
        self._top, self._foot = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.back)
        self._top.addStretch(1)
        self.column.addLayout(self._top)
        self.column.addWidget(self.when)
        self.column.addSpacing(14)
        self.column.addWidget(self.reading, 1)
        self.column.addSpacing(12)
        self.column.addWidget(Rule(look))
        self.column.addSpacing(18)
        self._foot.addWidget(self._words, 1)
        self._foot.addStretch(0)
        self.column.addLayout(self._foot)
