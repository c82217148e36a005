"""The left side of the Journal: what was written, and a way to take back a deletion."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from mindful.ui.controls import IconTextButton, Label
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.journal.model import ROW_ROLE, JournalModel
from mindful.ui.journal.rows import JournalDelegate
from mindful.ui.journal_models import JournalList, JournalRow
from mindful.ui.look import Look
from mindful.wording import _


class JournalSide(QWidget):
    """The list; `opened` carries the number of what was activated, `passed` of what was gone to."""

    opened = Signal(int)
    passed = Signal(int)
    undo_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.model = JournalModel()
        self.list = _Rows()
        self.none = Label(look, colour="ink2", wrap=True)
        self.none.setContentsMargins(16, 12, 16, 0)
        self._undo_words = Label(look, role="small", colour="ink2", wrap=True)
        self.undo = IconTextButton(look, _("Undo"))
        self._undo_row = QWidget()
        row = QHBoxLayout(self._undo_row)
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(self._undo_words, 1)
        row.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._undo_row)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._column = column
        self._set_up_list()
        self.undo.clicked.connect(self.undo_wanted)
        self.show_undo("")
        look.changed.connect(self._relook)
        self._relook()

    def show_list(self, view: JournalList, *, hidden: bool) -> None:
        """Shows these rows; without any, says so."""
        self.model.show_list(view, hidden=hidden)
        self._show_words(
            ""
            if view.count
            else _("Nothing you wrote holds those words.")
            if view.searched
            else _("Nothing here yet. What you write after a sit will appear on this page.")
        )

    def show_trouble(self, words: str) -> None:
        """Says why nothing can be shown."""
        self._show_words(words)

    def show_undo(self, words: str) -> None:
        """Says what was just done and can be taken back; empty for nothing."""
        self._undo_words.setText(words)
        self._undo_row.setVisible(bool(words))

    def mark(self, key: int) -> None:
        """Marks the row of this number, if it is among the first ones."""
        for place in range(min(self.model.rowCount(), 100)):
            row = self.model.index(place).data(ROW_ROLE)
            if isinstance(row, JournalRow) and row.key == key:
                self.list.setCurrentIndex(self.model.index(place))
                return

    def unmark(self) -> None:
        """Marks no row."""
        self.list.clearSelection()

    @property
    def current(self) -> int | None:
        """Number of the row that is marked."""
        row = self.list.currentIndex().data(ROW_ROLE)
        return row.key if isinstance(row, JournalRow) else None

    def _show_words(self, words: str) -> None:
        """The list, or at its top words in place of it."""
        self.none.setText(words)
        self.none.setVisible(bool(words))
        self.list.setVisible(not words)
        self._column.setStretch(self._column.count() - 1, int(bool(words)))

    def _set_up_list(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(JournalDelegate(self._look, self.model))
        view.setUniformItemSizes(True)
        # Fifty thousand rows laid out at once would hold up the first picture by 150 ms.
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(1000)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(_("What you wrote, newest first"))
        slim_bars(self._look, view)
        self.model.filled.connect(lambda: view.viewport().update())
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        view.gone_to.connect(self._pass)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, JournalRow):
            self.opened.emit(row.key)

    def _pass(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, JournalRow):
            self.passed.emit(row.key)

    def _relook(self) -> None:
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.list.setPalette(palette)
        self.list.viewport().setAutoFillBackground(False)
        self.list.scheduleDelayedItemsLayout()


class _Rows(QListView):
    """Says which row the arrows have gone to."""

    gone_to = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As any list; Esc is the page's."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.gone_to.emit(self.currentIndex())
