"""Where a feeling is noticed, and how strong it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls import Card, IconTextButton, Label
from mindful.ui.look import Look
from mindful.ui.pages.choosing import Choosing
from mindful.ui.pages.strong import StrongOffers
from mindful.ui.pages.word_chips import WordChips
from mindful.ui.paint.strength import StrengthRow
from mindful.ui.sit_models import Word
from mindful.wording import _

PAD = 26


class PlacesCard(Card):
    """Twelve places as chips, and the rest on asking."""

    def __init__(self, look: Look, choosing: Choosing) -> None:
        super().__init__(look, pad=PAD)
        self._choosing = choosing
        self._parts: list[QWidget] = []
        self.chips: WordChips | None = None
        self._more_words: tuple[Word, ...] = ()
        self.column.addWidget(Label(look, _("Where do you notice it?"), role="heading"))
        self.column.addSpacing(16)
        self.more = IconTextButton(look, _("More places"), "caret-down")
        self.more.clicked.connect(self._show_more)
        self.column.addWidget(self.more)
        self.column.addStretch(1)
        choosing.changed.connect(self._follow)

    def set_places(self, places: Sequence[Word], more: Sequence[Word]) -> None:
        """Shows these places, nothing chosen."""
        self._more_words = tuple(more)
        self._show(places, more_follow=bool(more))

    def _show(self, places: Sequence[Word], *, more_follow: bool) -> None:
        if self.chips is not None:
            self.column.removeWidget(self.chips)
            self.chips.deleteLater()
        self._places = tuple(places)
        self.chips = WordChips(self.look, "", places, self._choose)
        self.column.removeWidget(self.more)
        self.column.insertWidget(2, self.chips)
        self.column.insertWidget(3, self.more)
        self.more.setVisible(more_follow)
        self._follow()

    def _show_more(self) -> None:
        first = self._more_words[0].key if self._more_words else ""
        self._show((*self._places, *self._more_words), more_follow=False)
        if self.chips is not None and first in self.chips.chips:
            self.chips.chips[first].setFocus()

    def _choose(self, word: Word, chosen: bool) -> None:
        self._choosing.choose_place(word, chosen=chosen)

    def _follow(self) -> None:
        keys = {word.key for word in self._choosing.places}
        if self.chips is not None:
            for key, chip in self.chips.chips.items():
                chip.setChecked(key in keys)


class StrengthCard(Card):
    """The strength row, and what is offered first where the feeling is strong."""

    help_wanted = Signal()
    """A word was chosen that calls for people to reach, and the person wants to see them."""

    def __init__(self, look: Look, choosing: Choosing) -> None:
        super().__init__(look, pad=PAD)
        self._choosing = choosing
        self.row = StrengthRow(look)
        self.row.setAccessibleName(_("How strong is it?"))
        self.offers = StrongOffers(look)
        self.help = IconTextButton(look, _("Help is here too"), "lifebuoy")
        self.help.clicked.connect(self.help_wanted)
        self.column.setContentsMargins(PAD, 18, PAD - 10, 14)
        self.column.addWidget(Label(look, _("How strong is it?"), role="heading"))
        self.column.addSpacing(10)
        self.column.addWidget(self.row)
        self.column.addSpacing(4)
        self.column.addWidget(self.offers)
        self.column.addWidget(self.help)
        self.row.chosen.connect(choosing.set_strength)
        choosing.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.row.set_strength(self._choosing.strength)
        strong = self._choosing.suggests_grounding
        self.offers.setVisible(strong)
        self.help.setVisible(self._choosing.shows_help and not strong)
