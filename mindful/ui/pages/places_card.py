"""Where a feeling is noticed: chips for places, and a figure that mirrors them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mindful.ui.controls import Card, Chip, IconTextButton, Label, Pair
from mindful.ui.look import Look
from mindful.ui.pages.choosing import Choosing
from mindful.ui.pages.roving import Roving
from mindful.ui.pages.word_chips import WordChips, make_chips
from mindful.ui.paint.body_figure import BodyFigure
from mindful.ui.sit_models import Word
from mindful.wording import _

PAD, NARROW_PAD, GAP = 26, 18, 8
BESIDE = 24
"""Least pixels between the figure and the chips."""


class PlacesCard(Card):
    """Twelve places as chips, and the rest on asking.

    The figure stands beside two columns of chips where there is room; else the chips fill the
    card in lines.
    """

    def __init__(self, look: Look, choosing: Choosing) -> None:
        super().__init__(look, pad=PAD)
        self._choosing = choosing
        self._more_words: tuple[Word, ...] = ()
        self._room = 0
        self._pad = PAD
        self._roving = Roving(self)
        self.figure = BodyFigure(look, self)
        self.common = WordChips(look, "", {})
        self.rest = WordChips(look, "", {})
        self.more = IconTextButton(look, _("More places"), "caret-down")
        self.more.clicked.connect(self._show_more)
        self.figure.pressed.connect(lambda place: self.chips[place].toggle())
        self._row = QHBoxLayout()
        self._row.setSpacing(BESIDE)
        self._row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        self._beside = QVBoxLayout()
        self._row.addLayout(self._beside, 1)
        self.column.setSpacing(0)
        heading = Label(look, _("Where do you notice it?"), role="heading", wrap=True)
        self.column.addWidget(Pair(heading, self.more, below=0))
        self.column.addSpacing(8)
        self.column.addLayout(self._row)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, GAP, 0, 0)
        self.column.addLayout(self._below)
        self.column.addStretch(1)
        self.set_compact(compact=False)
        choosing.changed.connect(self._follow)
        look.changed.connect(self._fit)

    @property
    def chips(self) -> dict[str, Chip]:
        """Every chip that can be seen, by its place's key."""
        return {**self.common.chips, **self.rest.chips}

    def set_places(self, places: Sequence[Word], more: Sequence[Word]) -> None:
        """Shows these places, nothing chosen."""
        self._more_words = tuple(more)
        self.common = self._replace(self.common, self._beside, places)
        self.rest = self._replace(self.rest, self._below, ())
        self.more.setVisible(bool(more))
        self._offer()
        self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Less room at the sides, or more."""
        self._pad = NARROW_PAD if compact else PAD
        self.column.setContentsMargins(self._pad, 14, self._pad, 18)

    def set_room(self, width: int) -> None:
        """The card will be this many pixels wide: shows the figure where it fits."""
        self._room = width
        self._fit()

    def _replace(self, old: WordChips, where: QVBoxLayout, words: Sequence[Word]) -> WordChips:
        where.removeWidget(old)
        old.hide()
        old.deleteLater()
        new = WordChips(self.look, "", make_chips(self.look, words, self._choose))
        where.addWidget(new)
        new.setVisible(bool(words))
        return new

    def _fit(self) -> None:
        widest = max((chip.sizeHint().width() for chip in self.common.chips.values()), default=0)
        needed = self.figure.sizeHint().width() + BESIDE + 2 * widest + GAP
        fits = needed <= self._room - 2 * self._pad
        self.figure.setVisible(fits)
        self.common.flow.set_columns(2 if fits else 0)

    def _show_more(self) -> None:
        self.rest = self._replace(self.rest, self._below, self._more_words)
        self.more.hide()
        self._offer()
        first = next(iter(self.rest.chips.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, word: Word, chosen: bool) -> None:
        self._choosing.choose_place(word, chosen=chosen)

    def _offer(self) -> None:
        """What can be seen can be pressed on the figure too."""
        self.figure.set_places({key: chip.words for key, chip in self.chips.items()})
        self._roving.set_groups(tuple(self.chips.values()))
        self._follow()

    def _follow(self) -> None:
        keys = {word.key for word in self._choosing.places}
        self.figure.set_chosen(keys)
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)
