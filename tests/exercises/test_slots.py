from __future__ import annotations

import pytest

from mindful.exercises import slots
from mindful.exercises.answers import Answers, answers_from
from mindful.exercises.feelings import Vocabulary

NOBODY = Answers()


@pytest.fixture
def anxious(vocabulary: Vocabulary) -> Answers:
    return answers_from(vocabulary, feelings=("anxious",), places=("chest",), name="Ada")


@pytest.mark.parametrize(
    ("line", "with_answers", "without"),
    [
        ("Notice {this-feeling}.", "Notice this anxiety.", "Notice this feeling."),
        ("{this-feeling} is here.", "This anxiety is here.", "This feeling is here."),
        ("There is {some-feeling}.", "There is some anxiety.", "There is some feeling."),
        (
            "People {feeling-this} wait.",
            "People feeling anxious wait.",
            "People feeling this way wait.",
        ),
        ("Rest {in-place}.", "Rest in the chest.", "Rest in the body."),
        ("Touch {the-place}.", "Touch the chest.", "Touch the body."),
        ("You came{name}.", "You came, Ada.", "You came."),
    ],
)
def test_a_line_is_right_with_and_without_answers(
    anxious: Answers, line: str, with_answers: str, without: str
) -> None:
    assert slots.fill(line, anxious) == with_answers
    assert slots.fill(line, NOBODY) == without


def test_own_words_are_quoted_as_the_persons_own(vocabulary: Vocabulary) -> None:
    own = answers_from(vocabulary, feelings=("the fog",), places=("left knee",))
    assert slots.fill("{this-feeling} {in-place}.", own) == (
        "The feeling you called the fog in the place you called left knee."
    )
    assert slots.is_private("{this-feeling}", own)
    assert not slots.is_private("{this-feeling}", own, feeling=False)
    assert slots.is_private("{in-place}", own)


def test_two_feelings_are_named_and_a_third_is_not(vocabulary: Vocabulary) -> None:
    several = answers_from(vocabulary, feelings=("anxiety", "tender", "sad"))
    assert slots.fill("{this-feeling}", several) == "This anxiety and this tenderness"
    assert slots.fill("{feeling-this}", several) == "Feeling anxious and tender"


def test_listed_words_are_not_private_but_the_name_is(anxious: Answers) -> None:
    assert not slots.is_private("{this-feeling} {in-place}", anxious)
    assert slots.is_private("Welcome{name}.", anxious)
    assert not slots.is_private("Welcome{name}.", anxious, name=False)


@pytest.mark.parametrize("word", ["can't tell", "nowhere clear"])
def test_words_without_a_clear_answer_leave_the_line_general(
    vocabulary: Vocabulary, word: str
) -> None:
    unclear = answers_from(vocabulary, feelings=("can't tell",), places=("nowhere clear",))
    assert slots.fill("{this-feeling} {in-place}", unclear) == "This feeling in the body"
    assert word


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{feeling}", "unknown slot"),
        ("{this-feeling} or {some-feeling}", "once"),
        ("{phrase}", "needs a line"),
        ("{name} hello", "before a comma"),
        ("a { brace", "brace"),
    ],
)
def test_a_wrong_slot_is_named(line: str, fault: str) -> None:
    asks = ("feeling", "name", "phrase")
    assert any(fault in found for found in slots.faults(line, asks, ()))


def test_a_slot_the_exercise_does_not_ask_for_is_a_fault() -> None:
    assert any("asks" in found for found in slots.faults("{in-place}", ("feeling",), ()))


def test_a_sense_of_something_takes_another_article(vocabulary: Vocabulary) -> None:
    stuck = answers_from(vocabulary, feelings=("stuck",))
    assert slots.fill("{some-feeling} is here.", stuck) == "A sense of being stuck is here."
    assert slots.fill("Be with {this-feeling}.", stuck) == "Be with this sense of being stuck."
