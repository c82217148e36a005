"""What a person has chosen so far at the check-in. Chips, field and figure all show this."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mindful.sit.safety import Care, Felt, offered
from mindful.ui.sit_models import CheckInAnswer, Word


class Choosing(QObject):
    """Chosen feelings and places in the order of choosing, and the strength."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feelings: list[Word] = []
        self._places: list[Word] = []
        self._strength: int | None = None

    @property
    def feelings(self) -> tuple[Word, ...]:
        """The feelings chosen."""
        return tuple(self._feelings)

    @property
    def places(self) -> tuple[Word, ...]:
        """The places chosen."""
        return tuple(self._places)

    @property
    def strength(self) -> int | None:
        """0 to 10, or ``None``."""
        return self._strength

    @property
    def answer(self) -> CheckInAnswer:
        """All of it."""
        return CheckInAnswer(self.feelings, self.places, self._strength)

    @property
    def suggests_grounding(self) -> bool:
        """Whether the feeling is so strong that grounding first is a good choice."""
        return offered(Felt(self._strength), over=False).care is Care.STRONG

    @property
    def shows_help(self) -> bool:
        """Whether a word is among the feelings that calls for a way to Help."""
        return any(word.shows_help for word in self._feelings)

    def clear(self) -> None:
        """Chooses nothing."""
        self._feelings, self._places, self._strength = [], [], None
        self.changed.emit()

    def choose_feeling(self, word: Word, *, chosen: bool = True) -> None:
        """Adds the feeling at the end, or takes it back."""
        self._set(self._feelings, word, chosen=chosen)

    def choose_place(self, word: Word, *, chosen: bool = True) -> None:
        """Adds the place at the end, or takes it back."""
        self._set(self._places, word, chosen=chosen)

    def set_strength(self, strength: int | None) -> None:
        """Takes the strength, or none."""
        if strength != self._strength:
            self._strength = strength
            self.changed.emit()

    def _set(self, words: list[Word], word: Word, *, chosen: bool) -> None:
        there = next((own for own in words if own.key == word.key), None)
        if chosen and there is None:
            words.append(word)
        elif not chosen and there is not None:
            words.remove(there)
        else:
            return
        self.changed.emit()
