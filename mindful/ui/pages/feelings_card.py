"""The words for feelings: frequent ones in groups, one of the person's own, and the chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mindful.trouble import Trouble
from mindful.ui.controls import Chip, Field, IconTextButton, Label
from mindful.ui.look import Look
from mindful.ui.pages.choosing import Choosing
from mindful.ui.pages.feelings_field import FeelingsField
from mindful.ui.pages.flow import FlowLayout
from mindful.ui.pages.more_feelings import MoreFeelings
from mindful.ui.pages.roving import Roving
from mindful.ui.sit_models import Word, WordGroup
from mindful.wording import _, tell

GAP = 14
LEAST_FIELD, FIELD_WIDTH = 180, 320
"""Pixels of the field for an own word, growing with the text."""

FIRST = 100
"""A share of the row that lets the field grow to its width before the chosen words do."""

WIDEST = (1 << 24) - 1
"""Qt's own "no limit" for a width."""


class FeelingsPart(QWidget):
    """Ground, own word and chosen words; keeps a `Choosing` up to date and follows it.

    `rest`, the words that "More words" shows, lies below the columns of the page, where there is
    room; in one column, here.
    """

    def __init__(self, look: Look, choosing: Choosing, word_for: Callable[[str], Word]) -> None:
        super().__init__()
        self._look = look
        self._choosing = choosing
        self._word_for = word_for
        self.ground = FeelingsField(look)
        self.own = Field(
            look, _("A word of your own"), hint=_("A word of your own"), icon="pencil-simple"
        )
        self.refusal = Label(look, role="small", colour="danger", wrap=True)
        self.more = IconTextButton(look, _("More words"), "caret-down")
        self.rest = MoreFeelings(look)
        self._roving = Roving(self)
        self._chosen: dict[str, Chip] = {}
        self._chosen_row = FlowLayout()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(12)
        self._below.addWidget(self.own, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        chosen = QVBoxLayout()
        chosen.setContentsMargins(0, 4, 0, 0)
        chosen.addLayout(self._chosen_row)
        self._below.addLayout(chosen, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.ground, 1)
        column.addLayout(self._below)
        column.addWidget(self.refusal)
        self.refusal.hide()
        self.more.clicked.connect(self._show_more)
        self.own.returnPressed.connect(self._take_own)
        self.own.textEdited.connect(self._forgive)
        choosing.changed.connect(self._follow)

    @property
    def removable(self) -> tuple[Chip, ...]:
        """The chips of the chosen words, in the order of choosing."""
        return tuple(self._chosen.values())

    @property
    def chips(self) -> dict[str, Chip]:
        """The chips of all words offered, by their words' keys."""
        return {**self.ground.chips, **self.rest.chips}

    def set_groups(self, groups: Sequence[WordGroup], more: Sequence[WordGroup] = ()) -> None:
        """Shows these groups, nothing chosen; those in `more` when they are asked for."""
        self.ground.set_groups(groups, self._choose)
        self.rest.set_groups(more, self._choose)
        self.rest.hide()
        self.more.setVisible(bool(more))
        self._roving.set_groups(tuple(self.ground.chips.values()), tuple(self.rest.chips.values()))
        self.own.clear()
        self._forgive()
        self._follow()

    def set_compact(self, *, compact: bool) -> None:
        """The field in full width with the chosen words below it, or beside it."""
        self.ground.set_compact(compact=compact)
        self.rest.set_compact(compact=compact)
        if compact:
            self._column.addWidget(self.rest)
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        least, wide = self._look.px(LEAST_FIELD), self._look.px(FIELD_WIDTH)
        self.own.setMinimumWidth(0 if compact else least)
        self.own.setMaximumWidth(WIDEST if compact else wide)
        self._below.setStretch(0, 0 if compact else FIRST)

    def _show_more(self) -> None:
        self.more.hide()
        self.rest.show()
        first = next(iter(self.rest.chips.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, word: Word, chosen: bool) -> None:
        self._choosing.choose_feeling(word, chosen=chosen)

    def _take_own(self) -> None:
        if not self.own.text().strip():
            return
        try:
            word = self._word_for(self.own.text())
        except Trouble as trouble:
            self.refusal.setText(tell(trouble))
            self.refusal.show()
            return
        self.own.clear()
        self._forgive()
        self._choosing.choose_feeling(word)

    def _forgive(self) -> None:
        self.refusal.hide()

    def _follow(self) -> None:
        """Shows the choice: chips checked or not, and a removable chip for each chosen word."""
        words = {word.key: word for word in self._choosing.feelings}
        for key, chip in self.chips.items():
            chip.setChecked(key in words)
        for key in [key for key in self._chosen if key not in words]:
            gone = self._chosen.pop(key)
            self._chosen_row.removeWidget(gone)
            gone.deleteLater()
        for key, word in words.items():
            if key not in self._chosen:
                self._chosen[key] = self._removable(word)
                self._chosen_row.addWidget(self._chosen[key])

    def _removable(self, word: Word) -> Chip:
        name = _("Take back {word}").format(word=word.text)
        chip = Chip(self._look, word.text, removable=True, name=name, parent=self)
        chip.clicked.connect(lambda: self._choosing.choose_feeling(word, chosen=False))
        return chip
