"""A person's own people to reach: a name and a number each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.field import Field
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.stacking import Stacking
from mindful.ui.look import Look
from mindful.ui.models import HelpLine
from mindful.ui.pages.reach import ReachRow
from mindful.wording import _

PAD = 24
LONGEST = 60
"""Characters of a name, and of a number."""


class OwnPeople(QWidget):
    """The list, and a row to add someone. `changed` carries all of them, as they are now."""

    changed = Signal(tuple)
    copied = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._people: tuple[HelpLine, ...] = ()
        self.rows: list[ReachRow] = []
        self.who = Field(look, _("Name"), hint=_("Name"))
        self.number = Field(look, _("Number"), hint=_("Number"))
        for field in (self.who, self.number):
            field.setMaxLength(LONGEST)
        self.add = PillButton(look, _("Add"), "outline")
        self.refusal = Label(look, "", "small", "danger", wrap=True)
        self.refusal.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._build()
        self.add.clicked.connect(self._add)
        self.who.returnPressed.connect(self.number.setFocus)
        self.number.returnPressed.connect(self._add)
        for field in (self.who, self.number):
            field.textChanged.connect(self._allow)
        self._allow()

    @property
    def people(self) -> tuple[HelpLine, ...]:
        """Those shown."""
        return self._people

    def show_people(self, people: tuple[HelpLine, ...]) -> None:
        """Shows these people; what is being written stays."""
        self._people = people
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [ReachRow(self._look, person, removable=True) for person in people]
        for number, row in enumerate(self.rows):
            row.copied.connect(self.copied)
            row.removed.connect(lambda number=number: self._remove(number))
            self._list.addWidget(row)
            self._list.addWidget(Rule(self._look))

    def show_trouble(self, why: str) -> None:
        """They could not be read or kept; empty where all is well again."""
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))

    def _build(self) -> None:
        card = Card(self._look, pad=0)
        card.column.setContentsMargins(PAD, 10, PAD, 16)
        card.column.setSpacing(10)
        card.column.addLayout(self._list)
        words = _("Someone you’d ring: a friend, a doctor, a neighbour. Kept on this computer.")
        card.column.addWidget(Label(self._look, words, "small", "ink2", wrap=True))
        card.column.addWidget(_Line(self.who, self.number, self.add))
        card.column.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(self._look, _("Your own people"), "heading"))
        column.addWidget(card)

    def _allow(self) -> None:
        self.add.setEnabled(all(field.text().strip() for field in (self.who, self.number)))

    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        person = HelpLine(self.who.text().strip(), self.number.text().strip())
        self.who.clear()
        self.number.clear()
        self.who.setFocus()
        self._change((*self._people, person))

    def _remove(self, number: int) -> None:
        self._change(self._people[:number] + self._people[number + 1 :])
        self.who.setFocus()

    def _change(self, people: tuple[HelpLine, ...]) -> None:
        self.show_people(people)
        self.changed.emit(people)


class _Line(Stacking):
    """Two fields and a button in a row, or one below the other where a row has no room."""

    def __init__(self, who: Field, number: Field, add: PillButton) -> None:
        super().__init__(who, number, add, gap=12)
        for part in (who, number, add):
            self.box.addWidget(part, 0 if part is add else 1)
