from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.ui.pages.gentle_length import GentleLength


@pytest.mark.parametrize(
    ("minutes", "least", "gentle"), [(20, 5, 5), (20, 6, 6), (3, 3, 3), (5, 3, 5), (90, 3, 5)]
)
def test_a_strong_feeling_offers_five_minutes_or_what_is_nearest(
    minutes: int, least: int, gentle: int
) -> None:
    length = GentleLength(minutes, least, 90)
    length.feel(strong=True)
    assert length.minutes == gentle
    length.feel(strong=False)
    assert length.minutes == minutes


def test_what_the_person_chose_stands() -> None:
    length = GentleLength(20, 5, 90)
    length.feel(strong=True)
    length.step(1)
    length.feel(strong=False)
    length.feel(strong=True)
    assert length.minutes == 6


@given(st.lists(st.sampled_from([-1, 1, True, False]), max_size=30))
def test_it_is_never_out_of_what_is_offered(acts: list[int]) -> None:
    length = GentleLength(7, 6, 9)
    for act in acts:
        if isinstance(act, bool):
            length.feel(strong=act)
        else:
            length.step(act)
        assert 6 <= length.minutes <= 9
        assert length.can_shorten == (length.minutes > 6)
        assert length.can_lengthen == (length.minutes < 9)
