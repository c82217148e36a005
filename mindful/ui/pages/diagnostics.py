"""Diagnostics: what works on this computer, and how exactly the last sits were played."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.diagnosis import Diagnosis, Fact
from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.row import IconTextButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.wording import _

MARGIN, WIDEST = 24, 720


class Diagnostics(QWidget):
    """A pure view. `copied` carries the whole as text, `again_wanted` asks to look anew."""

    left = Signal()
    copied = Signal(str)
    again_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self.back = IconTextButton(look, _("Back"), "arrow-left", colour="ink2", flush=True)
        self.copy = PillButton(look, _("Copy all of it"), "outline", icon="copy")
        self.again = PillButton(look, _("Look again"), "outline", icon="arrow-clockwise")
        self._said = Label(look, "", "body", "ink2", wrap=True)
        self._facts = Card(look, pad=0)
        self._sits = Card(look, pad=0)
        self._none = Label(look, _("No sit has been measured yet."), "body", "ink2", wrap=True)
        for card in (self._facts, self._sits):
            card.column.setContentsMargins(MARGIN, 10, MARGIN, 10)
        content = QWidget()
        self._content = QHBoxLayout(content)
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        self._fill(body)
        self._content.addWidget(body, WIDEST)
        self._content.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(look, content))
        self.back.clicked.connect(self.left)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self.again_wanted)
        self.set_compact(compact=False)
        self.show_looking()

    def show_looking(self) -> None:
        """Says that it is being looked; nothing can be copied yet."""
        self._said.setText(_("Looking…"))
        self.copy.setEnabled(False)

    def show_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Shows what was found."""
        self._text = diagnosis.text
        self._said.setText(
            _(
                "For whoever mends Mindful. Nothing here is yours alone: no words, names, feelings "
                "or days. It stays on this computer unless you copy it."
            )
        )
        self._show(self._facts, diagnosis.facts)
        self._show(self._sits, diagnosis.sits)
        self._none.setVisible(not diagnosis.sits)
        self.copy.setEnabled(True)

    def set_compact(self, compact: bool) -> None:
        """Narrower margins."""
        side = 16 if compact else MARGIN
        self._content.setContentsMargins(side, 12 if compact else 21, side, MARGIN)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The way back has the focus first."""
        self.back.setFocus(reason)

    def _copy(self) -> None:
        self.copied.emit(self._text)

    def _fill(self, body: QWidget) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(Label(self._look, _("Diagnostics"), "display", wrap=True))
        head.addWidget(self._said)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addWidget(Label(self._look, _("The last sits"), "heading", wrap=True))
        column.addWidget(self._none)
        column.addWidget(self._sits)
        actions = FlowLayout(gap=12)
        actions.addWidget(self.copy)
        actions.addWidget(self.again)
        column.addLayout(actions)
        column.addStretch()

    def _show(self, card: Card, facts: Sequence[Fact]) -> None:
        while (item := card.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, fact in enumerate(facts):
            if number:
                card.column.addWidget(Rule(self._look))
            card.column.addWidget(self._line(fact))
        card.setVisible(bool(facts))

    def _line(self, fact: Fact) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for words, role, colour in ((fact.about, "label", "ink"), (fact.found, "body", "ink2")):
            column.addWidget(Label(self._look, words, role, colour, wrap=True))
        return line
