"""What a person answered before, or in the middle of, a sit."""

from __future__ import annotations

import msgspec

from mindful.exercises.feelings import Feeling, Place, Vocabulary, own_word


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The answers that lines take up; all may be left out.

    Attributes:
        feelings: any number; lines name the first two.
        places: any number; lines name the first two.
        name: what the person is called.
        phrase: their own sentence.
    """

    feelings: tuple[Feeling, ...] = ()
    places: tuple[Place, ...] = ()
    name: str = ""
    phrase: str = ""


def answers_from(
    vocabulary: Vocabulary,
    *,
    feelings: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    name: str = "",
    phrase: str = "",
) -> Answers:
    """Turn words as typed into answers.

    Raises:
        ExerciseTrouble: ``word-too-long`` or ``word-empty`` for a word that cannot be taken.
    """
    return Answers(
        feelings=tuple(vocabulary.feeling_for(word) for word in feelings),
        places=tuple(vocabulary.place_for(word) for word in places),
        name=own_word(name) if name else "",
        phrase=own_phrase(phrase) if phrase else "",
    )


def own_phrase(phrase: str) -> str:
    """A person's own sentence made fit to speak, without the full stop at its end.

    Raises:
        ExerciseTrouble: ``word-too-long`` or ``word-empty``.
    """
    return own_word(phrase).rstrip(".").strip() or own_word(phrase)
