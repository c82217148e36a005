from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mindful.log.hlc import milliseconds, receive, tick

moments = st.integers(min_value=0, max_value=4_000_000_000_000)  # to the year 2096


@given(st.lists(moments, min_size=2))
def test_stamps_rise_however_the_wall_clock_jumps(wall: list[int]) -> None:
    stamps = [0]
    for now_ms in wall:
        stamps.append(tick(stamps[-1], now_ms))
    assert stamps == sorted(set(stamps))


@given(moments, st.lists(st.just(0), max_size=100))
def test_a_stamp_is_never_behind_the_wall_clock(now_ms: int, behind: list[int]) -> None:
    stamp = tick(0, now_ms)
    assert milliseconds(stamp) == max(now_ms, 0)
    for clock_set_back in behind:
        stamp = tick(stamp, clock_set_back)
    assert milliseconds(stamp) == max(now_ms, 0)


@given(moments, moments, moments)
def test_what_is_done_after_hearing_of_an_edit_comes_after_it(
    here: int, there: int, now_ms: int
) -> None:
    heard = tick(0, there)
    assert receive(tick(0, here), heard, now_ms) > max(heard, tick(0, here))


def test_stamps_fit_into_sqlite() -> None:
    assert tick(0, 4_000_000_000_000) < 2**63
