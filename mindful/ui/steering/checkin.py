"""The check-in's steering: the words it offers, and answers made of those chosen."""

from __future__ import annotations

from mindful.exercises.answers import Answers, answers_from
from mindful.exercises.feelings import Feeling, Vocabulary, own_word
from mindful.exercises.model import Exercise
from mindful.ui.sit_models import CheckInAnswer, CheckInView, Word, WordGroup
from mindful.wording import _

KINDNESS = "kind-moment"
"""The exercise offered in place of another where a feeling is strong."""


def check_in_view(
    vocabulary: Vocabulary, exercise: Exercise, minutes: int, on: str = ""
) -> CheckInView:
    """What the check-in offers before a sit, or with the button `on` before something else."""
    return CheckInView(
        title=exercise.title,
        minutes=minutes,
        groups=tuple(WordGroup(heading, words) for heading, words in _groups(vocabulary) if words),
        places=tuple(_place(place.name) for place in vocabulary.place if place.common),
        more_places=tuple(_place(place.name) for place in vocabulary.place if not place.common),
        on=on,
        more_groups=tuple(WordGroup(name, words) for name, words in _families(vocabulary) if words),
        least=exercise.minutes.least,
        longest=exercise.minutes.longest,
        kindness=exercise.id != KINDNESS,
    )


def word_for(vocabulary: Vocabulary, typed: str) -> Word:
    """The listed feeling that was typed, or the person's own word.

    Raises:
        ExerciseTrouble: ``word-empty`` or ``word-too-long``.
    """
    feeling = vocabulary.feeling_for(typed)
    shown = feeling.adjective if feeling.own else _(feeling.adjective)
    return Word(feeling.adjective, shown, own=feeling.own, shows_help=feeling.help)


def answers_of(vocabulary: Vocabulary, answer: CheckInAnswer) -> Answers:
    """What was chosen, as lines take it up."""
    return answers_from(
        vocabulary,
        feelings=tuple(own_word(word.key) for word in answer.feelings),
        places=tuple(own_word(word.key) for word in answer.places),
    )


def _groups(vocabulary: Vocabulary) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    def some(valence: str, energy: str) -> tuple[Word, ...]:
        return tuple(
            _feeling(feeling)
            for feeling in vocabulary.feeling
            if feeling.common and (feeling.valence, feeling.energy) == (valence, energy)
        )

    return (
        (_("unpleasant, more energy"), some("hard", "high")),
        (_("pleasant, more energy"), some("pleasant", "high")),
        (_("unpleasant, less energy"), some("hard", "low")),
        (_("pleasant, less energy"), some("pleasant", "low")),
        (_("mixed"), some("mixed", "")),
    )


def _families(vocabulary: Vocabulary) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """The words that are not among the frequent ones, by family, mixed ones in the middle."""

    def rest(family: str) -> tuple[Word, ...]:
        return tuple(
            _feeling(feeling)
            for feeling in vocabulary.feeling
            if not feeling.common and feeling.family == family
        )

    return (
        (_("Fear"), rest("fear")),
        (_("Anger"), rest("anger")),
        (_("Stirred"), rest("stirred")),
        (_("Sadness"), rest("sadness")),
        (_("Alone"), rest("alone")),
        (_("Shame"), rest("shame")),
        (_("Flat"), rest("flat")),
        (_("Mixed"), rest("mixed")),
        (_("At peace"), rest("at peace")),
        (_("Alive"), rest("alive")),
    )


def _feeling(feeling: Feeling) -> Word:
    return Word(feeling.adjective, _(feeling.adjective), shows_help=feeling.help)


def _place(name: str) -> Word:
    return Word(name, _(name))
