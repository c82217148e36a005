"""The page that asks before everything is deleted, and the one that says what was removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.field import Field
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.look import Look
from mindful.ui.pages.setup_page import SetupPage
from mindful.wording import _


class ErasingPage(SetupPage):
    """Says what would go; Delete works once the word is typed."""

    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Delete everything"), parent)
        self._question = Label(look, "", "heading", wrap=True)
        goes = _(
            "Your sits, notes, journal, name and phrases go, with every backup, your own sounds "
            "and exercises, the settings, and the lines spoken before. Files that you saved "
            "elsewhere stay."
        )
        ask = _("Type “{word}” to go on.").format(word=typed_word())
        self.typed = Field(look, ask)
        self.delete = PillButton(look, _("Delete everything"), "danger", icon="trash")
        card = Card(look)
        card.column.setSpacing(16)
        card.column.addWidget(self._question)
        card.column.addWidget(Label(look, goes, "body", "ink2", wrap=True))
        card.column.addWidget(Label(look, ask, "label", wrap=True))
        card.column.addWidget(self.typed)
        card.column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        self.what.hide()
        self.column.addWidget(card)
        self.column.addStretch()
        self.typed.textChanged.connect(lambda _: self._weigh())
        self.typed.returnPressed.connect(self._finish)
        self.delete.clicked.connect(self._finish)

    def show_question(self, question: str) -> None:
        """Asks anew: "Delete 148 sits and 61 notes? This can’t be undone."."""
        self._question.setText(question)
        self.typed.setText("")
        self._weigh()

    def _ready(self) -> bool:
        return self.typed.text().strip().casefold() == typed_word().casefold()

    def _weigh(self) -> None:
        self.delete.setEnabled(self._ready())

    def _finish(self) -> None:
        if self._ready():
            self.delete.setEnabled(False)
            self.confirmed.emit()


class ErasedPage(SetupPage):
    """What was removed. Back begins anew."""

    def __init__(self, look: Look, removed: tuple[str, ...], left: tuple[str, ...] = ()) -> None:
        super().__init__(look, _("Everything is deleted"))
        self.begin = PillButton(look, _("Begin anew"))
        for title, places in ((_("Removed"), removed), (_("Could not be removed"), left)):
            if places:
                card = Card(look)
                card.column.setSpacing(8)
                card.column.addWidget(Label(look, title, "label"))
                card.column.addWidget(Label(look, "\n".join(places), "small", "ink2", wrap=True))
                self.column.addWidget(card)
        self.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self.back.hide()
        self.begin.clicked.connect(self.left)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The way on has the focus."""
        self.begin.setFocus(reason)


def typed_word() -> str:
    """What is typed before everything is deleted."""
    return _("delete")
