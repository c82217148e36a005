"""The small cards over the sit page, of which one is open at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from mindful.ui.controls import RoundButton


class SmallCard(Protocol):
    """A card that a button opens."""

    def isHidden(self) -> bool:
        """Whether it is not open."""

    def setVisible(self, shown: bool) -> None:
        """Opens or closes it."""

    def raise_(self) -> None:
        """Brings it before the page."""

    def take_focus(self) -> None:
        """The keyboard comes to its first place."""


class SitCards:
    """Opens and closes them.

    Args:
        cards: each with the button that is marked while it is open.
        arrange: puts everything in its place.
        leave: gives the keyboard back to the page.
    """

    def __init__(
        self,
        cards: Mapping[SmallCard, RoundButton],
        arrange: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        self._cards = cards
        self._arrange = arrange
        self._leave = leave
        for card, button in cards.items():
            card.setVisible(False)
            button.setCheckable(True)

    @property
    def open(self) -> bool:
        """Whether one is."""
        return any(not card.isHidden() for card in self._cards)

    def toggle(self, card: SmallCard) -> None:
        """Opens a card, in place of another; or closes it."""
        opens = card.isHidden()
        self.close()
        if opens:
            card.setVisible(True)
            self._cards[card].setChecked(True)
            self._arrange()
            card.raise_()
            card.take_focus()

    def close(self) -> None:
        """Closes the one that is open."""
        was_open = self.open
        for card, button in self._cards.items():
            card.setVisible(False)
            button.setChecked(False)
        if was_open:
            self._leave()
