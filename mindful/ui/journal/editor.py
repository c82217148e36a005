"""A page of the journal to write on. What stands there is handed over each second as a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from mindful.ui.controls import Card, IconTextButton, Label, PillButton, Rule
from mindful.ui.journal.sheet import COMPACT_PAD, PAD
from mindful.ui.journal_models import Writing
from mindful.ui.look import Look
from mindful.ui.pages.writing_paper import Paper
from mindful.wording import _

EACH = 1000
"""Milliseconds from one handing over of the draft to the next, while something is typed."""


class EditorCard(Card):
    """Paper, and what becomes of it. Esc puts it aside; its draft is kept."""

    drafted = Signal(str)
    saved = Signal(str)
    dropped = Signal()
    """The draft is not to be kept."""
    put_aside = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, pad=0)
        self._told = ""
        self.back = IconTextButton(look, _("All pages"), "arrow-left")
        self.when = Label(look, role="small", colour="ink2", wrap=True)
        self.paper = Paper(look, _("Your words"))
        self.notice = Label(look, role="small", wrap=True)
        self.drop = IconTextButton(look, _("Don’t keep this"), colour="ink", flush=True)
        self.save = PillButton(look, _("Save"), "outline")
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.setInterval(EACH)
        self._lay_out(look)
        self._connect()
        self.set_compact(compact=False)

    def begin(self, writing: Writing) -> None:
        """Shows what is written now, ready to be gone on with."""
        self._told = writing.text
        self.when.setText(writing.when)
        self.paper.set_words(writing.text)
        self._second.stop()
        self.paper.moveCursor(self.paper.textCursor().MoveOperation.End)
        self.show_notice(writing.notice)
        self._allow()

    def show_notice(self, words: str) -> None:
        """Says something about the page, such as that it could not be saved."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def hand_over(self) -> None:
        """Hands the draft over now, if it has changed."""
        self._second.stop()
        if self.paper.words != self._told:
            self._told = self.paper.words
            self.drafted.emit(self._told)

    def set_compact(self, *, compact: bool) -> None:
        """With the way back and smaller margins; or beside the list."""
        self.back.setVisible(compact)
        pad = COMPACT_PAD if compact else PAD
        self.column.setContentsMargins(pad, 8 if compact else 32, pad, 12 if compact else 22)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when the page goes."""
        super().hideEvent(event)
        self.hand_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, which the paper has no use for, puts it aside."""
        if event.key() == Qt.Key.Key_Escape:
            self._put_aside()
        else:
            super().keyPressEvent(event)

    def _put_aside(self) -> None:
        self.hand_over()
        self.put_aside.emit()

    def _save(self) -> None:
        if self.save.isEnabled():
            self.hand_over()
            self.saved.emit(self.paper.words)

    def _typed(self) -> None:
        if not self._second.isActive():
            self._second.start()
        self._allow()

    def _allow(self) -> None:
        self.save.setEnabled(bool(self.paper.words.strip()))

    def _lay_out(self, look: Look) -> None:
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.when)
        self.column.addSpacing(14)
        self.column.addWidget(self.paper, 1)
        self.column.addSpacing(8)
        self.column.addWidget(self.notice)
        self.column.addSpacing(8)
        self.column.addWidget(Rule(look))
        self.column.addSpacing(12)
        acts = QHBoxLayout()
        acts.addWidget(self.drop)
        acts.addStretch(1)
        acts.addWidget(self.save)
        self.column.addLayout(acts)

    def _connect(self) -> None:
        self.paper.textChanged.connect(self._typed)
        self._second.timeout.connect(self.hand_over)
        self.save.clicked.connect(self._save)
        self.drop.clicked.connect(self.dropped)
        self.back.clicked.connect(self._put_aside)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)
