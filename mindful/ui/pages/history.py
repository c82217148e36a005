"""History: the sits, newest first, and the minutes of each week. Facts, not scores."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from mindful.ui.controls import Card, Label, PillButton, Segments
from mindful.ui.controls.scroll import slim_bars
from mindful.ui.look import Look
from mindful.ui.pages.history_rows import ROW_ROLE, HistoryDelegate, HistoryModel
from mindful.ui.paint.weekly_bars import WeekBar, WeeklyBars
from mindful.ui.sit_models import HistoryRow, HistoryView
from mindful.wording import _

MARGIN, GAP = 24, 16
LEFT, RIGHT = 548, 360
"""Widths of the list and of the column beside it in the design; they keep this proportion."""


class HistoryPage(QWidget):
    """The list beside the weeks; before the first sit, one sentence and a way to begin.

    The grid keeps its rows as the design has them: header, the past year, then list and charts.
    """

    opened = Signal(str)
    """Key of the sit that was activated."""
    begin_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = HistoryModel()
        self.delegate = HistoryDelegate(look, self.model)
        self.list = self._make_list()
        self.bars = WeeklyBars(look, _("12 weeks ago"), _("this week"))
        self._list_card = self._make_list_card()
        self._weeks_card = self._make_weeks_card()
        self.empty = self._make_empty()
        self._compact = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN, 25, MARGIN, MARGIN)
        self._grid.setSpacing(GAP)
        self._grid.addWidget(Label(look, _("History"), role="display"), 0, 0, 1, 2)
        options = (("sits", _("Sits")), ("weeks", _("Weeks")))
        self.parts = Segments(look, _("Shown"), options)
        self.parts.set_chosen("sits")
        self.parts.chosen.connect(lambda _key: self._show_parts())
        self._grid.addWidget(self.parts, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self.empty, 2, 0, 1, 2)
        look.changed.connect(self._relook)
        self.set_compact(compact=False)
        self._relook()

    def set_view(self, view: HistoryView) -> None:
        """Shows these sits and weeks."""
        self.model.set_rows(view.rows, view.today)
        count = len(view.weeks)
        self.bars.set_weeks(
            [
                WeekBar(minutes, _week_words(count - 1 - index, minutes))
                for index, minutes in enumerate(view.weeks)
            ],
            _week_name(count - 1) if count > 1 else "",
        )
        self._show_parts()

    def set_compact(self, compact: bool) -> None:
        """The weeks above the list, or beside it."""
        self.delegate.set_compact(compact=compact)
        self._compact = compact
        for card in (self._list_card, self._weeks_card):
            self._grid.removeWidget(card)
        if compact:
            self._grid.addWidget(self._list_card, 3, 0, 1, 2)
            self._grid.addWidget(self._weeks_card, 3, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(self._list_card, 2, 0, 2, 1)
            self._grid.addWidget(self._weeks_card, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, LEFT)
        self._grid.setColumnStretch(1, RIGHT)
        self._grid.setRowStretch(3, 1)
        self.list.scheduleDelayedItemsLayout()
        self._show_parts()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The list has the keyboard, or the way to begin where there is no list."""
        (self.list if self.model.rowCount() else self.begin).setFocus(reason)

    def _show_parts(self) -> None:
        """List and weeks, or in the compact form one of them; a sentence before the first sit."""
        there = self.model.rowCount() > 0
        weeks = self.parts.choice == "weeks"
        self.empty.setVisible(not there)
        self.parts.setVisible(there and self._compact)
        self._list_head.setVisible(not self._compact)
        self._list_card.setVisible(there and not (self._compact and weeks))
        self._weeks_card.setVisible(there and (weeks or not self._compact))

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
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAccessibleName(_("Sits, newest first"))
        view.activated.connect(self._open)
        slim_bars(self._look, view)
        return view

    def _make_list_card(self) -> Card:
        card = Card(self._look, pad=0)
        self._list_head = Label(self._look, _("Sits"), role="heading")
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN, 14, MARGIN, 8)
        inner.addWidget(self._list_head)
        card.column.setContentsMargins(1, 1, 1, 14)
        card.column.addLayout(inner)
        card.column.addWidget(self.list, 1)
        return card

    def _make_weeks_card(self) -> Card:
        card = Card(self._look)
        card.column.setContentsMargins(22, 16, 24, 10)
        card.column.addWidget(Label(self._look, _("Minutes each week"), role="heading"))
        card.column.addSpacing(6)
        card.column.addWidget(self.bars)
        return card

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        self.begin = PillButton(self._look, _("Begin"), "quiet")
        self.begin.clicked.connect(self.begin_asked)
        words = _("Nothing here yet. Your first sit will appear on this page.")
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 24, 0, 0)
        column.addWidget(Label(self._look, words, colour="ink2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return empty

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, HistoryRow):
            self.opened.emit(row.key)

    def _relook(self) -> None:
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.colour("card"))
        self.list.setPalette(palette)
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()


def _week_name(back: int) -> str:
    if back == 0:
        return _("this week")
    return _("last week") if back == 1 else _("{count} weeks ago").format(count=back)


def _week_words(back: int, minutes: int) -> str:
    time = _("1 minute") if minutes == 1 else _("{count} minutes").format(count=minutes)
    return _("{week}: {time}").format(week=_week_name(back), time=time)
