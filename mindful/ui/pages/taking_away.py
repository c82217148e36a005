"""Export: what is taken away, what stands on a page to share, and how it will look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.segments import Segments
from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.data_models import ExportView, NoteRow
from mindful.ui.look import Look
from mindful.ui.models import Option
from mindful.ui.pages.data_page import DataPage, actions
from mindful.ui.pages.sheet_preview import SheetPreview
from mindful.ui.sections.section import LIST, Section, row
from mindful.wording import _, ngettext


class ExportPage(DataPage):
    """A pure view. `save_wanted` asks where the file is to be."""

    kind_chosen = Signal(str)
    ending_chosen = Signal(str)
    part_toggled = Signal(str, bool)
    note_toggled = Signal(str, bool)
    more_notes_wanted = Signal()
    save_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Export"), "", _("This wasn’t saved"), parent)
        self.kind = Segments(look, _("What to export"), kinds())
        self.ending = Select(look, _("Kind of file"), endings(), wide=LIST)
        self.parts: dict[str, Toggle] = {}
        self.notes: dict[str, Toggle] = {}
        self.more_notes = PillButton(look, _("Show more"), "quiet")
        self.preview = SheetPreview(look)
        self.save = PillButton(look, _("Save as…"))
        self.show_folder = PillButton(look, _("Show in folder"), "outline")
        self._kind_told = Label(look, "", "body", "ink2", wrap=True)
        self._notes_left = Label(look, "", "small", "ink2", wrap=True)
        self._preview_told = Label(look, "", "small", "ink2", wrap=True)
        self._saved = Label(look, "", "label", wrap=True)
        self._notes_card: Card | None = None
        self._file = row(look, _("Kind of file"), self.ending)
        self._on_it = Section(look, _("What is on it"))
        self._chosen_notes = Section(
            look, _("Notes"), _("None is on the page unless you choose it here.")
        )
        self._as_it_looks = Section(look, _("As it will look"))
        self._lay_out()
        self._connect()
        self.show_view(ExportView())

    def main(self) -> PillButton:
        """Saving."""
        return self.save

    def set_parts(self, parts: Sequence[Option]) -> None:
        """Offers these parts of the page to share; called once."""
        rows = []
        for key, words in parts:
            toggle = self.parts[key] = Toggle(self.look, words)
            toggle.clicked.connect(lambda on, key=key: self.part_toggled.emit(key, on))
            rows.append(row(self.look, words, toggle))
        self._on_it.add_rows(*rows)

    def show_view(self, view: ExportView) -> None:
        """Shows what would be exported."""
        share = view.kind == "share"
        self.what.setText(view.which)
        self.refuse(view.refused)
        self.kind.set_chosen(view.kind)
        self._kind_told.setText(_kind_words(view.kind))
        self.ending.set_chosen(view.ending)
        for key, toggle in self.parts.items():
            toggle.setChecked(key in view.parts)
        for part in (self._file, self._on_it, self._as_it_looks):
            part.setVisible(share)
        self._show_notes(view if share else ExportView())
        self.preview.show_page(view.page if share else "")
        self._preview_told.setText(view.page_told)
        self._preview_told.setVisible(bool(view.page_told))
        # Never disabled: the focus would jump from it to the next place, which is Ground me.
        self.save.setAccessibleDescription("" if view.ready else view.page_told)
        self.say(self._saved, view.saved)
        self.show_folder.setVisible(bool(view.saved) and not view.busy)

    def _show_notes(self, view: ExportView) -> None:
        if tuple(note.key for note in view.notes) != tuple(self.notes):
            self._make_notes(view.notes)
        for note in view.notes:
            self.notes[note.key].setChecked(note.shown)
        left = ngettext(
            "{count} more sit has a note.", "{count} more sits have notes.", view.notes_left
        )
        self._notes_left.setText(left.format(count=f"{view.notes_left:,}"))
        if self.more_notes.hasFocus() and not view.notes_left:
            self.preview.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self._notes_left, self.more_notes):
            part.setVisible(view.notes_left > 0)
        self._chosen_notes.setVisible(bool(view.notes))

    def _make_notes(self, notes: Sequence[NoteRow]) -> None:
        if self._notes_card is not None:
            self._notes_card.hide()
            self._notes_card.deleteLater()
        self.notes.clear()
        rows = []
        for note in notes:
            toggle = self.notes[note.key] = Toggle(self.look, note.words)
            toggle.setAccessibleDescription(note.note)
            toggle.clicked.connect(lambda on, key=note.key: self.note_toggled.emit(key, on))
            rows.append(row(self.look, note.words, toggle, note.note))
        column = self._chosen_notes.column
        self._notes_card = self._chosen_notes.add_rows(*rows) if rows else None
        for part in (self._notes_left, self.more_notes):  # below the card, wherever they were
            column.removeWidget(part)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self._as_it_looks.column.addWidget(self.preview)
        self._as_it_looks.column.addWidget(self._preview_told)
        self.column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (
            self._kind_told,
            self._file,
            self._on_it,
            self._chosen_notes,
            self._as_it_looks,
            self._saved,
            actions(self.save, self.show_folder),
        ):
            self.column.addWidget(part)
        self.column.addStretch()

    def _connect(self) -> None:
        self.kind.chosen.connect(self.kind_chosen)
        self.ending.chosen.connect(self.ending_chosen)
        self.more_notes.clicked.connect(self.more_notes_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.show_folder.clicked.connect(self.folder_wanted)


def kinds() -> tuple[Option, ...]:
    """What can be taken away."""
    return (
        ("json", _("For Mindful (JSON)")),
        ("csv", _("A table (CSV)")),
        ("share", _("A page to share")),
    )


def endings() -> tuple[Option, ...]:
    """Kinds of file of a page to share, by their ending."""
    return ((".html", _("HTML")), (".pdf", _("PDF")))


def _kind_words(kind: str) -> str:
    return {
        "json": _("From it Mindful makes the same again, here or elsewhere. Notes are in it."),
        "csv": _("For a spreadsheet, a sit on each line. Notes are in it."),
        "share": _("A summary for somebody you trust. You choose what is on it."),
    }[kind]
