"""History: the past year, the sits, minutes each week, before and after. Facts, not scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mindful.log.instants import day_of
from mindful.ui.history_models import (
    FeelingChange,
    Habits,
    HistoryFilter,
    HistoryOptions,
    Option,
    PastSit,
    SitForm,
    SitsView,
    YearView,
)
from mindful.ui.look import Look
from mindful.ui.pages.history_dates import days_words
from mindful.ui.pages.history_head import Days
from mindful.ui.pages.history_parts import HistoryParts
from mindful.wording import _


class HistoryPage(HistoryParts):
    """Shows what was sat, and says what a person chooses of it."""

    opened = Signal(str)
    """Key of the sit that was activated."""
    begin_asked = Signal()
    filtered = Signal(HistoryFilter)
    rows_wanted = Signal(int)
    """Number of a page of rows that came into view."""
    numbers_wished = Signal(bool)
    export_asked = Signal(HistoryFilter)
    """The sits that are looked at are to be saved as a file."""
    deleted = Signal(tuple)
    """Numbers of the rows to be deleted."""
    practice_changed = Signal(tuple, str)
    """Numbers of rows, and the id of the practice they are to be of."""
    sit_deleted = Signal(str)
    """Key of the sit to be deleted."""
    add_asked = Signal()
    edit_asked = Signal(str)
    again_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.filter = HistoryFilter()
        self._numbers = True
        self._sit: PastSit | None = None
        self._today = date.min
        self._exercises: tuple[Option, ...] = ()
        self._connect()

    # What is shown

    def show_sits(self, view: SitsView, row: int = -1) -> None:
        """Shows these sits in the list, and comes back to a row where one is given."""
        self.model.show_sits(view)
        undoing = not self.sits.undo.isHidden()  # perhaps the only sit was deleted
        self._there = view.count > 0 or self.filter.narrows or undoing
        self._today = day_of(view.today, view.day_ends)
        self._empty_words.setText(_("Nothing here yet. Your first sit will appear on this page."))
        for way in (self.begin, self.add_first):
            way.show()
        with self._keeping_keyboard():
            self._show_parts()
            self.sits.settle(row)

    def show_year(self, view: YearView, weeks: tuple[int, ...]) -> None:
        """Shows what was sat by day, and in each of the last weeks, the present one last."""
        self.year.show_year(view)
        self.weeks.show_weeks(weeks)

    def show_changes(self, changes: tuple[FeelingChange, ...]) -> None:
        """Shows before and after by feeling; without any, the card is left out."""
        self.changes.show_changes(changes)
        self.changes.setVisible(bool(changes))

    def show_habits(self, habits: Habits) -> None:
        """Shows months, times of day and practices."""
        self.habits.show_habits(habits)

    def show_options(self, options: HistoryOptions) -> None:
        """Offers these practices, feelings, places and years as filters."""
        self._exercises = options.exercises
        self.head.show_options(options, self._today)

    def show_numbers(self, *, numbers: bool) -> None:
        """With numbers, or without a single one."""
        self._numbers = numbers
        self.head.numbers.show_numbers(numbers=numbers)
        for card in (self.year, self.sits, self.weeks, self.changes, self.habits):
            card.show_numbers(numbers=numbers)
        if self._sit is not None:
            self.past.show_sit(self._sit, numbers=numbers)

    def show_sit(self, sit: PastSit) -> None:
        """Shows a sit's own page."""
        self._sit, self._shown = sit, "sit"
        self.past.show_sit(sit, numbers=self._numbers)
        self._show_parts()
        self.past.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def show_form(self, form: SitForm, exercises: Sequence[Option]) -> None:
        """Shows the form on which a sit is told."""
        self._shown = "form"
        self.form.show_form(form, exercises)
        self._show_parts()
        self.form.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def leave_form(self) -> None:
        """Back to where the form was opened: a sit's page, or the list."""
        if self._sit is None:
            self.show_all()
        else:
            self.show_sit(self._sit)

    def show_all(self) -> None:
        """Back from a sit's page, or the form, to the list."""
        if self._shown:
            self._sit, self._shown = None, ""
            self._show_parts()
            self.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def show_done(self, count: int, *, deleted: bool) -> None:
        """Says that sits were deleted, or changed, with a way to undo it."""
        self.show_all()
        self.sits.undo.begin(count, numbers=self._numbers, deleted=deleted)

    def show_notice(self, words: str) -> None:
        """Says what could not be done, above the list."""
        self.sits.show_notice(words)

    def show_trouble(self, words: str) -> None:
        """Says why nothing can be shown."""
        self._there = False
        self._empty_words.setText(words)
        with self._keeping_keyboard():
            for way in (self.begin, self.add_first):
                way.hide()
            self._show_parts()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The list has the keyboard, the search, or the way to begin where there is no list."""
        if self._shown:
            (self.past if self._shown == "sit" else self.form).take_focus(reason)
            return
        firsts = (self.list, self.head.search, self.begin)
        found = next((one for one in firsts if one.isVisibleTo(self)), self)
        found.setFocus(reason)

    def _has_keyboard(self) -> bool:
        return self.hasFocus() or self.isAncestorOf(self.window().focusWidget())

    @contextmanager
    def _keeping_keyboard(self) -> Iterator[None]:
        """What has the keyboard may be hidden meanwhile: it stays on the page, if it was there."""
        held = self._has_keyboard()
        yield
        if held and not self._has_keyboard():
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back: from a sit to the list, from a day to all days."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._shown == "form":
            self.leave_form()
        elif self._shown:
            self.show_all()
        elif self.filter.spans:
            self._choose_days(None, None)

    # Choosing

    def _search(self) -> None:
        """Ctrl+F, from wherever the focus is on the page."""
        self.show_all()
        if self._there:
            self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.head.search.selectAll()

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
        self.head.clear_dates()
        self._take_days((since, until))

    def _take_days(self, days: Days) -> None:
        self._filter(*days)
        if self._compact and self.filter.spans:
            self.parts.set_chosen("sits")
            self._show_parts()

    def _choose_feeling(self, number: int) -> None:
        word = self.changes.dumbbells.changes[number].word
        self.head.feeling.set_chosen("" if word == self.filter.feeling else word)
        self._filter(self.filter.since, self.filter.until)

    def _choose_exercise(self, number: int) -> None:
        key = self.habits.keys[number]
        self.head.exercise.set_chosen("" if key == self.filter.exercise else key)
        self._filter(self.filter.since, self.filter.until)

    def _filter(self, since: date | None, until: date | None) -> None:
        head = self.head
        chosen = HistoryFilter(
            exercise=head.exercise.choice,
            feeling=head.feeling.choice,
            since=since,
            until=until,
            place=head.place.choice,
            ended=head.ended.choice,
            search=head.search.text().strip(),
            order=self.sits.order.choice,
        )
        if chosen != self.filter:
            self.filter = chosen
            self.year.year.mark(since, until)
            head.show_days(since, until)
            self.sits.name_days(self._days_words())
            self.filtered.emit(chosen)

    def _days_words(self) -> str:
        if not self.filter.spans or self.head.dates.choice:
            return self.head.dates.currentText() if self.filter.spans else ""
        return days_words(self.filter.since, self.filter.until, self.year.year.days.today)

    def _connect(self) -> None:
        def again() -> None:
            self._filter(self.filter.since, self.filter.until)

        self.head.filtered.connect(again)
        self.sits.ordered.connect(lambda _order: again())
        self.head.spanned.connect(self._take_days)
        self.head.numbers_wished.connect(self.numbers_wished)
        self.head.export_asked.connect(lambda: self.export_asked.emit(self.filter))
        self.year.year.day_chosen.connect(self._choose_day)
        self.bars.picked.connect(self._choose_week)
        self.changes.dumbbells.picked.connect(self._choose_feeling)
        self.habits.exercise_chosen.connect(self._choose_exercise)
        self.sits.all_wanted.connect(lambda: self._choose_days(None, None))
        self.sits.opened.connect(self.opened)
        self.sits.deleted.connect(self.deleted)
        self.sits.practice_changed.connect(self.practice_changed)
        self.sits.add_asked.connect(self.add_asked)
        self.add_first.clicked.connect(self.add_asked)
        self.model.wanted.connect(self.rows_wanted)
        self.past.left.connect(self.show_all)
        self.past.edit_asked.connect(self.edit_asked)
        self.past.delete_asked.connect(self.sit_deleted)
        self.past.again_asked.connect(self.again_asked)
        self.parts.chosen.connect(lambda _key: self._show_parts())
        self.begin.clicked.connect(self.begin_asked)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._search)
