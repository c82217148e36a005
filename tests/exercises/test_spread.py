from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.spread import spread

takers = st.lists(
    st.tuples(st.integers(0, 10**6), st.floats(0, 10), st.integers(0, 10**6)), min_size=1
)


@given(takers, st.integers(0, 10**8))
def test_everyone_gets_their_least_and_the_sum_is_exact(
    rows: list[tuple[int, float, int]], extra: int
) -> None:
    least = [low for low, _, _ in rows]
    amount = sum(least) + extra
    shares = spread(amount, least, [w for _, w, _ in rows], [low + room for low, _, room in rows])
    assert sum(shares) == amount
    assert all(share >= low for share, low in zip(shares, least, strict=True))


@given(takers, st.floats(0, 1))
def test_nobody_gets_more_than_their_most_while_there_is_room(
    rows: list[tuple[int, float, int]], part: float
) -> None:
    least = [low for low, _, _ in rows]
    most = [low + room for low, _, room in rows]
    amount = sum(least) + int(part * (sum(most) - sum(least)))
    shares = spread(amount, least, [w for _, w, _ in rows], most)
    assert all(share <= high for share, high in zip(shares, most, strict=True))


@given(st.lists(st.floats(0.1, 10), min_size=2, max_size=20), st.integers(0, 10**7))
def test_what_is_left_is_divided_by_weight(weights: list[float], amount: int) -> None:
    shares = spread(amount, [0] * len(weights), weights, [10**9] * len(weights))
    for share, weight in zip(shares, weights, strict=True):
        assert share == pytest.approx(amount * weight / sum(weights), abs=len(weights))


def test_beyond_the_most_the_rest_is_given_by_weight() -> None:
    assert spread(100, [0, 0], [1.0, 3.0], [10, 10]) == [30, 70]


def test_too_little_to_share_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot share"):
        spread(5, [3, 3], [1, 1], [9, 9])
