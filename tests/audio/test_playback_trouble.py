"""Playback where the sound device is missing, hangs, stalls or sleeps."""

from __future__ import annotations

import itertools

import pytest

from mindful.audio import playback as module
from mindful.audio.errors import SoundTrouble
from mindful.audio.heard import UNHEARD_SECONDS
from mindful.audio.output import RATE, Take
from mindful.audio.playback import Playback
from mindful.audio.splice import FADE_IN
from mindful.audio.timing import AHEAD, HANG_SECONDS, MOST, RETRY_SECONDS, STALL_SECONDS
from tests.audio.cards import (
    BLOCK,
    LEAD,
    Card,
    Clock,
    Shop,
    count,
    go_on,
    joins_in,
    until,
    until_ready,
    values,
)


def test_without_a_device_time_passes_silently(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    shop.sold_out = True
    playback.start(count)
    silent = [playback.silent]
    clock.go(1.5)
    assert playback.position() == playback.rendered() == 1.5 * RATE
    at = playback.pause()
    silent.append(playback.silent)
    assert silent == [True, False]
    clock.go(1.5)
    assert playback.position() == at == 1.5 * RATE
    playback.resume()
    clock.go(0.5)
    assert playback.position() == 2 * RATE


def test_sound_joins_in_when_a_device_appears(playback: Playback, clock: Clock, shop: Shop) -> None:
    shop.sold_out = True
    begun = clock()
    playback.start(count)
    clock.go(RETRY_SECONDS + 0.5)
    until(lambda: shop.refused == 2)
    shop.sold_out = False
    looks = itertools.count(1)

    def opened() -> bool:
        # On a busy machine the second refusal may be taken note of only after time went on;
        # then one more try comes, as it would for a person.
        if shop.cards:
            return True
        if next(looks) % 500 == 1:
            clock.go(RETRY_SECONDS)
        return False

    until(opened)
    at = int((clock() - begun) * RATE)
    joins_in(playback, shop.last, at)
    clock.go(0.25)
    assert playback.position() == at + 0.25 * RATE


def test_a_device_that_sleeps_joins_in_where_the_sit_is_when_it_wakes(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    shop.sold_out = True
    begun = clock()
    playback.start(count)
    shop.sold_out = False
    clock.go(RETRY_SECONDS)
    until(lambda: bool(shop.cards) and len(shop.last.played) == BLOCK)
    clock.go(1.4)
    shop.last.ask()
    until(lambda: not playback.silent)
    assert playback.position() == pytest.approx((clock() - begun) * RATE, abs=2)
    heard = shop.last.ask()
    # It woke so late that the first half second was heard late, up to the unheard rest.
    at = playback.position() + round((UNHEARD_SECONDS + 0.5) * RATE)
    near = [values(at + off + FADE_IN, at + off + BLOCK) for off in (-1, 0, 1)]
    assert heard[FADE_IN:] in near


def test_a_device_that_ran_dry_is_replaced_for_what_it_plays_is_late(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    go_on(playback, clock, shop.last, 6)
    late = shop.last
    at = playback.position()
    clock.go(1.2)
    late.ask()
    assert late.closed.wait(60)
    until(lambda: shop.last is not late)
    assert playback.position() == pytest.approx(at + 1.2 * RATE, abs=2)
    joins_in(playback, shop.last, playback.position())


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
    until(lambda: bool(shop.cards))
    joins_in(playback, shop.last, 4 * RATE)


def test_beside_a_device_that_never_opens_another_is_tried(
    playback: Playback, clock: Clock, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.05)
    shop.open.clear()
    playback.start(count)
    for tries in range(1, MOST + 1):
        until(lambda tries=tries: shop.tries == tries)  # type: ignore[misc]  # bound, as it must be
        clock.go(HANG_SECONDS + 0.1)
    at = playback.position()
    shop.newest.set()  # the others hang on: were they gone, the last one would be given up sooner
    until(lambda: bool(shop.cards))
    assert shop.most_waiting == MOST, "no more than a few at once"
    assert playback.position() == at
    joins_in(playback, shop.last, at)


def test_after_many_hangs_a_device_that_does_not_open_is_still_replaced(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    """Devices that hung in closing had used up the tries, and silence stayed to the end."""
    shop.lets_go.clear()
    playback.start(count)
    go_on(playback, clock, shop.last, 4)
    for _hang in range(MOST):
        dead = shop.last
        clock.go(STALL_SECONDS + 0.1)
        until(lambda dead=dead: shop.last is not dead)  # type: ignore[misc]  # bound, as it must be
        until(lambda: len(shop.last.played) == BLOCK)
        shop.last.ask()
        until(lambda: not playback.silent)
    tries = shop.tries
    shop.open.clear()
    clock.go(STALL_SECONDS + 0.1)
    until(lambda: shop.tries == tries + 1)
    clock.go(HANG_SECONDS + 0.1)
    until(lambda: shop.tries == tries + 2)
    shop.open.set()
    shop.lets_go.set()
    at = playback.position()
    until(lambda: any(len(card.played) == BLOCK for card in shop.cards[MOST + 1 :]))
    (heard,) = [card for card in shop.cards[MOST + 1 :] if card.played]
    joins_in(playback, heard, at)


def test_a_server_that_hangs_for_long_is_tried_again_and_again_though_less_often(
    playback: Playback, clock: Clock, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.05)
    shop.open.clear()
    playback.start(count)
    waits = [HANG_SECONDS] * (MOST - 1) + [HANG_SECONDS * 2**times for times in (1, 2, 3)]
    for tries, wait in enumerate(waits, start=1):
        until(lambda tries=tries: shop.tries == tries)  # type: ignore[misc]  # bound, as it must be
        clock.go(wait + 0.1)
    until(lambda: shop.tries == len(waits) + 1)
    shop.open.set()
    at = playback.position()
    until(lambda: any(len(card.played) == BLOCK for card in shop.cards))
    (heard,) = [card for card in shop.cards if card.played]
    joins_in(playback, heard, at)


def test_a_device_that_opens_too_late_is_let_go(
    playback: Playback, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OPEN_SECONDS", 0.05)
    shop.open.clear()
    playback.start(count)
    playback.halt()
    shop.open.set()
    until(lambda: len(shop.cards) == 1)
    assert shop.last.closed.wait(60)
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
    assert dead.closed.wait(60)
    at = playback.position()
    assert at == pytest.approx((4.1 - LEAD) * RATE, abs=2)
    until(lambda: shop.last is not dead)
    joins_in(playback, shop.last, at)


def test_a_device_that_cannot_start_counts_as_none(clock: Clock) -> None:
    class Broken(Card):
        def start(self, take: Take) -> None:
            raise SoundTrouble("no-sound-device")

    card = Broken()
    playback = Playback(lambda: card, clock)
    playback.start(count)
    assert playback.silent
    assert card.closed.wait(60)
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
    assert playback.position() == pytest.approx((0.5 - UNHEARD_SECONDS + 1.2 - LEAD) * RATE, abs=2)


def test_frames_that_are_not_rendered_in_time_are_counted(
    playback: Playback, clock: Clock, shop: Shop
) -> None:
    playback.start(count)
    ready = playback.rendered()
    late = 3 * BLOCK
    taken = len(shop.last.heard)
    got = shop.last.ask(ready - taken + late)
    assert got == values(taken, ready) + [0] * late
    assert playback.missing == late
    until_ready(playback, ready + late + AHEAD)
    assert shop.last.ask() == values(ready + late, ready + late + BLOCK)
