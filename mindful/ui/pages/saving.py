"""Save as audio: what the file is to be, how far it is, and where it lies in the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.pages.saving_card import SavingCard
from mindful.ui.pages.setup_page import SetupPage
from mindful.ui.save_models import SaveStage, SaveView
from mindful.ui.sections.section import Section, row
from mindful.wording import _

MARGIN = 24


class SavePage(SetupPage):
    """A pure view. Its primary action asks where to save; a saving goes on when it is left."""

    kind_chosen = Signal(str)
    captions_toggled = Signal(bool)
    save_wanted = Signal()
    cancel_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Save as audio"), parent)
        self.column.setSpacing(16)
        self._stage = SaveStage.READY
        self.kind = Select(look, _("Kind of file"))
        self.captions = Toggle(look, _("Captions"))
        self.save = PillButton(look, _("Save as…"))
        self._sounds = Label(look, "", "body", wrap=True)
        self._private = Label(look, "", "body", "ink2", wrap=True)
        self.progress = SavingCard(look)
        self._choices = self._make_choices(look)
        self.column.addWidget(self.progress)
        self.column.addWidget(self._choices)
        self.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self._connect()

    def show_view(self, view: SaveView) -> None:
        """Shows what is to be saved, or how far it is."""
        moved, self._stage = view.stage is not self._stage, view.stage
        asking = view.stage in {SaveStage.READY, SaveStage.FAILED}
        self.what.setText(view.what)
        self._sounds.setText(view.sounds)
        self._private.setText(view.private)
        self._private.setVisible(bool(view.private))
        self.kind.set_options(view.kinds)
        self.kind.set_chosen(view.kind)
        self.captions.setChecked(view.captions)
        self.progress.show_view(view)
        self._choices.setVisible(asking)
        self.save.setVisible(asking)
        if moved and self.isVisible():
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """What a person most likely does next has the focus first."""
        first = {SaveStage.SAVING: self.progress.cancel, SaveStage.SAVED: self.progress.show_folder}
        first.get(self._stage, self.save).setFocus(reason)

    def _make_choices(self, look: Look) -> Section:
        section = Section(look, _("The file"))
        beside = _("A second file with the words and their times, in WebVTT.")
        section.add_rows(
            self._sounds,
            row(look, _("Kind of file"), self.kind, _("The ending of its name decides.")),
            row(look, _("Captions"), self.captions, beside),
        )
        section.column.addWidget(self._private)
        return section

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.kind.chosen.connect(self.kind_chosen)
        self.captions.clicked.connect(self.captions_toggled)
        self.save.clicked.connect(self.save_wanted)
        self.progress.cancel.clicked.connect(self.cancel_wanted)
        self.progress.show_folder.clicked.connect(self.folder_wanted)
