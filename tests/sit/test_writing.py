"""What was written, as it is kept and as lines take it up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.answers import LONGEST_SENTENCE, Answers
from mindful.exercises.model import Keeps
from mindful.sit.writing import LONGEST_READ, Phrase, Writing, is_sayable

BROUGHT = Answers(phrase="I may rest")


def page(kind: Keeps, text: str = "", *phrases: Phrase) -> Writing:
    return Writing(page=2, phase="Write", prompt="What?", kind=kind, text=text, phrases=phrases)


def test_a_sentence_is_said_as_one_line_without_its_stop() -> None:
    assert page("sentence", " I always\nfail. ").answered(BROUGHT).written == "I always fail"


def test_a_note_is_never_said() -> None:
    assert page("note", "I always fail").answered(BROUGHT) == BROUGHT


def test_a_blank_page_changes_nothing_and_leaves_nothing() -> None:
    for kind in ("note", "sentence", "phrases"):
        blank = page(kind, " \n ")
        assert blank.answered(BROUGHT) == BROUGHT
        assert blank.rows == ()


def test_phrases_of_six_and_more_are_said_instead_of_the_one_brought_along() -> None:
    rated = page("phrases", "", Phrase("I can begin again.", 6), Phrase("I am great", 5))
    answers = rated.answered(BROUGHT)
    assert answers.own_phrases == ("I can begin again",)
    doubted = page("phrases", "", Phrase("I am great", 5))
    assert doubted.answered(BROUGHT).own_phrases == ()


def test_phrases_without_numbers_are_kept_and_not_said() -> None:
    bare = page("phrases", "", Phrase("I am great"))
    assert bare.answered(BROUGHT) == BROUGHT
    assert [(row.text, row.rating) for row in bare.rows] == [("I am great", None)]


def test_a_sentence_too_long_for_a_line_is_kept_and_not_said() -> None:
    for length in (LONGEST_SENTENCE + 1, LONGEST_READ + 1):
        long = page("sentence", "a" * length)
        assert long.answered(BROUGHT) == BROUGHT
        assert long.rows[0].text == "a" * length
        assert not is_sayable(long.text)


@given(st.text(min_size=1))
def test_no_message_shows_what_was_written(secret: str) -> None:
    marked = f"«{secret}»"
    shown = repr(page("phrases", marked, Phrase(marked, 3))) + repr(Phrase(marked))
    assert marked not in shown
