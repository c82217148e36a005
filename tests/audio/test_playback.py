"""Playback with a clock and a sound device that do what the test tells them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from mindful.audio import playback as module
from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.output import RATE, Device, Take
from mindful.audio.playback import AHEAD, FADE_IN, FADE_OUT, RETRY_SECONDS, STALL_SECONDS, Playback

BLOCK = 24_000


class Clock:
    """Monotonic seconds that pass when told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def go(self, seconds: float) -> None:
        self.seconds += seconds


class Card:
    """A device that asks for a block when it starts, and then when told to."""

    name = "a card in a test"

    def __init__(self) -> None:
        self.played: list[int] = []
        self.closed = threading.Event()
        self._take: Take | None = None

    def start(self, take: Take) -> None:
        self._take = take
        self.ask()

    def ask(self, frames: int = BLOCK) -> list[int]:
        """Ask for frames; gives the value of each."""
        assert self._take is not None
        block = self._take(frames)
        asked = [int(value) for value in np.frombuffer(block, "<i2").reshape(-1, 2)[:, 0]]
        self.played += asked
        return asked

    def close(self) -> None:
        self.closed.set()


class Shop:
    """Where playback gets its devices."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.sold_out = False
        self.tries = self.refused = 0
        self.open = threading.Event()
        self.open.set()

    def __call__(self) -> Device:
        self.tries += 1
        self.open.wait()
        if self.sold_out:
            self.refused += 1
            raise SoundTrouble("no-sound-device")
        card = Card()
        self.cards.append(card)
        return card

    @property
    def last(self) -> Card:
        return self.cards[-1]


PERIOD = 10_007


def value(frame: int) -> int:
    """What frame `frame` is worth at the card: never silence."""
    return 1000 + frame % PERIOD


def values(first: int, last: int) -> list[int]:
    return [value(frame) for frame in range(first, last)]


def count(start: int, frames: int) -> Samples:
    """Frames that carry their own number."""
    row = (1000 + np.arange(start, start + frames) % PERIOD).astype(np.float32) / 32767
    return np.repeat(row[:, None], 2, axis=1)


def until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something holds that another thread brings about."""
    deadline = time.monotonic() + seconds
    waiting = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        waiting.wait(0.002)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def playback(clock: Clock, shop: Shop) -> Iterator[Playback]:
    before = set(threading.enumerate())
    playback = Playback(shop, clock)
    yield playback
    shop.open.set()
    playback.close()
    left = set(threading.enumerate()) - before
    assert not left, "threads stay behind"
    assert all(card.closed.is_set() for card in shop.cards), "devices stay open"


def go_on(playback: Playback, clock: Clock, card: Card, requests: int = 1) -> None:
    """Half a second passes, and the card asks for the next half; so many times."""
    for _ in range(requests):
        clock.go(0.5)
        card.ask()
        until_ready(playback, len(card.played) + AHEAD)


def until_ready(playback: Playback, frame: int) -> None:
    until(lambda: playback.rendered() >= frame)


def test_a_sit_begins_when_the_device_starts(playback: Playback, clock: Clock, shop: Shop) -> None:
    shop.open.clear()
    starting = threading.Thread(target=playback.start, args=(count,))
    starting.start()
    until(lambda: shop.tries == 1)
    clock.go(0.7)
    assert playback.position() == 0
    shop.open.set()
    starting.join()
    assert playback.position() == 0
    assert not playback.silent
    clock.go(0.3)
    assert playback.position() == 0.3 * RATE
    assert shop.last.played == values(0, BLOCK)


def test_it_plays_every_frame_once(playback: Playback, clock: Clock, shop: Shop) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 6)
    assert shop.last.played == values(0, 7 * BLOCK)
    assert playback.missing == 0


def test_a_pause_fades_where_the_card_stands_and_goes_on_there(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 2)
    clock.go(0.1)
    at = playback.pause()
    assert at == 3 * BLOCK
    assert playback.position() == playback.rendered() == at
    faded = shop.last.ask()
    assert all(heard <= value(at + place) for place, heard in enumerate(faded))
    assert faded[0] == value(at)
    assert not any(faded[FADE_OUT:])
    clock.go(5)
    assert playback.position() == at
    playback.resume()
    again = shop.last.played
    assert again[0] == 0
    assert again[FADE_IN:] == values(at + FADE_IN, at + BLOCK)
    clock.go(0.25)
    assert playback.position() == at + 0.25 * RATE


def test_a_pause_fades_until_its_fade_has_been_heard(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    clock.go(0.2)
    assert not playback.fading
    playback.pause()
    card = shop.last
    clock.go(0.3 + FADE_OUT / RATE - 0.01)
    assert playback.fading
    assert not card.closed.is_set()
    clock.go(0.02)
    assert not playback.fading
    assert card.closed.wait(10)


def test_to_go_on_soon_waits_for_the_fade(playback: Playback, clock: Clock, shop: Shop) -> None:
    playback.start(count)
    clock.go(0.2)
    at = playback.pause()
    first = shop.last
    resuming = threading.Thread(target=playback.resume)
    resuming.start()
    assert shop.last is first
    assert not first.closed.is_set()
    clock.go(1.0)
    resuming.join()
    assert shop.last is not first
    assert shop.last.played[FADE_IN:] == values(at + FADE_IN, at + BLOCK)
    assert first.closed.wait(10)


@pytest.mark.parametrize("asks", [1, 2])
def test_a_card_that_asks_during_a_pause_s_work_loses_and_repeats_nothing(
    playback: Playback, clock: Clock, shop: Shop, asks: int
) -> None:
    """Measured once: half a second was heard twice, and the clock was wrong by as much."""
    left = 0

    def count_and_ask(start: int, frames: int) -> Samples:
        nonlocal left
        if frames == FADE_OUT and left:
            left -= 1
            shop.last.ask(2_400)
        return count(start, frames)

    playback.start(count_and_ask)
    go_on(playback, clock, shop.last)
    left = asks
    at = playback.pause()
    assert shop.last.played == values(0, at)
    shop.last.ask(100)
    assert shop.last.played[at] == value(at)


def test_halt_is_silent_at_once_and_stands_where_it_was_heard(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 2)
    clock.go(0.25)
    card = shop.last
    at = playback.halt()
    assert at == 1.25 * RATE
    assert not any(card.ask())
    assert card.closed.wait(10)
    clock.go(3)
    assert playback.position() == at
    playback.resume()
    assert shop.last is not card
    assert shop.last.played[FADE_IN:] == values(at + FADE_IN, at + BLOCK)


def test_halt_silences_a_pause_s_fade(playback: Playback, clock: Clock, shop: Shop) -> None:
    playback.start(count)
    clock.go(0.2)
    at = playback.pause()
    assert playback.halt() == at
    assert not playback.fading
    assert shop.last.closed.wait(10)


def test_without_a_device_time_passes_silently(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    shop.sold_out = True
    playback.start(count)
    assert playback.silent
    clock.go(1.5)
    assert playback.position() == playback.rendered() == 1.5 * RATE
    at = playback.pause()
    assert not playback.silent
    clock.go(1.5)
    assert playback.position() == at == 1.5 * RATE
    playback.resume()
    clock.go(0.5)
    assert playback.position() == 2 * RATE


def test_sound_joins_in_when_a_device_appears(playback: Playback, clock: Clock, shop: Shop) -> None:
    shop.sold_out = True
    playback.start(count)
    clock.go(RETRY_SECONDS + 0.5)
    until(lambda: shop.refused == 2)
    shop.sold_out = False
    clock.go(RETRY_SECONDS)
    until(lambda: not playback.silent)
    at = int(2 * RETRY_SECONDS * RATE + 0.5 * RATE)
    assert playback.position() == at
    assert shop.last.played[0] == 0
    assert shop.last.played[FADE_IN:] == values(at + FADE_IN, at + BLOCK)
    clock.go(0.25)
    assert playback.position() == at + 0.25 * RATE


def test_a_server_that_hangs_holds_nobody_up(
    playback: Playback, clock: Clock, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.05)
    shop.open.clear()
    playback.start(count)
    assert playback.silent
    clock.go(4.0)
    assert playback.position() == 4 * RATE
    assert shop.tries == 1, "one that hangs is not tried again beside itself"
    shop.open.set()
    until(lambda: not playback.silent)
    assert playback.position() == 4 * RATE
    assert shop.last.played[FADE_IN:] == values(4 * RATE + FADE_IN, 4 * RATE + BLOCK)


def test_a_device_that_opens_too_late_is_let_go(
    playback: Playback, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.05)
    shop.open.clear()
    playback.start(count)
    playback.halt()
    shop.open.set()
    until(lambda: len(shop.cards) == 1)
    assert shop.last.closed.wait(10)
    assert shop.last.played == []
    assert not playback.silent


def test_a_device_that_asks_no_more_is_given_up_and_replaced(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 4)
    dead = shop.last
    clock.go(STALL_SECONDS + 0.1)
    until(lambda: playback.silent)
    assert dead.closed.wait(10)
    assert playback.position() == pytest.approx((4.1) * RATE, abs=2)
    clock.go(RETRY_SECONDS)
    until(lambda: not playback.silent)
    assert shop.last is not dead
    at = playback.position()
    assert at == pytest.approx(7.1 * RATE, abs=2)
    assert shop.last.played[FADE_IN:] == values(at + FADE_IN, at + BLOCK)


def test_a_device_that_cannot_start_counts_as_none(clock: Clock) -> None:
    class Broken(Card):
        def start(self, take: Take) -> None:
            raise SoundTrouble("no-sound-device")

    card = Broken()
    playback = Playback(lambda: card, clock)
    playback.start(count)
    assert playback.silent
    assert card.closed.wait(10)
    playback.close()


def test_the_place_never_goes_back(playback: Playback, clock: Clock, shop: Shop) -> None:
    """A card that sleeps takes half a second, and turns out later to be heard later."""
    playback.start(count)
    places = []
    for _ in range(12):
        clock.go(0.1)
        places.append(playback.position())
    shop.last.ask()
    for _ in range(12):
        places.append(playback.position())
        clock.go(0.1)
    assert places == sorted(places)
    assert playback.position() == pytest.approx((0.04 + 1.2) * RATE, abs=2)


def test_a_new_mix_is_heard_behind_what_is_rendered_without_a_step(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    def level(value: float) -> Callable[[int, int], Samples]:
        return lambda _start, frames: np.full((frames, 2), value, np.float32)

    playback.start(level(0.1))
    go_on(playback, clock, shop.last)
    frontier = playback.rendered()
    playback.replace(level(0.9))
    go_on(playback, clock, shop.last, 4)
    played = np.array(shop.last.played)
    changed = int(np.flatnonzero(np.diff(played))[0])
    assert frontier <= changed < frontier + BLOCK
    assert played[-1] == round(0.9 * 32767)
    assert np.abs(np.diff(played)).max() < 40


def test_a_new_mix_in_a_pause_is_heard_from_there(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    clock.go(0.1)
    at = playback.halt()
    playback.replace(lambda start, frames: -count(start, frames))
    playback.resume()
    assert shop.last.played[FADE_IN:] == [-n for n in values(at + FADE_IN, at + BLOCK)]


def test_frames_that_are_not_rendered_in_time_are_counted(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    ready = playback.rendered()
    late = 3 * BLOCK
    got = shop.last.ask(ready - BLOCK + late)
    assert got == values(BLOCK, ready) + [0] * late
    assert playback.missing == late
    until_ready(playback, ready + late + AHEAD)
    assert shop.last.ask() == values(ready + late, ready + late + BLOCK)


def test_it_may_begin_in_the_middle(playback: Playback, clock: Clock, shop: Shop) -> None:
    playback.start(count, 90_000)
    assert playback.position() == 90_000
    assert shop.last.played[FADE_IN:] == values(90_000 + FADE_IN, 90_000 + BLOCK)


def test_close_may_be_called_twice_and_early(clock: Clock, shop: Shop) -> None:
    before = threading.active_count()
    playback = Playback(shop, clock)
    playback.close()
    playback.close()
    playback.resume()
    playback.start(count)
    assert shop.cards == []
    assert threading.active_count() == before
