"""What sounds beside a sit: one thing at a time, silent when told, never a trouble."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.audio.playback import Playback
from mindful.sit.aside import Aside, rendering
from mindful.voice.errors import VoiceTrouble
from tests.audio.cards import Clock, Shop, until


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def aside(shop: Shop) -> Iterator[Aside]:
    clock = Clock()
    aside = Aside(lambda: Playback(shop, clock))
    yield aside
    aside.close()
    aside.close()


def loud() -> Samples:
    return np.full(48_000, 0.5, np.float32)


def test_a_new_sound_takes_the_place_of_the_last(aside: Aside, shop: Shop) -> None:
    aside.play(loud)
    until(lambda: bool(shop.cards) and any(shop.last.played))
    first = shop.last
    aside.play(loud)
    assert first.closed.wait(60)
    until(lambda: shop.last is not first and any(shop.last.played))
    aside.hush()
    assert shop.last.closed.wait(60)


def test_a_sound_that_cannot_be_made_is_passed_over(aside: Aside, shop: Shop) -> None:
    tried = threading.Event()

    def broken() -> Samples:
        tried.set()
        raise VoiceTrouble("voice-silent", engine="none")

    aside.play(broken)
    assert tried.wait(60)
    aside.play(loud)
    until(lambda: bool(shop.cards) and any(shop.last.played))


def test_hushed_before_it_was_made_it_is_not_heard(aside: Aside, shop: Shop) -> None:
    making, go_on = threading.Event(), threading.Event()

    def slow() -> Samples:
        making.set()
        go_on.wait(60)
        return loud()

    aside.play(slow)
    assert making.wait(60)
    aside.hush()
    go_on.set()
    aside.close()
    assert not shop.cards


def test_after_the_sound_there_is_silence() -> None:
    render = rendering(np.ones((10, 2), np.float32))
    assert render(5, 10)[:, 0].tolist() == [1.0] * 5 + [0.0] * 5
