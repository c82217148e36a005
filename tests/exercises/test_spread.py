from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.spread import Taker, spread


def taker(base: int, weight: float, room: int, raised: int) -> Taker:
    return Taker(base, weight, base + room, base + raised)


takers = st.lists(
    st.builds(
        taker,
        st.integers(0, 10**6),
        st.just(0.0) | st.floats(0.01, 10),
        st.integers(0, 10**6),
        st.integers(-(10**6), 10**5),
    ),
    min_size=1,
)


@given(takers, st.integers(0, 10**8))
def test_everyone_gets_their_floor_and_the_sum_is_exact(rows: list[Taker], extra: int) -> None:
    amount = sum(row.floor for row in rows) + extra
    shares = spread(amount, rows)
    assert sum(shares) == amount
    assert all(share >= row.floor for share, row in zip(shares, rows, strict=True))


@given(takers, st.floats(0, 1))
def test_nobody_gets_more_than_their_most_while_there_is_room(
    rows: list[Taker], part: float
) -> None:
    floor, ceiling = sum(row.floor for row in rows), sum(row.ceiling for row in rows)
    shares = spread(floor + int(part * (ceiling - floor)), rows)
    assert all(share <= row.ceiling for share, row in zip(shares, rows, strict=True))


@given(st.lists(st.floats(0.1, 10), min_size=2, max_size=20), st.integers(0, 10**7))
def test_what_is_left_is_divided_by_weight(weights: list[float], amount: int) -> None:
    shares = spread(amount, [Taker(0, weight, 10**9) for weight in weights])
    for share, weight in zip(shares, weights, strict=True):
        assert share == pytest.approx(amount * weight / sum(weights), abs=len(weights))


def test_a_raised_floor_changes_nothing_while_the_share_is_above_it() -> None:
    plain = spread(100, [Taker(10, 1.0, 99), Taker(10, 1.0, 99)])
    assert spread(100, [Taker(10, 1.0, 99, least=40), Taker(10, 1.0, 99)]) == plain == [50, 50]
    assert spread(100, [Taker(10, 1.0, 99, least=70), Taker(10, 1.0, 99)]) == [70, 30]


def test_beyond_the_most_the_rest_is_given_by_weight() -> None:
    assert spread(100, [Taker(0, 1.0, 10), Taker(0, 3.0, 10)]) == [30, 70]


def test_too_little_to_share_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot share"):
        spread(5, [Taker(3, 1, 9), Taker(3, 1, 9)])
