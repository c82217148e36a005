"""A group of words that can be chosen, any number of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls import Chip, Label
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.ui.sit_models import Word


def make_chips(
    look: Look, words: Sequence[Word], choose: Callable[[Word, bool], None], where: str = ""
) -> dict[str, Chip]:
    """A chip for each word, by the words' keys.

    Args:
        look: the look.
        words: in their order.
        choose: told of a word, and whether it is chosen now.
        where: its group, which a screen reader says after the word.
    """
    chips = {}
    for word in words:
        chip = Chip(look, word.text, name=f"{word.text}, {where}" if where else word.text)
        chip.setToolTip(where)
        chip.toggled.connect(lambda on, word=word: choose(word, on))
        chips[word.key] = chip
    return chips


class WordChips(QWidget):
    """Chips in lines, under a quiet heading where there is one."""

    def __init__(self, look: Look, title: str, chips: Mapping[str, Chip]) -> None:
        super().__init__()
        self.chips = dict(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if title:
            column.addWidget(Label(look, title, role="small", colour="ink2"))
        self.flow = FlowLayout()
        for chip in self.chips.values():
            self.flow.addWidget(chip)
            chip.show()
        column.addLayout(self.flow)
        column.addStretch(1)
