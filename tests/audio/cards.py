"""A clock and a sound device that do what a test tells them, and frames that can be told apart."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.output import RATE, Device, Take
from mindful.audio.playback import Playback
from mindful.audio.splice import FADE_IN
from mindful.audio.timing import AHEAD, LEAD_IN

BLOCK = 24_000

LEAD = LEAD_IN / RATE
"""Seconds after which frame 0 is heard."""


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

    def __init__(self, lets_go: threading.Event | None = None) -> None:
        self.played: list[int] = []
        self.closed = threading.Event()
        self._lets_go = lets_go
        self._take: Take | None = None

    def start(self, take: Take) -> None:
        self._take = take
        self.ask()

    @property
    def heard(self) -> list[int]:
        """What was played after the silence before frame 0."""
        assert not any(self.played[:LEAD_IN])
        return self.played[LEAD_IN:]

    def ask(self, frames: int = BLOCK) -> list[int]:
        """Ask for frames; gives the value of each."""
        assert self._take is not None
        block = self._take(frames)
        asked = [int(value) for value in np.frombuffer(block, "<i2").reshape(-1, 2)[:, 0]]
        self.played += asked
        return asked

    def close(self) -> None:
        if self._lets_go is not None:
            self._lets_go.wait()
        self.closed.set()


class Shop:
    """Where playback gets its devices.

    Attributes:
        open: whoever asks for one gets it; else they wait.
        newest: who asked last gets one, though others wait.
        lets_go: whether devices close when they are told to; else that waits.
    """

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.sold_out = False
        self.tries = self.refused = 0
        self.waiting = self.most_waiting = 0
        self._counting = threading.Lock()
        self.open, self.newest = threading.Event(), threading.Event()
        self.open.set()
        self.lets_go = threading.Event()
        self.lets_go.set()

    def __call__(self) -> Device:
        mine = self._waits(1)
        while not self.open.wait(0.002):
            if self.newest.is_set() and mine == self.tries:
                break
        self._waits(-1)
        if self.sold_out:
            self.refused += 1
            raise SoundTrouble("no-sound-device")
        card = Card(self.lets_go)
        self.cards.append(card)
        return card

    def _waits(self, change: int) -> int:
        """How many have asked so far."""
        with self._counting:
            self.waiting += change
            self.most_waiting = max(self.most_waiting, self.waiting)
            self.tries += change > 0
            return self.tries

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


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until something holds that another thread brings about."""
    deadline = time.monotonic() + seconds
    waiting = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, "it never came about"
        waiting.wait(0.002)


def go_on(playback: Playback, clock: Clock, card: Card, requests: int = 1) -> None:
    """Half a second passes, and the card asks for the next half; so many times."""
    for _ in range(requests):
        clock.go(0.5)
        card.ask()
        until_ready(playback, len(card.heard) + AHEAD)


def until_ready(playback: Playback, frame: int) -> None:
    until(lambda: playback.rendered() >= frame)


def joins_in(playback: Playback, card: Card, at: int) -> None:
    """A device that has just opened plays silence until it is known when it is heard."""
    until(lambda: len(card.played) == BLOCK)
    assert playback.silent
    card.ask()
    until(lambda: not playback.silent)
    assert playback.position() == at
    assert not any(card.played)
    heard = card.ask()
    assert heard[0] == 0, "it fades in"
    assert heard[FADE_IN:] == values(at + 2 * BLOCK + FADE_IN, at + 3 * BLOCK)
