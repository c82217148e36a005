"""What a person answered before, or in the middle of, a sit."""

from __future__ import annotations

import msgspec

from mindful.exercises.feelings import Feeling, Place, Vocabulary, own_word

LONGEST_SENTENCE = 240
"""Characters of a sentence written in a sit: about 20 seconds of speech."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """The answers that lines take up; all may be left out.

    Attributes:
        feelings: any number; lines name the first two.
        places: any number; lines name the first two.
        name: what the person is called.
        phrase: their own sentence, where there is one.
        phrases: their own sentences, said in turn; `phrase` alone where there are none.
        written: the sentence they wrote in this sit, empty until then.
    """

    feelings: tuple[Feeling, ...] = ()
    places: tuple[Place, ...] = ()
    name: str = ""
    phrase: str = ""
    phrases: tuple[str, ...] = ()
    written: str = ""

    @property
    def own_phrases(self) -> tuple[str, ...]:
        """Every sentence of their own that lines say in turn."""
        return self.phrases or ((self.phrase,) if self.phrase else ())


def answers_from(
    vocabulary: Vocabulary,
    *,
    feelings: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    name: str = "",
    phrase: str = "",
    written: str = "",
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
        written=own_sentence(written) if written else "",
    )


def own_phrase(phrase: str) -> str:
    """A person's own sentence made fit to speak, without the full stop at its end.

    Raises:
        ExerciseTrouble: ``word-too-long`` or ``word-empty``.
    """
    return _without_stop(own_word(phrase))


def own_sentence(sentence: str) -> str:
    """A sentence that a person wrote made fit to speak, without the full stop at its end.

    Args:
        sentence: as typed; line breaks become spaces, and quotation marks around it go, since
            the line that says it has its own.

    Raises:
        ExerciseTrouble: ``word-empty``, or ``word-too-long`` above `LONGEST_SENTENCE` characters
            (fact ``most``).
    """
    return _without_stop(
        own_word(own_word(sentence, LONGEST_SENTENCE).strip('"“”'), LONGEST_SENTENCE)
    )


def _without_stop(words: str) -> str:
    return words.rstrip(".").strip() or words
