"""Bring in a history: what a file of another app holds, and what is to become of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.field import TextArea
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.select import Select
from mindful.ui.data_models import ImportStage, ImportView, MoodRow
from mindful.ui.look import Look
from mindful.ui.models import Option
from mindful.ui.pages.data_page import DataPage, actions
from mindful.ui.sections.section import EDGE, LIST, PAD, Section, row
from mindful.wording import _

ZONE = 220
"""Least pixels of the list of zones."""


class ImportPage(DataPage):
    """A pure view. Nothing is kept before `take_wanted` was answered."""

    file_wanted = Signal()
    zone_chosen = Signal(str)
    mood_chosen = Signal(str, str)
    """A word of the other app, and the feeling it is to become."""
    take_wanted = Signal()
    cancel_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        what = _(
            "From Insight Timer, Meditate, Meditation Assistant, brethap, Daylio, Apple Health, "
            "breathe-cli, meditation, or Mindful’s own export. You see what is in the file first."
        )
        super().__init__(look, _("Bring in a history"), what, _("This can’t be brought in"), parent)
        self._stage = ImportStage.CHOOSING
        self._moods_card: Card | None = None
        self.choose = PillButton(look, _("Choose a file…"))
        self.take = PillButton(look, _("Bring in"))
        self.cancel = PillButton(look, _("Cancel"), "outline")
        self.undo = PillButton(look, _("Undo"), "outline", name=_("Undo the last import"))
        self.zone = Select(look, _("Zone of its times"), wide=ZONE)
        self.moods: dict[str, Select] = {}
        self.bad = TextArea(look, _("Lines that can’t be read"))
        self.bad.edit.setReadOnly(True)
        self._told = Label(look, "", "label", weight=600, wrap=True)
        self._format = Label(look, "", "body", "ink2", wrap=True)
        self._last = Label(look, "", "small", "ink2", wrap=True)
        self._moods_left = Label(look, "", "small", "ink2", wrap=True)
        self._card = self._make_card()
        self._mapping = Section(look, _("Its words"), _("What each of them becomes here."))
        self._unread = Section(look, _("Lines that can’t be read"), _("Everything else comes in."))
        self._last_row = Card(look, pad=0)
        self._lay_out()
        self._connect()
        self.show_view(ImportView())

    def main(self) -> PillButton:
        """Bringing in once there is something to bring in, choosing a file before and after."""
        return self.take if self._stage is ImportStage.FOUND else self.choose

    def set_zones(self, zones: Sequence[Option]) -> None:
        """Offers these zones, this computer's first."""
        self.zone.set_options(zones)

    def show_view(self, view: ImportView) -> None:
        """Shows how far it is."""
        moved, self._stage = view.stage is not self._stage, view.stage
        moved = moved or (self.undo.hasFocus() and not view.last)  # it is about to be hidden
        found = view.stage is ImportStage.FOUND
        under_way = view.stage in {ImportStage.READING, ImportStage.TAKING}
        self.refuse(view.refused)
        self.say(self._told, view.told)
        self._format.setText(" ".join(filter(None, [view.format, view.days])))
        self._format.setVisible(bool(view.format))
        self._zone_row.setVisible(found and view.zone_asked)
        self.zone.set_chosen(view.zone)
        self._card.setVisible(bool(view.told))
        self._show_moods(view.moods if found else ())
        self._moods_left.setText(view.moods_left)
        self._moods_left.setVisible(bool(view.moods_left))
        lines = "\n".join(view.bad)
        if lines != self.bad.words:
            self.bad.set_words(lines)
        self._unread.setVisible(bool(view.bad) and not under_way)
        self.choose.setVisible(view.stage in {ImportStage.CHOOSING, ImportStage.TAKEN})
        self.take.setVisible(found)
        self.take.setEnabled(view.new)
        self.cancel.setVisible(view.stage in {ImportStage.READING, ImportStage.FOUND})
        self._last.setText(view.last)
        self._last_row.setVisible(bool(view.last) and not found and not under_way)
        if moved and self.isVisible():
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """While a file is read, the way out of it has the focus."""
        if self._stage is ImportStage.READING:
            self.cancel.setFocus(reason)
        else:
            super().take_focus(reason)

    def _show_moods(self, moods: tuple[MoodRow, ...]) -> None:
        words = tuple(mood.word for mood in moods)
        if words != tuple(self.moods):
            self._make_moods(moods)
        for mood in moods:
            self.moods[mood.word].set_chosen(mood.feeling)
        self._mapping.setVisible(bool(moods))

    def _make_moods(self, moods: tuple[MoodRow, ...]) -> None:
        if self._moods_card is not None:
            self._moods_card.hide()
            self._moods_card.deleteLater()
        self.moods.clear()
        rows = []
        for mood in moods:
            select = Select(self.look, mood.words, mood.options, wide=LIST)
            select.chosen.connect(partial(self.mood_chosen.emit, mood.word))
            self.moods[mood.word] = select
            rows.append(row(self.look, mood.words, select))
        self._moods_card = self._mapping.add_rows(*rows) if rows else None
        self._mapping.column.addWidget(self._moods_left)  # below the card, wherever it was

    def _make_card(self) -> Card:
        card = Card(self.look, pad=22)
        card.column.setSpacing(8)
        self._zone_row = row(
            self.look,
            _("Zone of its times"),
            self.zone,
            _("The file doesn’t say where its clock was."),
        )
        for part in (self._told, self._format, self._zone_row):
            card.column.addWidget(part)
        return card

    def _lay_out(self) -> None:
        self._unread.column.addWidget(self.bad)
        self._last_row.column.setContentsMargins(PAD, EDGE, PAD, EDGE)
        self._last_row.column.addWidget(
            row(self.look, _("The last import"), self.undo, below=self._last)
        )
        for part in (
            self._card,
            self._mapping,
            self._unread,
            actions(self.choose, self.take, self.cancel),
            self._last_row,
        ):
            self.column.addWidget(part)
        self.column.addStretch()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.file_wanted)
        self.zone.chosen.connect(self.zone_chosen)
        self.take.clicked.connect(self.take_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.undo.clicked.connect(self.undo_wanted)
