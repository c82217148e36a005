"""Save as audio: what the file is to be, how far it is, and where it lies in the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.measure import WIDEST, Measure
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.row import IconTextButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.pages.saving_card import SavingCard
from mindful.ui.save_models import SaveStage, SaveView
from mindful.ui.sections.section import Section, row
from mindful.wording import _

MARGIN = 24


class SavePage(QWidget):
    """A pure view. Its primary action asks where to save; a saving goes on when it is left."""

    kind_chosen = Signal(str)
    captions_toggled = Signal(bool)
    save_wanted = Signal()
    cancel_wanted = Signal()
    folder_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = SaveStage.READY
        self.back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self._what = Label(look, "", "body", "ink2", wrap=True)
        self.kind = Select(look, _("Kind of file"))
        self.captions = Toggle(look, _("Captions"))
        self.save = PillButton(look, _("Save as…"))
        self._sounds = Label(look, "", "body", wrap=True)
        self._private = Label(look, "", "body", "ink2", wrap=True)
        self.progress = SavingCard(look)
        self._choices = self._make_choices(look)
        content = QWidget()
        self._margins = QHBoxLayout(content)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        body = Measure(look)
        body.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._margins.addWidget(body, WIDEST)
        self._margins.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(Label(look, _("Save as audio"), "display", wrap=True))
        head.addWidget(self._what)
        self._column.addLayout(head)
        self._column.addWidget(self.progress)
        self._column.addWidget(self._choices)
        self._column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(look, content))
        self._connect()
        self.set_compact(compact=False)

    def show_view(self, view: SaveView) -> None:
        """Shows what is to be saved, or how far it is."""
        moved, self._stage = view.stage is not self._stage, view.stage
        asking = view.stage in {SaveStage.READY, SaveStage.FAILED}
        self._what.setText(view.what)
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

    def set_compact(self, compact: bool) -> None:
        """Narrower margins."""
        side = 16 if compact else MARGIN
        self._margins.setContentsMargins(side, 12 if compact else 21, side, MARGIN)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """What a person most likely does next has the focus first."""
        first = {SaveStage.SAVING: self.progress.cancel, SaveStage.SAVED: self.progress.show_folder}
        first.get(self._stage, self.save).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; a saving goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

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
