"""The Journal: everything a person wrote, to read, to find, and to write on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.journal.editor import EditorCard
from mindful.ui.journal.head import JournalHead
from mindful.ui.journal.sheet import SheetCard
from mindful.ui.journal.side import JournalSide
from mindful.ui.journal_models import JournalList, JournalSheet, Writing
from mindful.ui.look import Look

MARGIN, GAP = 24, 24
LEFT = 340
"""Width of the list at the design's text size."""


class JournalPage(QWidget):
    """The list on the left, a page on the right; compact, one at a time."""

    searched = Signal(str)
    opened = Signal(int)
    """Number of what is to be shown in full."""
    rows_wanted = Signal(int)
    write_wanted = Signal()
    edit_wanted = Signal(int)
    delete_wanted = Signal(int)
    undo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compact: bool | None = None
        self._sheet: JournalSheet | None = None
        self._writing = False
        self._turned = False
        self._awaited = False
        self.head = JournalHead(look)
        self.side = JournalSide(look)
        self.sheet = SheetCard(look)
        self.editor = EditorCard(look)
        self._lay_out()
        self._connect()
        self._add_keys()
        look.changed.connect(self._fit)
        self.set_compact(compact=False)

    # What is shown

    def show_list(self, view: JournalList, *, hidden: bool) -> None:
        """Shows these rows, with their words or with dots; a page that is open stays open."""
        self.side.show_list(view, hidden=hidden)
        if self._sheet is not None:
            self.side.mark(self._sheet.key)
        if view.count == 0 and not view.searched:
            self._sheet = None
        self._show_parts()
        if self._awaited:
            self._awaited = False
            self.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def show_sheet(self, sheet: JournalSheet, *, turn: bool) -> None:
        """Shows one page in full; `turn` leads to it, from the paper or a list shown alone."""
        self._sheet = sheet
        self._turned = turn
        self._writing = self._writing and not turn
        self.sheet.show_sheet(sheet)
        if not self._writing:
            self.side.mark(sheet.key)
        self._show_parts()
        if turn and self._compact:
            self.sheet.back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_writing(self, writing: Writing) -> None:
        """Shows the paper, with the keyboard on it."""
        self._writing = True
        if writing.fresh:
            self.side.unmark()
        self.editor.begin(writing)
        self._show_parts()
        self.editor.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_no_sheet(self) -> None:
        """Shows no page: what was open is gone, or nothing was opened yet."""
        self._sheet = None
        self._writing = self._turned = False
        self.side.unmark()
        self._show_parts()

    def end_writing(self) -> None:
        """Back from the paper to what was shown before it."""
        if self._writing:
            self._writing = False
            if self._sheet is not None:
                self.side.mark(self._sheet.key)
            self._show_parts()
            self.take_focus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def writing(self) -> bool:
        """The paper is shown."""
        return self._writing

    # The window

    def set_compact(self, compact: bool) -> None:
        """List and page one at a time, or beside each other."""
        if compact != self._compact:
            self._compact = compact
            self.head.set_compact(compact=compact)
            self.sheet.set_compact(compact=compact)
            self.editor.set_compact(compact=compact)
            self._fit()
            self._show_parts()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The paper has the keyboard, or the page that is open, the list, the way to write."""
        if self._writing:
            self.editor.paper.setFocus(reason)
        elif self._compact and self._turned:
            self.sheet.back.setFocus(reason)
        elif self.side.model.rowCount():
            self.side.list.setFocus(reason)
        else:
            self.head.write.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the list; arrows that the search passes on lead there too."""
        if event.key() == Qt.Key.Key_Escape and self._turned:
            self._turn_back()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.head.search.hasFocus():
            self.side.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # Building

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._row.addWidget(self.side)
        self._row.addWidget(self.sheet, 1)
        self._row.addWidget(self.editor, 1)
        self._blank = QWidget()
        self._row.addWidget(self._blank, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 28, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.head)
        self._column.addLayout(self._row, 1)

    def _connect(self) -> None:
        self.head.searched.connect(self.searched)
        self.head.write_wanted.connect(self.write_wanted)
        self.head.list_wanted.connect(self._leave_search)
        self.side.model.wanted.connect(self.rows_wanted)
        self.side.opened.connect(self._open)
        self.side.passed.connect(self._pass)
        self.side.undo_wanted.connect(self.undo_wanted)
        self.sheet.left.connect(self._turn_back)
        self.sheet.edit_wanted.connect(lambda: self._with_sheet(self.edit_wanted.emit))
        self.sheet.delete_wanted.connect(lambda: self._with_sheet(self.delete_wanted.emit))
        self.editor.put_aside.connect(self.end_writing)

    def _add_keys(self) -> None:
        # Anywhere in the window, for a page that is hidden hears none.
        for keys, act in (("Ctrl+F", self._find), ("Ctrl+N", self.write_wanted.emit)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # Choosing

    def _find(self) -> None:
        if self._compact:
            self._turn_back()
        self.head.begin_search()

    def _leave_search(self) -> None:
        """The keyboard goes to what was found, as soon as there is any."""
        self._awaited = self.side.model.rowCount() == 0
        if not self._awaited:
            self.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, key: int) -> None:
        self._turned = True
        self.opened.emit(key)

    def _pass(self, key: int) -> None:
        """The arrows show each page they come by, where there is room for one."""
        if not self._compact:
            self.opened.emit(key)

    def _turn_back(self) -> None:
        self._turned = False
        self._show_parts()
        self.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def _with_sheet(self, tell: Callable[[int], None]) -> None:
        if self._sheet is not None:
            tell(self._sheet.key)

    def _fit(self) -> None:
        if self._compact:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(self._look.px(LEFT))
        self._column.setSpacing(12 if self._compact else GAP)

    def _show_parts(self) -> None:
        """What there is to be seen now, of all that may be."""
        alone = bool(self._compact)
        open_sheet = self._sheet is not None and not self._writing
        turned = self._writing or (self._turned and open_sheet)
        self.head.setVisible(not (alone and turned))
        self.side.setVisible(not (alone and turned))
        self.sheet.setVisible(open_sheet and (turned or not alone))
        self.editor.setVisible(self._writing)
        self._blank.setVisible(not alone and not open_sheet and not self._writing)
