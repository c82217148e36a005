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


LEFT = 0.277
"""Seconds that PulseAudio has left when it asks."""


def played(late: float, usual: float | None = LEFT, requests: int = 8) -> Heard:
    """A card whose frame 0 is heard `late` seconds after 100."""
    heard = Heard(RATE, usual)
    heard.asked(100.0, BLOCK)
    for number in range(requests):
        heard.asked(100 + late + (number + 1) * BLOCK / RATE - LEFT, BLOCK)
    return heard


@given(st.floats(0.03, 0.2))
def test_a_card_that_begins_late_is_known_by_what_it_has_left(late: float) -> None:
    """The server came back from a hang: measured were 25, 57, 90 and 207 ms."""
    for requests in (1, 8):
        heard = played(late, requests=requests)
        assert heard.at(110.0) / RATE == pytest.approx(10 - late, abs=0.004)
        assert heard.begun_late == 0, "known before anything is placed by it"


def test_a_card_that_shows_only_later_that_it_began_late_says_by_how_much() -> None:
    heard = Heard(RATE, LEFT)
    for at in (0.0, 0.223, 0.780, 1.280, 1.780, 2.280):
        heard.asked(100 + at, BLOCK)
    assert heard.begun_late == pytest.approx(0.057, abs=0.001)
    assert heard.at(110.0) / RATE == pytest.approx(10 - 0.057, abs=0.004)


def test_a_second_request_that_was_only_held_up_is_told_from_a_late_card() -> None:
    heard = Heard(RATE, LEFT)
    for at in (0.0, 0.223 + 0.15, 0.723, 1.223, 1.723, 2.223):
        heard.asked(100 + at, BLOCK)
    assert heard.begun_late == pytest.approx(-0.15, abs=0.004)
    assert heard.at(110.0) / RATE == pytest.approx(10, abs=0.004)


def test_what_a_first_device_has_left_is_its_own() -> None:
    heard = played(0.2, usual=None)
    assert heard.at(110.0) == 10 * RATE
    assert heard.left == pytest.approx(LEFT - 0.2)


def test_another_device_that_has_more_than_enough_left_is_not_late() -> None:
    assert played(-0.1, usual=0.6).at(110.0) == 10 * RATE


@given(st.floats(0.08, 0.25))
def test_a_card_that_stood_still_for_a_moment_goes_on_late(stood: float) -> None:
    heard = played(0.0)
    now = 100 + 8 * 0.5 - LEFT
    for _ in range(6):
        now += 0.5
        heard.asked(now + stood, BLOCK)
    assert heard.gone_on_late == pytest.approx(stood, abs=0.01)
    assert heard.at(110.0) / RATE == pytest.approx(10 - stood, abs=0.01)


WAVE = (0.277, 0.276, 0.275, 0.274, 0.273, 0.272, 0.290, 0.287, 0.285, 0.283)
"""What a card had left at a run's requests, as measured: requests come early and late in waves."""


def test_waves_of_requests_take_nothing_along() -> None:
    """A few milliseconds in each run of a device made 59 in twenty."""
    heard = Heard(RATE)
    heard.asked(100.0, BLOCK)
    for number, left in enumerate(WAVE * 2, start=1):
        heard.asked(100 + number * BLOCK / RATE - left, BLOCK)
        assert heard.at(120.0) / RATE == pytest.approx(20, abs=0.003)
