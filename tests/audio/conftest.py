"""A playback whose clock and device the test holds."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from mindful.audio import playback as module
from mindful.audio.playback import Playback
from tests.audio.cards import (
    Clock,
    Shop,
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def playback(clock: Clock, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Playback]:
    monkeypatch.setattr(module, "PUMP_SECONDS", 0.01)  # the clock passes faster, too
    # These two are the world's seconds, in which a thread of a busy machine may stand still.
    monkeypatch.setattr(module, "OPEN_SECONDS", 60)
    monkeypatch.setattr(module, "LEAVE_SECONDS", 60)
    before = set(threading.enumerate())
    playback = Playback(shop, clock)
    yield playback
    shop.open.set()
    playback.close()
    left = set(threading.enumerate()) - before
    assert not left, "threads stay behind"
    assert all(card.closed.is_set() for card in shop.cards), "devices stay open"
