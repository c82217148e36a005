from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.audio.heard import UNHEARD_SECONDS, Heard

RATE = 48_000
BLOCK = 24_000

AWAKE = (0.0, 0.222, 0.725, 1.228, 1.731, 2.215, 2.718, 3.220)
"""When PulseAudio asked in a measured run; frame 0 was heard with the first request."""


def followed(requests: tuple[float, ...], start: float = 100.0) -> Heard:
    heard = Heard(RATE)
    for at in requests:
        heard.asked(start + at, BLOCK)
    return heard


def test_nothing_is_heard_before_the_card_asks() -> None:
    assert Heard(RATE).at(5.0) == 0.0


@pytest.mark.parametrize("requests", range(2, len(AWAKE) + 1))
def test_a_card_that_is_awake_is_heard_from_its_first_request_on(requests: int) -> None:
    asked = AWAKE[:requests]
    now = asked[-1] + 0.1
    assert followed(asked).at(100 + now) / RATE == pytest.approx(now, abs=0.010)


@given(st.floats(0.6, 1.5))
def test_a_card_that_sleeps_is_heard_when_it_asks_again(woken: float) -> None:
    heard = followed((0.0,))
    assert heard.at(100 + woken) == BLOCK
    heard.asked(100 + woken, BLOCK)
    unheard = BLOCK - heard.at(100 + woken)
    assert unheard / RATE == pytest.approx(UNHEARD_SECONDS)
    assert heard.at(100 + woken + 1) - heard.at(100 + woken) == pytest.approx(RATE)


def test_a_request_that_comes_in_time_moves_nothing() -> None:
    heard = followed((0.0, 0.499))
    assert heard.at(100.499) == pytest.approx(0.499 * RATE)


@given(st.floats(-200, 200), st.lists(st.floats(-0.02, 0.02), min_size=60, max_size=60))
def test_it_follows_the_card_s_own_clock(parts_in_a_million: float, early: list[float]) -> None:
    """A card some parts in a million fast or slow, that asks up to 20 ms early or late."""
    speed = 1 + parts_in_a_million / 1e6
    heard = Heard(RATE)
    heard.asked(0.0, BLOCK)
    now = 0.0
    for minute in range(10):
        for number, jitter in enumerate(early):
            requests = minute * len(early) + number
            now = (0.222 + requests * 0.5) / speed + jitter
            heard.asked(now, BLOCK)
    assert heard.at(now) / RATE == pytest.approx(now * speed, abs=0.045)


def test_time_goes_on_where_the_card_asks_no_more() -> None:
    heard = followed(AWAKE)
    assert heard.at(120.0) - heard.at(110.0) == pytest.approx(10 * RATE)


def test_taken_counts_what_was_asked_for() -> None:
    assert followed(AWAKE).taken == len(AWAKE) * BLOCK


@given(st.floats(0.06, 0.25), st.integers(1, 3))
def test_whoever_asks_is_held_up_and_the_card_goes_on(late: float, times: int) -> None:
    """A server that hung for a moment: what it has given the card is heard all the same."""
    heard = followed(AWAKE)
    before = heard.at(110.0)
    now = AWAKE[-1] + 0.5
    for _ in range(times):
        heard.asked(100 + now + late, BLOCK)
        now += 0.5
    assert heard.at(110.0) == before


def test_a_card_that_keeps_more_ready_from_now_on_is_followed_again() -> None:
    heard = followed(AWAKE)
    now = AWAKE[-1] + 0.35
    for _ in range(40):
        heard.asked(100 + now, BLOCK)
        now += 0.5
    assert heard.at(100 + now) / RATE == pytest.approx(now, abs=0.012)
