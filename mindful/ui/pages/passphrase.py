"""The page that sets, changes or removes the passphrase, or asks for it before an export."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.accessible import announce
from mindful.ui.controls.card import Card
from mindful.ui.controls.label import Label
from mindful.ui.controls.pass_field import PassField
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.pages.setup_page import SetupPage
from mindful.ui.sections.section import row
from mindful.wording import _

PassTask = Literal["set", "change", "remove", "confirm"]


class PassphrasePage(SetupPage):
    """What is asked depends on the task. `done` carries the present and the new passphrase."""

    done = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Passphrase"), parent)
        self._task: PassTask = "set"
        self.present = PassField(look, _("Present passphrase"))
        self.new = PassField(look, _("New passphrase"))
        self.again = PassField(look, _("The same again"))
        self.understood = Toggle(look, _("I understand that it cannot be recovered"))
        self.told = Label(look, "", "body", "danger", wrap=True)
        self.go = PillButton(look, "")
        self._parts = {
            name: self._labelled(words, field)
            for name, words, field in (
                ("present", _("Present passphrase"), self.present),
                ("new", _("New passphrase"), self.new),
                ("again", _("The same again"), self.again),
            )
        }
        self._accept = row(look, _("I understand that it cannot be recovered"), self.understood)
        card = Card(look)
        card.column.setSpacing(16)
        for part in self._parts.values():
            card.column.addWidget(part)
        card.column.addWidget(self._accept)
        card.column.addWidget(self.told)
        card.column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        self.column.addStretch()
        for field in (self.present, self.new, self.again):
            field.returnPressed.connect(self._finish)
            field.textChanged.connect(lambda _: self._weigh())
        self.understood.toggled.connect(lambda _: self._weigh())
        self.go.clicked.connect(self._finish)

    def show_task(self, task: PassTask) -> None:
        """Asks for what this task needs; what stood there is gone."""
        self._task = task
        self.forget()
        sets = task in {"set", "change"}
        self._parts["present"].setVisible(task != "set")
        for name in ("new", "again"):
            self._parts[name].setVisible(sets)
        self.what.setText(_warnings()[task])
        self._accept.setVisible(sets)
        self.go.set_words(
            {
                "set": _("Lock"),
                "change": _("Change passphrase"),
                "remove": _("Remove passphrase"),
                "confirm": _("Go on"),
            }[task]
        )
        self._weigh()

    def tell(self, words: str) -> None:
        """Says why nothing was changed, and lets the person try again."""
        self.set_busy(busy=False)
        self._say(words)
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """While everything is written anew."""
        for part in (*self._parts.values(), self.understood):
            part.setEnabled(not busy)
        self._weigh()
        if busy:
            self.go.setEnabled(False)

    def forget(self) -> None:
        """Nothing stands there any more."""
        for field in (self.present, self.new, self.again):
            field.forget()
        self.understood.setChecked(False)
        self._say("")
        self.set_busy(busy=False)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The first field has the focus."""
        self._first().setFocus(reason)

    def _first(self) -> PassField:
        return self.new if self._task == "set" else self.present

    def _labelled(self, words: str, field: PassField) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.look, words, "label"))
        column.addWidget(field)
        return part

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self.told, words)

    def _ready(self) -> bool:
        present = self._task == "set" or bool(self.present.text())
        if self._task in {"remove", "confirm"}:
            return present
        return present and bool(self.new.text()) and self.understood.isChecked()

    def _weigh(self) -> None:
        self.go.setEnabled(self._ready())

    def _finish(self) -> None:
        if not self._ready():
            return
        if self._task in {"set", "change"} and self.new.text() != self.again.text():
            self.again.forget()
            self.tell(_("The two differ. Type the new one again."))
            return
        present, new = self.present.text(), self.new.text()
        self.forget()
        self.set_busy(busy=True)
        self.done.emit(present, new)


def _warnings() -> dict[PassTask, str]:
    cannot = _(
        "If you forget it, your notes and history cannot be recovered. There is no other way in. "
    )
    return {
        "set": cannot
        + _(
            "The file as it is now and its backups are overwritten and removed; "
            "a new, locked backup is made. A few words are a good passphrase."
        ),
        "change": cannot
        + _("Backups that open with the present one are removed; a new backup is made."),
        "remove": _(
            "Whoever can open your files can read your notes and history then. "
            "Locked backups are removed; a new backup is made."
        ),
        "confirm": _("What is exported can be read by whoever has it, without a passphrase."),
    }
