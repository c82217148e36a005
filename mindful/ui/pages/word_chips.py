"""A group of words that can be chosen, any number of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls import Chip, Label
from mindful.ui.look import Look
from mindful.ui.pages.flow import FlowLayout
from mindful.ui.sit_models import Word


class WordChips(QWidget):
    """A group of words as chips under its heading; arrow keys go to the nearest chip."""

    def __init__(
        self,
        look: Look,
        title: str,
        words: Sequence[Word],
        choose: Callable[[Word, bool], None],
        *,
        spoken_title: str = "",
    ) -> None:
        super().__init__()
        self.chips: dict[str, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if title:
            column.addWidget(Label(look, title, role="small", colour="ink2"))
        flow = FlowLayout()
        for word in words:
            name = f"{word.text}, {spoken_title}" if spoken_title else word.text
            chip = Chip(look, word.text, name=name, parent=self)
            chip.toggled.connect(lambda on, word=word: choose(word, on))
            self.chips[word.key] = chip
            flow.addWidget(chip)
        column.addLayout(flow)
        column.addStretch(1)
