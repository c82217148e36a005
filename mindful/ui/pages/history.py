"""History: the past year, the sits, minutes each week, before and after. Facts, not scores."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import Label, PillButton, Segments
from mindful.ui.history_models import (
    FeelingChange,
    HistoryFilter,
    HistoryOptions,
    PastSit,
    SitsView,
    YearView,
)
from mindful.ui.look import Look
from mindful.ui.pages.history_cards import ChangesCard, ListCard, WeeksCard, YearCard, week_name
from mindful.ui.pages.history_head import HistoryHead
from mindful.ui.pages.history_layout import inset, scrolling_column
from mindful.ui.pages.history_sit import PastSitPage
from mindful.ui.paint.year_cells import day_name
from mindful.wording import _

MARGIN, GAP = 24, 16
TALL = 560
"""Pixels, growing with the text, from which the compact page has room for its title."""
LEFT, RIGHT = 548, 360
"""Widths of the list and of the column beside it in the design; they keep this proportion."""


class HistoryPage(QWidget):
    """The past year above, the list below it on the left, weeks and feelings on the right.

    Compact, the list and the pictures are shown one at a time. Before the first sit: one
    sentence and a way to begin. A sit opens a page of its own in the same place.
    """

    opened = Signal(str)
    """Key of the sit that was activated."""
    begin_asked = Signal()
    filtered = Signal(HistoryFilter)
    rows_wanted = Signal(int)
    """Number of a page of rows that came into view."""
    numbers_wished = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.filter = HistoryFilter()
        self._compact: bool | None = None
        self._numbers = True
        self._sit: PastSit | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_compact(compact=False)

    # What is shown

    def show_sits(self, view: SitsView) -> None:
        """Shows these sits in the list."""
        self.model.show_sits(view)
        self.sits.settle()
        narrowed = self.filter != HistoryFilter()
        self._there = view.count > 0 or narrowed
        self._empty_words.setText(_("Nothing here yet. Your first sit will appear on this page."))
        self._show_parts()

    def show_year(self, view: YearView, weeks: tuple[int, ...]) -> None:
        """Shows what was sat by day, and in each of the last weeks, the present one last."""
        self.year.show_year(view)
        self.weeks.show_weeks(weeks)

    def show_changes(self, changes: tuple[FeelingChange, ...]) -> None:
        """Shows before and after by feeling; without any, the card is left out."""
        self.changes.show_changes(changes)
        self.changes.setVisible(bool(changes))

    def show_options(self, options: HistoryOptions) -> None:
        """Offers these practices and feelings as filters."""
        self.head.show_options(options)

    def show_numbers(self, *, numbers: bool) -> None:
        """With numbers, or without a single one."""
        self._numbers = numbers
        self.head.numbers.show_numbers(numbers=numbers)
        for card in (self.year, self.sits, self.weeks, self.changes):
            card.show_numbers(numbers=numbers)
        if self._sit is not None:
            self.past.show_sit(self._sit, numbers=numbers)

    def show_sit(self, sit: PastSit) -> None:
        """Shows a sit's own page."""
        self._sit = sit
        self.past.show_sit(sit, numbers=self._numbers)
        self._show_parts()
        self.past.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def show_all(self) -> None:
        """Back from a sit's page to the list."""
        if self._sit is not None:
            self._sit = None
            self._show_parts()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_trouble(self, words: str) -> None:
        """Says why nothing can be shown."""
        self._there = False
        self._empty_words.setText(words)
        self._show_parts()

    def set_compact(self, compact: bool) -> None:
        """List and pictures one at a time, or beside each other."""
        if compact == self._compact:
            return
        self._compact = compact
        self._fit_head()
        self.sits.set_compact(compact)
        # In the wide layout, the bar of the right column stands in the page's margin.
        self._main.setContentsMargins(0, 0, MARGIN if compact else MARGIN - GAP, 0)
        if compact:
            self._pictures.insertWidget(0, self.year)
            self._pictures.insertWidget(1, self._aside)
        else:
            self._above.addWidget(self.year)
            self._beside_column.insertWidget(0, self._aside)
        self._show_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes room for the list where the window is low."""
        super().resizeEvent(event)
        self._fit_head()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The list has the keyboard, or the way to begin where there is no list."""
        if self._sit is not None:
            self.past.take_focus(reason)
        else:
            (self.list if self._there else self.begin).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back: from a sit to the list, from a day to all days."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._sit is not None:
            self.show_all()
        elif self.filter.since is not None:
            self._choose_days(None, None)

    # Choosing

    def _choose_day(self, day: date) -> None:
        """A day of the year narrows the list; the same day again widens it."""
        again = (self.filter.since, self.filter.until) == (day, day)
        self._choose_days(*((None, None) if again else (day, day)))

    def _choose_week(self, number: int) -> None:
        last = self.weeks.bars.count() - 1
        today = self.year.year.days.today
        monday = today - timedelta(days=today.weekday(), weeks=last - number)
        again = self.filter.since == monday != self.filter.until
        self._choose_days(*((None, None) if again else (monday, monday + timedelta(days=6))))

    def _choose_days(self, since: date | None, until: date | None) -> None:
        self._filter(since, until)
        if self._compact and since is not None:
            self.parts.set_chosen("sits")
            self._show_parts()

    def _choose_feeling(self, number: int) -> None:
        word = self.changes.dumbbells.changes[number].word
        self.head.feeling.set_chosen("" if word == self.filter.feeling else word)
        self._filter(self.filter.since, self.filter.until)

    def _filter(self, since: date | None, until: date | None) -> None:
        chosen = HistoryFilter(self.head.exercise.choice, self.head.feeling.choice, since, until)
        if chosen != self.filter:
            self.filter = chosen
            self.year.year.mark(since, until)
            self.sits.name_days(self._days_words())
            self.filtered.emit(chosen)

    def _days_words(self) -> str:
        since, until = self.filter.since, self.filter.until
        if since is None or until is None:
            return ""
        if since == until:
            return day_name(since)
        today = self.year.year.days.today
        monday = today - timedelta(days=today.weekday())
        words = week_name((monday - since).days // 7)
        return words[:1].upper() + words[1:]

    # Building

    def _make_parts(self) -> None:
        look = self._look
        self.head = HistoryHead(look)
        self.year, self.sits = YearCard(look), ListCard(look)
        self.weeks, self.changes = WeeksCard(look), ChangesCard(look)
        self.model, self.list, self.bars = self.sits.model, self.sits.list, self.weeks.bars
        self.past = PastSitPage(look)
        self._there = False
        self.parts = Segments(look, _("Shown"), (("sits", _("Sits")), ("pictures", _("Over time"))))
        self.parts.set_chosen("sits")
        self.begin = PillButton(look, _("Begin"), "quiet")
        self._empty_words = Label(look, "", colour="ink2", wrap=True)
        self.empty = QWidget()
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(0, 24, 0, 0)
        column.addWidget(self._empty_words)
        column.addSpacing(8)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._aside = QWidget()
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.weeks)
        column.addWidget(self.changes)
        self.changes.hide()

    def _lay_out(self) -> None:
        self._narrow, self._pictures = scrolling_column(self._look, GAP)
        self._beside, self._beside_column = scrolling_column(self._look, GAP)
        self._above, self._main = QHBoxLayout(), QHBoxLayout()
        self._above.setContentsMargins(0, 0, MARGIN, 0)
        self._main.setSpacing(GAP)
        self._main.addWidget(self.sits, LEFT)
        self._main.addWidget(self._beside, RIGHT + GAP)
        self._all = QWidget()
        self._column = column = QVBoxLayout(self._all)
        column.setContentsMargins(MARGIN, 28, 0, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(inset(self.head, MARGIN))
        column.addLayout(inset(self.parts, MARGIN, left=True))
        column.addLayout(self._above)
        column.addLayout(self._main)
        column.addLayout(inset(self._narrow, MARGIN - GAP))
        column.addLayout(inset(self.empty, MARGIN))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._all)
        outer.addWidget(self.past)

    def _fit_head(self) -> None:
        tall = self.height() >= self._look.px(TALL)
        self.head.set_compact(compact=bool(self._compact), tall=tall)

    def _connect(self) -> None:
        self.head.filtered.connect(lambda: self._filter(self.filter.since, self.filter.until))
        self.head.numbers_wished.connect(self.numbers_wished)
        self.year.year.day_chosen.connect(self._choose_day)
        self.bars.picked.connect(self._choose_week)
        self.changes.dumbbells.picked.connect(self._choose_feeling)
        self.sits.all_wanted.connect(lambda: self._choose_days(None, None))
        self.sits.opened.connect(self.opened)
        self.model.wanted.connect(self.rows_wanted)
        self.past.left.connect(self.show_all)
        self.parts.chosen.connect(lambda _key: self._show_parts())
        self.begin.clicked.connect(self.begin_asked)

    def _show_parts(self) -> None:
        """What there is to be seen now, of all that may be."""
        pictures = self.parts.choice == "pictures"
        self._all.setVisible(self._sit is None)
        self.past.setVisible(self._sit is not None)
        self.head.show_filters(filters=self._there)
        self.empty.setVisible(not self._there)
        self.parts.setVisible(self._there and bool(self._compact))
        self._narrow.setVisible(self._there and bool(self._compact) and pictures)
        self.sits.setVisible(self._there and not (self._compact and pictures))
        self._beside.setVisible(self._there and not self._compact)
        self.year.setVisible(self._there)
        self._aside.setVisible(self._there)
        # The part shown has all the room there is; one that is hidden would take its share.
        narrow = bool(self._compact) and pictures
        shown = (self._there and not narrow, self._there and narrow, not self._there)
        for place, there in enumerate(shown, self._column.count() - len(shown)):
            self._column.setStretch(place, int(there))
