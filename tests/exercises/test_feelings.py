from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.feelings import Vocabulary, own_word, valence


def test_the_words_of_the_design_are_there(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.feeling) == 69
    assert sum(feeling.common for feeling in vocabulary.feeling) == 32
    assert len(vocabulary.place) == 21
    assert sum(place.common for place in vocabulary.place) == 12


@pytest.mark.parametrize("word", ["anxious", "Anxiety", "  anxiety "])
def test_a_feeling_is_found_by_adjective_or_noun(vocabulary: Vocabulary, word: str) -> None:
    found = vocabulary.feeling_for(word)
    assert (found.adjective, found.own) == ("anxious", False)


def test_any_other_word_is_the_persons_own(vocabulary: Vocabulary) -> None:
    assert vocabulary.feeling_for("like fog").own
    assert vocabulary.place_for("left knee").own


@given(st.text(max_size=200))
def test_own_words_never_hold_control_characters(word: str) -> None:
    try:
        plain = own_word(word)
    except ExerciseTrouble as trouble:
        assert trouble.code in {"word-empty", "word-too-long"}
    else:
        assert 0 < len(plain) <= 60
        assert plain.isprintable()


def test_a_very_long_word_is_refused() -> None:
    with pytest.raises(ExerciseTrouble, match="word-too-long"):
        own_word("a" * 10_000)


def test_any_hard_feeling_makes_the_sit_a_hard_one(vocabulary: Vocabulary) -> None:
    joy, fear = vocabulary.feeling_for("joyful"), vocabulary.feeling_for("afraid")
    assert valence([joy]) == "pleasant"
    assert valence([joy, fear]) == "hard"
    assert valence([]) == "mixed"
