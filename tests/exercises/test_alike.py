from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from mindful.exercises.alike import near_repeats, token_set_ratio

words = st.lists(
    st.sampled_from(("feel", "hands", "and", "feet", "again", "here,", "now.", "Or", "a")),
    max_size=15,
).map(" ".join)


@given(words, words)
def test_it_is_the_ratio_of_rapidfuzz(one: str, other: str) -> None:
    assert token_set_ratio(one, other) == pytest.approx(fuzz.token_set_ratio(one, other))


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_is_so_for_any_text(one: str, other: str) -> None:
    ours = token_set_ratio(one, other)
    assert ours == pytest.approx(fuzz.token_set_ratio(one, other))
    assert ours == pytest.approx(token_set_ratio(other, one))


def test_a_line_in_other_words_is_no_repeat() -> None:
    assert near_repeats("Feel your hands again.", "Feel again your hands again.")
    assert not near_repeats("Feel your hands again.", "Listen to the farthest sound.")
