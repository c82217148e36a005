"""Words for feelings and places, with the grammar that spoken lines need."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from mindful.exercises.errors import ExerciseTrouble

Valence = Literal["hard", "mixed", "pleasant"]

LONGEST_WORD = 60
"""Characters of a person's own word."""


class Feeling(msgspec.Struct, frozen=True, kw_only=True):
    """A word for a feeling.

    Attributes:
        adjective: as in "feeling anxious"; also its name in lists and in the log.
        noun: as in "this anxiety"; empty where there is none ("can't tell").
        family: what it is grouped with.
        valence: hard, mixed or pleasant.
        energy: "high", "low", or "" for mixed ones.
        common: among the words shown at first.
        own: the person's own word, in neither list.
        help: choosing it quietly shows Help.
    """

    adjective: str
    noun: str
    family: str = ""
    valence: Valence = "mixed"
    energy: Literal["high", "low", ""] = ""
    common: bool = False
    own: bool = False
    help: bool = False


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the body.

    Attributes:
        name: its name in lists and in the log.
        within: with its preposition, as in "in the chest".
        the: as in "the chest".
        plural: whether it takes "they".
        common: among the places shown at first.
        own: the person's own word, not in the list.
    """

    name: str
    within: str
    the: str
    plural: bool = False
    common: bool = False
    own: bool = False


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """All words offered, in the order they are shown."""

    feeling: tuple[Feeling, ...]
    place: tuple[Place, ...]

    def feeling_for(self, word: str) -> Feeling:
        """The listed feeling whose adjective or noun is `word`, or the person's own word.

        Raises:
            ExerciseTrouble: ``word-too-long`` or ``word-empty``.
        """
        own = own_word(word)
        for feeling in self.feeling:
            if own.casefold() in {feeling.adjective.casefold(), feeling.noun.casefold()} - {""}:
                return feeling
        return Feeling(adjective=own, noun="", own=True)

    def place_for(self, word: str) -> Place:
        """The listed place called `word`, or the person's own.

        Raises:
            ExerciseTrouble: ``word-too-long`` or ``word-empty``.
        """
        own = own_word(word)
        for place in self.place:
            if own.casefold() == place.name.casefold():
                return place
        return Place(name=own, within="", the="", own=True)


def load_vocabulary(path: Path) -> Vocabulary:
    """Read the words from a TOML file."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Vocabulary)


def own_word(word: str, most: int = LONGEST_WORD) -> str:
    """A person's own word made fit to speak: no control characters, single spaces.

    Raises:
        ExerciseTrouble: ``word-empty`` when nothing is left, ``word-too-long`` above `most`
            characters (fact ``most``). The word itself is no fact.
    """
    # Separators and controls become spaces first, so that words do not run together.
    plain = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in word)
    plain = " ".join(plain.split())
    if not plain:
        raise ExerciseTrouble("word-empty")
    if len(plain) > most:
        raise ExerciseTrouble("word-too-long", most=most)
    return plain


def valence(feelings: Sequence[Feeling]) -> Valence:
    """The valence of a sit: any hard feeling makes it hard, then pleasant, then mixed."""
    found = {feeling.valence for feeling in feelings}
    if "hard" in found:
        return "hard"
    return "pleasant" if "pleasant" in found else "mixed"
