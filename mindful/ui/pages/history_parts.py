"""What History's page is made of, and how its parts lie in the wide and the compact layout."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import Label, PillButton, Segments
from mindful.ui.history_models import SitForm
from mindful.ui.look import Look
from mindful.ui.pages.history_cards import ChangesCard, WeeksCard, YearCard
from mindful.ui.pages.history_habits import HabitsCard
from mindful.ui.pages.history_head import HistoryHead
from mindful.ui.pages.history_layout import inset, scrolling_column
from mindful.ui.pages.history_sit import PastSitPage
from mindful.ui.pages.history_sits import ListCard
from mindful.wording import _

if TYPE_CHECKING:
    from mindful.ui.pages.history_form import SitFormPage

MARGIN, GAP = 24, 16
TALL = 560
"""Pixels, growing with the text, from which the compact page has room for its title."""
LEFT, RIGHT = 548, 360
"""Widths of the list and of the column beside it in the design; they keep this proportion."""


class HistoryParts(QWidget):
    """The parts: head, list, pictures; a sit's own page, and the form, each in place of all.

    Compact, the list and the pictures are shown one at a time. Before the first sit: one
    sentence and a way to begin.
    """

    told = Signal(SitForm)
    """A sit was told on the form: to be added, or kept as it is told now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compact: bool | None = None
        self._there = False
        self._shown = ""
        self._make_parts()
        self._lay_out()
        self.set_compact(compact=False)

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

    @cached_property
    def form(self) -> SitFormPage:
        """The page on which a sit is told, made when it is first needed."""
        from mindful.ui.pages.history_form import SitFormPage

        form = SitFormPage(self._look)
        form.saved.connect(self.told)
        form.left.connect(self.leave_form)
        self._outer.addWidget(form)
        return form

    def leave_form(self) -> None:
        """Back to where the form was opened."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes room for the list where the window is low."""
        super().resizeEvent(event)
        self._fit_head()

    def _make_parts(self) -> None:
        look = self._look
        self.head = HistoryHead(look)
        self.year, self.sits = YearCard(look), ListCard(look)
        self.weeks, self.changes = WeeksCard(look), ChangesCard(look)
        self.model, self.list, self.bars = self.sits.model, self.sits.list, self.weeks.bars
        self.habits = HabitsCard(look)
        self.past = PastSitPage(look)
        self.parts = Segments(look, _("Shown"), (("sits", _("Sits")), ("pictures", _("Over time"))))
        self.parts.set_chosen("sits")
        self.begin = PillButton(look, _("Begin"), "quiet")
        self.add_first = PillButton(look, _("Add a past sit"), "quiet", colour="ink2")
        self._empty_words = Label(look, "", colour="ink2", wrap=True)
        self.empty = QWidget()
        column = QVBoxLayout(self.empty)
        column.setContentsMargins(0, 24, 0, 0)
        column.addWidget(self._empty_words)
        column.addSpacing(8)
        ways = QHBoxLayout()
        ways.addWidget(self.begin)
        ways.addWidget(self.add_first)
        ways.addStretch(1)
        column.addLayout(ways)
        column.addStretch(1)
        self._aside = QWidget()
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.weeks)
        column.addWidget(self.changes)
        column.addWidget(self.habits)
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
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._all)
        self._outer.addWidget(self.past)

    def _fit_head(self) -> None:
        tall = self.height() >= self._look.px(TALL)
        self.head.set_compact(compact=bool(self._compact), tall=tall)

    def _show_parts(self) -> None:
        """What there is to be seen now, of all that may be."""
        pictures = self.parts.choice == "pictures"
        self._all.setVisible(not self._shown)
        self.past.setVisible(self._shown == "sit")
        if "form" in self.__dict__ or self._shown == "form":
            self.form.setVisible(self._shown == "form")
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
