"""Rows of a person's own phrases, each with how true it sounds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import Field, Label, Scroll, Toggle
from mindful.ui.look import Look
from mindful.ui.pages.writing_paper import ROLE
from mindful.ui.paint.strength import StrengthRow
from mindful.ui.sit_models import RatedPhrase
from mindful.wording import _

MOST = 20
"""So many rows at most: a sit has no time to say more."""

LONGEST = 60
"""Characters of a phrase: what lines can say."""


class PhraseField(Field):
    """A field in the serif of a person's own words."""

    def _relook(self) -> None:
        super()._relook()
        self.setFont(self._look.font(ROLE))


class PhraseRow(QWidget):
    """One phrase and its number, 0 to 10."""

    changed = Signal()
    done = Signal()
    """Enter was pressed in the phrase."""

    def __init__(self, look: Look, number: int, phrase: RatedPhrase) -> None:
        super().__init__()
        self.field = PhraseField(look, _("Phrase {number}").format(number=number))
        self.field.setPlaceholderText(_("A sentence about yourself"))
        self.field.setMaxLength(LONGEST)
        self.field.setText(phrase.text)
        self.rating = StrengthRow(look, small=True)
        self.rating.setAccessibleName(_("How true phrase {number} sounds").format(number=number))
        self.rating.set_strength(phrase.rating)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(4, 4, 4, 4)
        self._box.setSpacing(12)
        self._box.addWidget(self.field, 1)
        self._box.addWidget(self.rating, 1)
        self.field.textChanged.connect(self._settle)
        self.field.returnPressed.connect(self.done)
        self.rating.chosen.connect(lambda _chosen: self.changed.emit())
        self.rating.setEnabled(bool(phrase.text.strip()))

    @property
    def phrase(self) -> RatedPhrase:
        """What stands there, as typed."""
        return RatedPhrase(self.field.text(), self.rating.strength)

    def set_compact(self, *, compact: bool) -> None:
        """The number below its phrase, or beside it."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        self._box.setSpacing(2 if compact else 12)

    def _settle(self) -> None:
        """A phrase can be rated when there is one."""
        self.rating.setEnabled(bool(self.field.text().strip()))
        self.changed.emit()


class PhraseRows(QWidget):
    """As many rows as there are phrases, and an empty one after them."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._compact = False
        self._rows: list[PhraseRow] = []
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 12, 0)
        self._list.setSpacing(4)
        self.keep = Toggle(look, _("Keep the ones of 6 and more for other sits"), on=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        scale = _("0 is not true for me, 10 is wholly true. Those of 6 and more go on to be said.")
        self.scale = Label(look, scale, role="small", colour="ink2", wrap=True)
        column.addWidget(self.scale)
        self._area = Scroll(look, content, keys=False)
        column.addWidget(self._area, 1)
        keeping = QHBoxLayout()
        keeping.setSpacing(10)
        keeping.addWidget(self.keep)
        words = Label(look, self.keep.accessibleName(), role="small", colour="ink2", wrap=True)
        keeping.addWidget(words, 1)
        self._list.addLayout(keeping)
        self._list.addStretch(1)

    @property
    def rows(self) -> tuple[PhraseRow, ...]:
        """The rows, the last one empty unless there are as many as can be."""
        return tuple(self._rows)

    @property
    def phrases(self) -> tuple[RatedPhrase, ...]:
        """Every phrase that stands there, as typed."""
        return tuple(row.phrase for row in self._rows if row.phrase.text.strip())

    def begin(self, phrases: tuple[RatedPhrase, ...]) -> None:
        """Begins with these phrases, to be kept for other sits unless the person says no."""
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for phrase in phrases[:MOST]:
            self._add(phrase)
        self._grow()
        self.keep.setChecked(True)

    def set_compact(self, *, compact: bool) -> None:
        """Each number below its phrase, or beside it."""
        self.scale.setVisible(not compact)
        self._compact = compact
        for row in self._rows:
            row.set_compact(compact=compact)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begins on the first row that is empty, or not rated."""
        row = next((row for row in self._rows if row.rating.strength is None), self._rows[-1])
        (row.rating if row.phrase.text else row.field).setFocus(reason)

    def _add(self, phrase: RatedPhrase) -> None:
        row = PhraseRow(self._look, len(self._rows) + 1, phrase)
        row.set_compact(compact=self._compact)
        row.changed.connect(self._changed)
        row.done.connect(lambda: row.rating.setFocus(Qt.FocusReason.TabFocusReason))
        self._rows.append(row)
        self._list.insertWidget(len(self._rows) - 1, row)

    def _changed(self) -> None:
        self._grow()
        self.changed.emit()

    def _grow(self) -> None:
        full = all(row.phrase.text.strip() for row in self._rows)
        if full and len(self._rows) < MOST:
            self._add(RatedPhrase(""))
