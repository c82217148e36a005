"""The head of History: title, filters, and the switch that hides all numbers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mindful.ui.controls import Label, PaintedButton, Select
from mindful.ui.history_models import HistoryOptions
from mindful.ui.look import Look
from mindful.wording import _

ROOM = 10
"""Pixels between controls."""


class HistoryHead(QWidget):
    """Title on the left; on the right practice, feeling, and numbers on or off.

    `filtered` says that a filter was chosen, `numbers_wished` whether numbers are to be seen.
    Wide, all stand in one row; in the compact layout the filters stand below the title.
    """

    filtered = Signal()
    numbers_wished = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        all_, any_ = ("", _("All practices")), ("", _("Any feeling"))
        self.exercise = Select(look, _("Practice"), (all_,), boxed=True)
        self.feeling = Select(look, _("Feeling"), (any_,), boxed=True)
        self.numbers = NumbersButton(look)
        self._first = (all_, any_)
        for select in (self.exercise, self.feeling):
            select.chosen.connect(lambda _key: self.filtered.emit())
        self.numbers.clicked.connect(lambda: self.numbers_wished.emit(self.numbers.shown))
        self._filters = QHBoxLayout()
        self._filters.setSpacing(ROOM)
        self._filters.addWidget(self.exercise)
        self._filters.addWidget(self.feeling)
        self._top = QHBoxLayout()
        self._top.setSpacing(ROOM)
        self._title = Label(look, _("History"), role="display")
        self._top.addWidget(self._title, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 4)
        self._box.setSpacing(ROOM)
        self._box.addLayout(self._top, 1)
        self._box.addLayout(self._filters)
        self._box.addWidget(self.numbers)

    def show_options(self, options: HistoryOptions) -> None:
        """Offers the practices and feelings that the log holds."""
        self.exercise.set_options((self._first[0], *options.exercises))
        self.feeling.set_options((self._first[1], *options.feelings))

    def show_filters(self, *, filters: bool) -> None:
        """Without a single sit there is nothing to choose among."""
        for widget in (self.exercise, self.feeling, self.numbers):
            widget.setVisible(filters)

    def set_compact(self, *, compact: bool, tall: bool) -> None:
        """Wide, one row. Compact, the filters stand below the title; where the window is low
        too, in its place: the way between the pages names the page as well.
        """
        stacked = compact and tall
        self._title.setVisible(not compact or tall)
        (self._box if stacked else self._top).removeWidget(self.numbers)
        (self._top if stacked else self._box).addWidget(self.numbers)
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._box.setStretchFactor(self._top, 0 if compact else 1)
        self._box.setStretchFactor(self._filters, 1 if compact else 0)
        for place in range(self._filters.count()):
            self._filters.setStretch(place, 1 if compact else 0)


class NumbersButton(PaintedButton):
    """A round button with an eye: numbers are seen, or all of them are hidden."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, name=_("Numbers shown"), parent=parent)
        self.setCheckable(True)
        self.show_numbers(numbers=True)
        self.toggled.connect(lambda shown: self.show_numbers(numbers=shown))

    @property
    def shown(self) -> bool:
        """Whether numbers are to be seen."""
        return self.isChecked()

    def show_numbers(self, *, numbers: bool) -> None:
        """Takes the state, and says what a press would do."""
        self.setChecked(numbers)
        self.setToolTip(_("Hide all numbers") if numbers else _("Show numbers"))

    def corner(self) -> float:
        """As the boxes beside it."""
        return float(self.look.token("radius", "md"))

    def sizeHint(self) -> QSize:
        """A square as high as the boxes beside it."""
        side = self.look.line_height("label") + 24
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """It is never smaller."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """The box and the eye, open or struck through."""
        colour = self.look.colour
        self.fill_shape(painter, colour("raised"), colour("primary" if self.lit else "lineStrong"))
        size = self.look.px(20)
        box = self.rect()
        left, top = (box.width() - size) // 2, (box.height() - size) // 2
        icon = self.look.icon(
            "eye" if self.shown else "eye-slash", size, "ink", self.devicePixelRatioF()
        )
        painter.drawPixmap(left, top, icon)
