"""The card with the sits: a list of them all, chosen one by one or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from mindful.ui.controls import Card, IconTextButton, Label, Select
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.history_models import HistoryRow
from mindful.ui.look import Look
from mindful.ui.pages.history_list import ROW_ROLE, HistoryModel
from mindful.ui.pages.history_rows import HistoryDelegate
from mindful.ui.pages.history_undo import ChosenLine, UndoLine
from mindful.wording import _

PAD = 24
_SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ListCard(Card):
    """The sits, all of them or those of a day or a week.

    A click or Enter opens a sit; with Ctrl or Shift, several are chosen. `opened` carries the key
    of the sit that was activated, `deleted` the rows to be deleted; `all_wanted` asks for every
    day, `add_asked` for a sit to be added, `ordered` says in which order they are to be.
    """

    opened = Signal(str)
    deleted = Signal(tuple)
    practice_changed = Signal(tuple, str)
    all_wanted = Signal()
    add_asked = Signal()
    ordered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, pad=0, parent=parent)
        self.model = HistoryModel()
        self.delegate = HistoryDelegate(look, self.model)
        self._numbers = True
        self._days, self._compact = "", False
        self._make_parts()
        self.column.addWidget(self._make_head())
        empty = QVBoxLayout()
        empty.setContentsMargins(PAD, 0, PAD, 0)
        empty.addWidget(self._notice)
        empty.addWidget(self.none)
        self.column.addLayout(empty)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.chosen)
        self.column.addWidget(self.undo)
        self.column.setContentsMargins(1, 1, 1, 14)
        look.changed.connect(self._relook)
        self._relook()
        self._show_head()

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows chosen, or the one reached with the keyboard."""
        rows = (
            row for part in self._parts_chosen() for row in range(part.top(), part.bottom() + 1)
        )
        current = self.list.currentIndex()
        return tuple(sorted(rows)) or ((current.row(),) if current.isValid() else ())

    def name_days(self, words: str) -> None:
        """Says which days' sits these are; empty for all."""
        self._days = words
        self._show_head()

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes and strengths, or without."""
        self._numbers = numbers
        self.model.show_numbers(numbers=numbers)
        self.delegate.show_numbers(numbers=numbers)
        self.list.viewport().update()

    def show_notice(self, words: str) -> None:
        """Says what could not be done; empty takes it away."""
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def set_compact(self, compact: bool) -> None:
        """Rows of three lines, or of two."""
        self.delegate.set_compact(compact=compact)
        self._compact = compact
        self._show_head()
        self.list.scheduleDelayedItemsLayout()

    def settle(self, row: int = -1) -> None:
        """Says so where there is no sit to show; comes back to a row where one is given."""
        there = self.model.rowCount() > 0
        self.none.setVisible(not there)
        self.list.setVisible(there)
        self.column.setStretchFactor(self.list, 1 if there else 0)
        self.column.setAlignment(Qt.AlignmentFlag(0) if there else Qt.AlignmentFlag.AlignTop)
        self.chosen.hide()
        self.show_notice("")
        if there and row < 0 and self.list.hasFocus():  # else no row would show the focus
            first, still = self.model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            self.list.selectionModel().setCurrentIndex(first, still)
        if there and row >= 0:
            index = self.model.index(min(row, self.model.rowCount() - 1), 0)
            self.list.setCurrentIndex(index)
            self.list.clearSelection()
            self.list.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete deletes what is chosen; Esc first chooses none."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Delete:
                self._delete()
                return True
            if event.key() == Qt.Key.Key_Escape and not self.chosen.isHidden():
                self.list.clearSelection()
                return True
        return super().eventFilter(watched, event)

    def _make_parts(self) -> None:
        self.list = self._make_list()
        self._title = Label(self.look, _("Sits"), role="heading")
        self.all = IconTextButton(self.look, _("All days"), "x")
        self.add = IconTextButton(self.look, _("Add"), "plus", name=_("Add a past sit"))
        self.add.setToolTip(_("Add a past sit"))
        orders = (
            ("newest", _("Newest first")),
            ("oldest", _("Oldest first")),
            ("longest", _("Longest first")),
            ("shortest", _("Shortest first")),
        )
        self.order = Select(self.look, _("Order"), orders, boxed=False)
        self.none = Label(self.look, _("No sits here."), colour="ink2", wrap=True)
        self._notice = Label(self.look, "", colour="danger", wrap=True)
        self._notice.hide()
        self.chosen, self.undo = ChosenLine(self.look), UndoLine(self.look)
        self.all.clicked.connect(self.all_wanted)
        self.add.clicked.connect(self.add_asked)
        self.order.chosen.connect(self.ordered)
        self.chosen.delete_asked.connect(self._delete)
        self.chosen.practice_asked.connect(self._change_practice)
        self.chosen.cleared.connect(self.list.clearSelection)

    def _make_head(self) -> QWidget:
        head = QWidget()
        head.setMinimumHeight(46)
        row = QHBoxLayout(head)
        row.setContentsMargins(PAD, 2, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._title, 1)
        row.addWidget(self.all)
        row.addWidget(self.add)
        row.addWidget(self.order)
        return head

    def _show_head(self) -> None:
        """The days where some are chosen; then the way back to all of them."""
        self._title.setText(self._days or _("Sits"))
        self.all.setVisible(bool(self._days))
        # Compact, the way to all days needs the room.
        self.add.setVisible(not (self._compact and self._days))
        self.order.setVisible(not self._days)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setUniformItemSizes(True)
        # Fifty thousand rows laid out at once would hold up the first picture by 150 ms.
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(1000)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(_("Sits"))
        self.model.filled.connect(lambda: view.viewport().update())
        view.activated.connect(self._open)
        view.clicked.connect(self._click)
        view.selectionModel().selectionChanged.connect(lambda *_: self._count())
        view.installEventFilter(self)
        slim_bars(self.look, view)
        return view

    def _click(self, index: QModelIndex) -> None:
        if not QGuiApplication.keyboardModifiers() & _SEVERAL:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, HistoryRow):
            self.opened.emit(row.key)

    def _count(self) -> None:
        count = sum(part.height() for part in self._parts_chosen())
        self.chosen.show_count(count, numbers=self._numbers)

    def _parts_chosen(self) -> Sequence[QItemSelectionRange]:
        """Runs of rows: fifty thousand chosen rows are one."""
        # Qt's own list of them is a sequence to Python, which its types do not tell.
        return cast("Sequence[QItemSelectionRange]", self.list.selectionModel().selection())

    def _change_practice(self, exercise: str) -> None:
        if self.rows:
            self.practice_changed.emit(self.rows, exercise)

    def _delete(self) -> None:
        if self.rows:
            self.deleted.emit(self.rows)

    def _relook(self) -> None:
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, self.look.colour("card"))
        self.list.setPalette(palette)
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()
