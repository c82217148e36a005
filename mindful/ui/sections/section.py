"""What every section of Settings is made of: a title, cards, and rows in them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.card import Card, Rule
from mindful.ui.controls.label import Label
from mindful.ui.controls.pair import Pair
from mindful.ui.controls.slider import MARGIN as SLIDER_MARGIN
from mindful.ui.controls.slider import Slider
from mindful.ui.look import Look

PAD, EDGE, BETWEEN = 28, 12, 10
"""Pixels inside a card: at its sides, above its first and below its last row, and round a rule."""

LIST = 150
"""Least pixels of a list, so that those below each other align."""


class Section(QWidget):
    """A titled part of the page; `column` takes cards and what else it has.

    Args:
        look: the look.
        title: of the section.
        detail: a sentence under it; empty for none.
    """

    def __init__(
        self, look: Look, title: str, detail: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(look, title, "title", wrap=True))
        if detail:
            head.addWidget(Label(look, detail, "body", "ink2", wrap=True))
        self.column.addLayout(head)

    def add_rows(self, *rows: QWidget) -> Card:
        """Adds a card with these rows, a thin line between each two."""
        card = Card(self.look, pad=0)
        card.column.setContentsMargins(PAD, EDGE, PAD, EDGE)
        card.column.setSpacing(BETWEEN)
        for number, row in enumerate(rows):
            if number:
                card.column.addWidget(Rule(self.look))
            card.column.addWidget(row)
        self.column.addWidget(card)
        return card


def row(
    look: Look,
    words: str,
    control: QWidget,
    detail: str = "",
    below: Label | None = None,
    colour: str = "ink",
) -> Pair:
    """What is set, in words, and the control at the right.

    Args:
        look: the look.
        words: what is set.
        control: sets it.
        detail: a sentence below the words; empty for none.
        below: in its place, a label whose words change.
        colour: of the words.
    """
    names = QWidget()
    column = QVBoxLayout(names)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addStretch()
    column.addWidget(Label(look, words, "label", colour, wrap=True))
    if detail:
        below = Label(look, detail, "small", "ink2", wrap=True)
    if below is not None:
        column.addWidget(below)
    column.addStretch()
    return Pair(names, control, gap=24, least=lambda: look.px(150), tall=look.px(44))


def beside(control: QWidget, button: QWidget) -> QWidget:
    """A control, and at its right a button that belongs to it."""
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(BETWEEN)
    line.addWidget(control, 1)
    line.addWidget(button)
    return both


class Level(QWidget):
    """A slider with words under its ends."""

    def __init__(
        self, look: Look, slider: Slider, low: str, high: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        slider.setFixedHeight(26)
        ends = QHBoxLayout()
        ends.setContentsMargins(SLIDER_MARGIN // 2, 0, SLIDER_MARGIN // 2, 0)
        ends.addWidget(Label(look, low, "small", "ink2"))
        ends.addStretch()
        ends.addWidget(Label(look, high, "small", "ink2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(slider)
        column.addLayout(ends)
        self.setMinimumWidth(200)
        self.setMaximumWidth(360)
