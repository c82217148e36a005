"""Bring in another computer's log: what would come, and that it came."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.label import Label
from mindful.ui.controls.pass_field import PassField
from mindful.ui.controls.pill import PillButton
from mindful.ui.data_models import MergeStage, MergeView
from mindful.ui.look import Look
from mindful.ui.pages.data_page import DataPage, actions
from mindful.wording import _


class MergePage(DataPage):
    """A pure view. `unlock_wanted` carries the passphrase of the other log."""

    file_wanted = Signal()
    unlock_wanted = Signal(str)
    merge_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        what = _(
            "A log or a backup of another computer’s Mindful. Of what both have, the later edit "
            "stays, and what was deleted there is deleted here. The other file is only read; do "
            "the same there, and both have the same."
        )
        title = _("Bring in another computer’s log")
        super().__init__(look, title, what, _("This can’t be merged"), parent)
        self._stage = MergeStage.CHOOSING
        self.choose = PillButton(look, _("Choose a file…"))
        self.unlock = PillButton(look, _("Go on"))
        self.merge = PillButton(look, _("Merge"))
        self.cancel = PillButton(look, _("Cancel"), "outline")
        self.passphrase = PassField(look, _("The other log’s passphrase"))
        self._told = Label(look, "", "label", weight=600, wrap=True)
        self._card = Card(look, pad=22)
        self._card.column.setSpacing(10)
        self._card.column.addWidget(self._told)
        self._card.column.addWidget(self.passphrase)
        for part in (
            self._card,
            actions(self.choose, self.unlock, self.merge, self.cancel),
        ):
            self.column.addWidget(part)
        self.column.addStretch()
        self._connect()
        self.show_view(MergeView())

    def main(self) -> PillButton:
        """What is next."""
        by_stage = {MergeStage.LOCKED: self.unlock, MergeStage.FOUND: self.merge}
        return by_stage.get(self._stage, self.choose)

    def show_view(self, view: MergeView) -> None:
        """Shows how far it is."""
        moved, self._stage = view.stage is not self._stage, view.stage
        self.refuse(view.refused)
        self.say(self._told, view.told)
        self._card.setVisible(bool(view.told))
        self.passphrase.setVisible(view.stage is MergeStage.LOCKED)
        if view.stage is not MergeStage.LOCKED:
            self.passphrase.forget()
        self.choose.setVisible(view.stage in {MergeStage.CHOOSING, MergeStage.MERGED})
        self.unlock.setVisible(view.stage is MergeStage.LOCKED)
        self.merge.setVisible(view.stage is MergeStage.FOUND)
        self.merge.setEnabled(view.new)
        self.cancel.setVisible(
            view.stage in {MergeStage.LOCKED, MergeStage.READING, MergeStage.FOUND}
        )
        if moved and self.isVisible():
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The passphrase where it is asked for, and a way out while it is read."""
        if self._stage is MergeStage.LOCKED:
            self.passphrase.setFocus(reason)
        elif self._stage is MergeStage.READING:
            self.cancel.setFocus(reason)
        else:
            super().take_focus(reason)

    def _unlock(self) -> None:
        words = self.passphrase.text()
        self.passphrase.forget()
        if words:
            self.unlock_wanted.emit(words)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.file_wanted)
        self.passphrase.returnPressed.connect(self._unlock)
        self.unlock.clicked.connect(self._unlock)
        self.merge.clicked.connect(self.merge_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
