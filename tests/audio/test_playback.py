"""Playback with a clock and a sound device that do what the test tells them."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.audio.output import RATE
from mindful.audio.playback import Playback
from mindful.audio.splice import FADE_IN, FADE_OUT
from mindful.audio.timing import LEAD_IN
from tests.audio.cards import (
    BLOCK,
    LEAD,
    Clock,
    Shop,
    count,
    go_on,
    until,
    value,
    values,
)


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
    clock.go(LEAD + 0.25)
    assert playback.position() == pytest.approx(0.25 * RATE, abs=1)
    assert shop.last.heard == values(0, BLOCK - LEAD_IN)


def test_it_plays_every_frame_once(playback: Playback, clock: Clock, shop: Shop) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 6)
    assert shop.last.heard == values(0, 7 * BLOCK - LEAD_IN)
    assert playback.missing == 0


def test_a_pause_fades_where_the_card_stands_and_goes_on_there(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 2)
    clock.go(0.1)
    at = playback.pause()
    assert at == 3 * BLOCK - LEAD_IN
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
    fading = [playback.fading]
    heard = playback.position()
    at = playback.pause()
    card = shop.last
    clock.go((at + FADE_OUT - heard) / RATE - 0.01)
    fading.append(playback.fading)
    assert not card.closed.is_set()
    clock.go(0.02)
    fading.append(playback.fading)
    assert fading == [False, True, False]
    assert card.closed.wait(60)


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
    assert first.closed.wait(60)


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
    assert shop.last.heard == values(0, at)
    shop.last.ask(100)
    assert shop.last.heard[at] == value(at)


def test_halt_is_silent_at_once_and_stands_where_it_was_heard(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 2)
    clock.go(0.25)
    card = shop.last
    at = playback.halt()
    assert at == pytest.approx((1.25 - LEAD) * RATE, abs=1)
    assert not any(card.ask())
    assert card.closed.wait(60)
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
    assert shop.last.closed.wait(60)


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
    played = np.array(shop.last.heard)
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
    assert at > 0
    playback.replace(lambda start, frames: -count(start, frames))
    playback.resume()
    assert shop.last.played[FADE_IN:] == [-n for n in values(at + FADE_IN, at + BLOCK)]


def test_it_may_begin_in_the_middle(playback: Playback, clock: Clock, shop: Shop) -> None:
    playback.start(count, 90_000)
    assert playback.position() == 90_000
    assert shop.last.played[FADE_IN:] == values(90_000 + FADE_IN, 90_000 + BLOCK)


def test_close_may_be_called_twice_and_early(clock: Clock, shop: Shop) -> None:
    before = set(threading.enumerate())
    playback = Playback(shop, clock)
    playback.close()
    playback.close()
    playback.resume()
    playback.start(count)
    assert shop.cards == []
    assert not set(threading.enumerate()) - before
