"""The head of History: title, search, filters, export, and the switch that hides all numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from mindful.ui.controls import Field, Label, Select
from mindful.ui.history_models import HistoryOptions
from mindful.ui.look import Look
from mindful.ui.pages.history_buttons import BoxButton, NumbersButton
from mindful.ui.pages.history_dates import DayField, day_written
from mindful.wording import _

LEAST_TOOLS = 500
"""Pixels beside the title and the word "Export", growing with the text, for all other tools."""

ROOM, BESIDE = 10, 24
"""Pixels between controls."""
UNBOUND = 16_777_215
"""Qt's own largest width: no limit."""
TYPING_MS = 150
"""A search is asked once typing has rested so long."""

Days = tuple[date | None, date | None]
"""First and last day; None for all."""


class HistoryHead(QWidget):
    """Title on the left; on the right search, practice, feeling, more filters, numbers, export.

    `filtered` says that a filter was chosen, `spanned` which days, `numbers_wished` whether
    numbers are to be seen. Place, ending and dates open below. Compact, so do practice and
    feeling, and the title stands above.
    """

    filtered = Signal()
    spanned = Signal(object)
    numbers_wished = Signal(bool)
    export_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._there = True
        self._compact = False
        self._today = date.min
        self._make_controls()
        self._lay_out()
        self._connect()
        self.set_compact(compact=False, tall=True)

    def show_options(self, options: HistoryOptions, today: date) -> None:
        """Offers the practices, feelings, places and years that the log holds."""
        self._today = today
        for select, offered in (
            (self.exercise, options.exercises),
            (self.feeling, options.feelings),
            (self.place, options.places),
        ):
            select.set_options((self._first[select], *offered))
        years = ((f"{year}", f"{year}") for year in options.years)
        spans = (("30", _("Past 30 days")), ("365", _("Past 365 days")))
        self.dates.set_options((self._first[self.dates], *spans, *years))

    def show_filters(self, *, filters: bool) -> None:
        """Without a single sit there is nothing to choose among."""
        self._there = filters
        for widget in (self.search, self.more, self.numbers, self.export):
            widget.setVisible(filters)
        self._show_more()

    def clear_dates(self) -> None:
        """Other days were chosen on the page, or all."""
        self.dates.set_chosen("")

    def show_days(self, since: date | None, until: date | None) -> None:
        """The first and the last day that are looked at."""
        self.since.show_day(since)
        self.until.show_day(until)
        self._say_wrong()

    def set_compact(self, *, compact: bool, tall: bool) -> None:
        """Wide, one row. Compact, the title stands above, or gives way where the window is low:
        the way between the pages names the page as well.
        """
        self._compact = compact
        self._title.setVisible(not compact or tall)
        self._fit_export()
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if compact else way.LeftToRight)
        self._box.setSpacing(ROOM if compact else BESIDE)
        self._place_filters()
        self._show_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Export is its icon alone where the tools would have too little room."""
        super().resizeEvent(event)
        self._fit_export()

    def _fit_export(self) -> None:
        words = self._title.sizeHint().width() + self.export.text_width()
        crowded = self.width() - words < self._look.px(LEAST_TOOLS)
        self.export.set_brief(brief=self._compact or crowded)

    # Building

    def _make_controls(self) -> None:
        look = self._look
        self._title = Label(look, _("History"), role="display")
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search = Field(
            look, _("Search notes"), hint=_("Search notes"), icon="magnifying-glass"
        )
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(look.px(280))

        firsts = {
            "exercise": (_("Practice"), _("All practices")),
            "feeling": (_("Feeling"), _("Any feeling")),
            "place": (_("Where in the body"), _("Anywhere in the body")),
            "ended": (_("How it ended"), _("Any ending")),
            "dates": (_("Days"), _("All days")),
        }
        made = {
            key: Select(look, name, (("", all_),), boxed=True)
            for key, (name, all_) in firsts.items()
        }
        self._first = {made[key]: ("", all_) for key, (_name, all_) in firsts.items()}
        self.exercise, self.feeling = made["exercise"], made["feeling"]
        self.place, self.ended, self.dates = made["place"], made["ended"], made["dates"]
        endings = (
            ("finished", _("To its end")),
            ("early", _("Ended early")),
            ("interrupted", _("Interrupted")),
        )
        self.ended.set_options((self._first[self.ended], *endings))
        self.since, self.until = DayField(look, _("First day")), DayField(look, _("Last day"))
        self._wrong = Label(look, "", colour="danger", wrap=True)
        self.more = BoxButton(look, "faders", name=_("More filters"), checkable=True)
        self.more.setToolTip(_("More filters"))
        self.numbers = NumbersButton(look)
        self.export = BoxButton(look, "download-simple", words=_("Export"), name=_("Export"))
        self.export.setToolTip(_("Save these sits as a file"))

    def _lay_out(self) -> None:
        self._tools = QHBoxLayout()
        self._tools.setSpacing(ROOM)
        self._tools.addWidget(self.search, 1)
        for widget in (self.more, self.numbers, self.export):
            self._tools.addWidget(widget)
        self._below = QWidget()
        self._grid = QGridLayout(self._below)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(ROOM)
        top = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, top)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(ROOM)
        self._box.addWidget(self._title, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addLayout(self._tools, 1)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(ROOM)
        column.addWidget(top)
        column.addWidget(self._below)

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.filtered)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._search_now)
        for select in (self.exercise, self.feeling, self.place, self.ended):
            select.chosen.connect(lambda _key: self.filtered.emit())
        self.dates.chosen.connect(lambda key: self.spanned.emit(days_of(key, self._today)))
        for field in (self.since, self.until):
            field.told.connect(self._take_days)
        self.more.toggled.connect(lambda _on: self._show_more())
        self.numbers.clicked.connect(lambda: self.numbers_wished.emit(self.numbers.shown))
        self.export.clicked.connect(self.export_asked)

    def _take_days(self) -> None:
        """Days were typed; the first one may be the later."""
        self._say_wrong()
        if self.since.wrong or self.until.wrong:
            return
        since, until = self.since.day, self.until.day
        if since is not None and until is not None and since > until:
            since, until = until, since
        self.dates.set_chosen("")
        self.spanned.emit((since, until))

    def _say_wrong(self) -> None:
        wrong = self.since.wrong or self.until.wrong
        words = _("That is not a day. Days are typed such as {day}.").format(
            day=day_written(date(2026, 3, 12))
        )
        self._wrong.setText(words if wrong else "")
        self._wrong.setVisible(wrong)

    def _search_now(self) -> None:
        self._typing.stop()
        self.filtered.emit()

    def _place_filters(self) -> None:
        """Practice and feeling beside the search, or first among those below."""
        if self._compact:
            below: list[QWidget] = [self.exercise, self.feeling, self.place, self.ended]
        else:
            self._tools.insertWidget(1, self.exercise)
            self._tools.insertWidget(2, self.feeling)
            below = [self.place, self.ended]
        below += [self.dates, self.since, self.until]
        columns = 2 if self._compact else len(below)
        for number, widget in enumerate(below):
            # Compact, the spans have a row of their own, and the two days one below.
            place = number + int(self._compact and number > below.index(self.dates))
            span = 2 if self._compact and widget is self.dates else 1
            self._grid.addWidget(widget, place // columns, place % columns, 1, span)
        self._grid.addWidget(self._wrong, len(below), 0, 1, columns)
        self.search.setMaximumWidth(UNBOUND if self._compact else self._look.px(280))
        self.exercise.setMaximumWidth(UNBOUND if self._compact else self._look.px(176))

    def _show_more(self) -> None:
        self._below.setVisible(self._there and self.more.isChecked())
        for widget in (self.exercise, self.feeling):
            widget.setVisible(self._there)


def days_of(key: str, today: date) -> Days:
    """The days that a span's key means: so many days up to today, or a year."""
    if not key:
        return None, None
    count = int(key)
    if count < 1000:
        return date.fromordinal(max(1, today.toordinal() - count + 1)), today
    return date(count, 1, 1), date(count, 12, 31)
