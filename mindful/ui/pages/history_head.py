"""The head of History: title, search, filters, export, and the switch that hides all numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from mindful.ui.controls import Field, Label, PaintedButton, Select
from mindful.ui.history_models import HistoryOptions
from mindful.ui.look import Look
from mindful.wording import _

ROOM = 10
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

    def set_compact(self, *, compact: bool, tall: bool) -> None:
        """Wide, one row. Compact, the title stands above, or gives way where the window is low:
        the way between the pages names the page as well.
        """
        self._compact = compact
        self._title.setVisible(not compact or tall)
        self.export.set_brief(brief=compact)
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if compact else way.LeftToRight)
        self._place_filters()
        self._show_more()

    # Building

    def _make_controls(self) -> None:
        look = self._look
        self._title = Label(look, _("History"), role="display")
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
        self._box.addWidget(self._title)
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
        self.more.toggled.connect(lambda _on: self._show_more())
        self.numbers.clicked.connect(lambda: self.numbers_wished.emit(self.numbers.shown))
        self.export.clicked.connect(self.export_asked)

    def _search_now(self) -> None:
        self._typing.stop()
        self.filtered.emit()

    def _place_filters(self) -> None:
        """Practice and feeling beside the search, or first among those below."""
        if self._compact:
            below = [self.exercise, self.feeling, self.place, self.ended, self.dates]
        else:
            self._tools.insertWidget(1, self.exercise)
            self._tools.insertWidget(2, self.feeling)
            below = [self.place, self.ended, self.dates]
        columns = 2 if self._compact else len(below)
        for number, widget in enumerate(below):
            self._grid.addWidget(widget, number // columns, number % columns)
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


class BoxButton(PaintedButton):
    """An outlined button as high as the boxes beside it: an icon, and words where there are some.

    Args:
        look: the look.
        icon: a Phosphor icon.
        words: beside the icon; empty for none.
        name: for screen readers.
        checkable: it stays pressed.
    """

    def __init__(
        self,
        look: Look,
        icon: str,
        *,
        words: str = "",
        name: str,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._brief = False
        super().__init__(look, words, name=name, parent=parent)
        self.icon_name = icon
        self.setCheckable(checkable)

    def set_brief(self, *, brief: bool) -> None:
        """Leaves the words out."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def corner(self) -> float:
        """As the boxes beside it."""
        return float(self.look.token("radius", "md"))

    def sizeHint(self) -> QSize:
        """A square as high as the boxes beside it, or wider for the words."""
        side = self.look.line_height("label") + 24
        shown = bool(self.words) and not self._brief
        return QSize(side + (round(self.text_width()) + 14 if shown else 0), side)

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """The box, the icon, the words."""
        colour = self.look.colour
        pressed = self.isCheckable() and self.isChecked() and not isinstance(self, NumbersButton)
        ground = "primarySoft" if pressed else "raised"
        self.fill_shape(painter, colour(ground), colour("primary" if self.lit else "lineStrong"))
        size = self.look.px(20)
        shown = bool(self.words) and not self._brief
        left = 14 if shown else (self.width() - size) // 2
        box = QRectF(left, (self.height() - size) / 2, size, size)
        self.draw_icon(painter, box, self.icon_name, "ink")
        if shown:
            room = QRectF(left + size + 8, 0, self.width() - left - size - 8, self.height())
            self.draw_words(painter, room, "ink", Qt.AlignmentFlag.AlignLeft)


class NumbersButton(BoxButton):
    """An eye: numbers are seen, or all of them are hidden."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "eye", name=_("Numbers shown"), checkable=True, parent=parent)
        self.show_numbers(numbers=True)
        self.toggled.connect(lambda shown: self.show_numbers(numbers=shown))

    @property
    def shown(self) -> bool:
        """Whether numbers are to be seen."""
        return self.isChecked()

    def show_numbers(self, *, numbers: bool) -> None:
        """Takes the state, and says what a press would do."""
        self.setChecked(numbers)
        self.icon_name = "eye" if numbers else "eye-slash"
        self.setToolTip(_("Hide all numbers") if numbers else _("Show numbers"))
