"""How strong a feeling is, and what is offered first where it is strong."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mindful.ui.controls import Card, IconTextButton, Label
from mindful.ui.look import Look
from mindful.ui.pages.choosing import Choosing
from mindful.ui.pages.strong import StrongOffers
from mindful.ui.paint.strength import StrengthRow
from mindful.wording import _

PAD, NARROW_PAD = 26, 18


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
        self.set_compact(compact=False)
        self.column.addWidget(Label(look, _("How strong is it?"), role="heading"))
        self.column.addSpacing(10)
        self.column.addWidget(self.row)
        self.column.addSpacing(4)
        self.column.addWidget(self.offers)
        self.column.addWidget(self.help)
        self.row.chosen.connect(choosing.set_strength)
        choosing.changed.connect(self._follow)
        self._follow()

    def set_compact(self, *, compact: bool) -> None:
        """Less room at the sides, or more."""
        pad = NARROW_PAD if compact else PAD
        # The largest circle stands out a little at the right, as its number does not.
        self.column.setContentsMargins(pad, 18, pad - 10, 14)

    def _follow(self) -> None:
        self.row.set_strength(self._choosing.strength)
        strong = self._choosing.suggests_grounding
        self.offers.setVisible(strong)
        self.help.setVisible(self._choosing.shows_help and not strong)
