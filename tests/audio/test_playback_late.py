"""Playback where devices are heard later than they say, or open late, or never."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from mindful.audio import playback as module
from mindful.audio.output import RATE, Device
from mindful.audio.playback import Playback
from mindful.audio.splice import FADE_IN
from mindful.audio.timing import AHEAD, HANG_SECONDS, STALL_SECONDS
from tests.audio.cards import BLOCK, LEAD, Card, Clock, Shop, count, joins_in, until, values

LEFT = 0.277
"""Seconds that PulseAudio has left when it asks."""


def asks(playback: Playback, clock: Clock, card: Card, *waits: float) -> list[int]:
    """The card asks after so many seconds each; gives what it got last."""
    got: list[int] = []
    for wait in waits:
        clock.go(wait)
        got = card.ask()
        until(lambda: playback.silent or is_filled(playback))
    return got


def is_filled(playback: Playback) -> bool:
    """Whether all is rendered that the card may ask for next."""
    run = playback._run
    return run is not None and run.feed.queued >= run.feed.taken + AHEAD


def shift(playback: Playback) -> int:
    """Frames by which the sit was moved against the card."""
    return 0 if playback._run is None else playback._run.feed.shift


def another(playback: Playback, clock: Clock, shop: Shop) -> Card:
    """The device in use hangs, and another one is opened."""
    dead = shop.last
    clock.go(STALL_SECONDS + 0.1)
    until(lambda: shop.last is not dead and len(shop.last.played) == BLOCK)
    return shop.last


def the_sit_at(seconds: float, first: float, last: float) -> list[list[int]]:
    """What is to be heard between two moments, give or take two samples."""
    one, other = (round((seconds + at - LEAD) * RATE) for at in (first, last))
    return [values(one + off, other + off) for off in range(-2, 3)]


@pytest.mark.parametrize("late", [0.0, 0.05, 0.2])
def test_a_device_that_begins_late_joins_in_at_the_right_frame(
    playback: Playback, clock: Clock, shop: Shop, late: float
) -> None:
    begun = clock()
    playback.start(count)
    asks(playback, clock, shop.last, 0.5 - LEFT, *[0.5] * 6)
    card = another(playback, clock, shop)
    opened = clock()
    asks(playback, clock, card, 0.5 - LEFT + late)
    until(lambda: not playback.silent)
    got = asks(playback, clock, card, 0.5)
    # Its third block of half a second is heard a second after its first.
    at = opened + late + 1.0 - begun
    assert got[FADE_IN:] in the_sit_at(at, FADE_IN / RATE, 0.5)


def test_what_a_device_turns_out_to_be_late_by_is_left_out(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    begun = clock()
    playback.start(count)
    asks(playback, clock, shop.last, 0.5 - LEFT, *[0.5] * 6)
    card = another(playback, clock, shop)
    opened = clock()
    late = 0.057
    asks(playback, clock, card, 0.5 - LEFT)
    until(lambda: not playback.silent)
    joined = shift(playback)
    asks(playback, clock, card, 0.5 + late, 0.5, 0.5)
    until(lambda: shift(playback) == joined + round(late * RATE))
    got = asks(playback, clock, card, 0.5, 0.5)
    at = opened + late + 3.0 - begun
    assert got in the_sit_at(at, 0.0, 0.5)


def test_a_device_that_stood_still_goes_on_at_the_right_frame(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    stood = 0.2
    asks(playback, clock, shop.last, 0.5 - LEFT, *[0.5] * 6, 0.5 + stood, *[0.5] * 3)
    until(lambda: shift(playback) == round(stood * RATE))
    got = asks(playback, clock, shop.last, 0.5, 0.5)
    at = stood + 6.5
    assert got in the_sit_at(at, 0.0, 0.5)
    assert playback.missing == 0


def test_hang_after_hang_takes_the_place_of_the_sit_nowhere(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    """Requests come early and late in waves; each device had taken it a millisecond along."""
    begun = clock()
    wave = (0.277, 0.276, 0.275, 0.274, 0.273, 0.272, 0.290, 0.287, 0.285, 0.283)
    playback.start(count)
    for _hang in range(9):
        opened, card = clock(), shop.last
        for number, left in enumerate(wave, start=1):
            asks(playback, clock, card, opened + number * 0.5 - left - clock())
        another(playback, clock, shop)
    assert playback.position() / RATE == pytest.approx(clock() - begun - LEAD, abs=0.005)


class Stuck(Shop):
    """A shop whose first devices do not open by themselves."""

    def __init__(self, devices: int) -> None:
        super().__init__()
        self.held = [threading.Event() for _ in range(devices)]

    def __call__(self) -> Device:
        number, self.tries = self.tries, self.tries + 1
        if number < len(self.held):
            self.held[number].wait()
        self.cards.append(Card())
        return self.cards[-1]


@pytest.fixture
def stuck(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Playback, Stuck]]:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.05)
    monkeypatch.setattr(module, "PUMP_SECONDS", 0.01)
    shop = Stuck(devices=2)
    playback = Playback(shop, clock)
    yield playback, shop
    for held in shop.held:
        held.set()
    playback.close()


def test_sound_is_back_within_five_seconds_though_a_device_is_stuck_for_good(
    stuck: tuple[Playback, Stuck], clock: Clock
) -> None:
    playback, shop = stuck
    shop.held[1].set()
    begun = clock()
    playback.start(count)
    clock.go(HANG_SECONDS + 0.1)
    until(lambda: bool(shop.cards) and len(shop.last.played) == BLOCK)
    clock.go(0.5)
    shop.last.ask()
    until(lambda: not playback.silent)
    assert clock() - begun < 5.0


def test_a_device_that_takes_longer_to_open_is_waited_for_the_next_time(
    stuck: tuple[Playback, Stuck], clock: Clock
) -> None:
    """Each try was given up too soon, and the sit stayed silent to its end."""
    playback, shop = stuck
    playback.start(count)
    clock.go(HANG_SECONDS + 0.1)
    until(lambda: shop.tries == 2)
    clock.go(1.0)
    shop.held[0].set()
    until(lambda: len(shop.cards) == 1 and shop.last.closed.is_set())
    clock.go(HANG_SECONDS)
    shop.held[1].set()
    until(lambda: len(shop.cards) == 2 and len(shop.last.played) == BLOCK)
    assert shop.tries == 2
    joins_in(playback, shop.last, playback.position())
