"""A world of sound devices that open, hang, stall, die and come back, by a clock of its own.

What a device plays is kept with the moment at which it is heard, so that a test can compare the two
with where the sit should be. Everything waits for the playback's own threads to come to rest, and
nothing is timed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.output import RATE, Device, Take
from mindful.audio.playback import Playback
from tests.audio.cards import BLOCK, until

LEFT = 0.277
"""Seconds that PulseAudio has left when it asks."""
PERIOD = 31_013
"""Frames after which their numbers begin anew: more than half a second."""
STEP = 0.5
"""Seconds that pass at the most between two looks."""
KNOWN = 6
"""Requests after which it is known what a device has left when it asks."""


def numbered(start: int, frames: int) -> Samples:
    """Frames that carry their own number; never silence."""
    row = (1000 + np.arange(start, start + frames) % PERIOD).astype(np.float32) / 32767
    return np.repeat(row[:, None], 2, axis=1)


class Clock:
    """Monotonic seconds that pass when told to; counts how often the playback looks."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.looks = 0

    def __call__(self) -> float:
        self.looks += threading.current_thread().name == "playback"
        return self.seconds


class WorldCard:
    """A device that asks when it has `LEFT` left, and is heard block after block."""

    name = "a device of this world"

    def __init__(self, clock: Clock, late: float) -> None:
        self.asks = 0
        self.closed = False
        self.stalled_until = 0.0
        self._clock = clock
        self._late = late
        self._take: Take | None = None
        self._ends = 0.0
        self._heard: list[tuple[float, NDArray[np.int16]]] = []

    def start(self, take: Take) -> None:
        self._take = take
        self._ends = self._clock.seconds + self._late
        self.ask()

    @property
    def due(self) -> float:
        """When it asks next."""
        return max(self._ends - LEFT, self.stalled_until)

    @property
    def rests(self) -> bool:
        """Whether it has been started, or is closed for good."""
        return self.closed or self.asks > 0

    def ask(self) -> None:
        """Ask for the next block, which is heard when the last one is over."""
        assert self._take is not None
        block = np.frombuffer(self._take(BLOCK), "<i2").reshape(-1, 2)[:, 0]
        begins = max(self._ends, self._clock.seconds)
        self._heard.append((begins, block))
        self._ends = begins + BLOCK / RATE
        self.asks += 1

    def stand_still(self, seconds: float) -> None:
        """What is not heard yet is heard so much later."""
        now, later = self._clock.seconds, []
        for begins, block in self._heard:
            cut = int(np.clip(round((now - begins) * RATE), 0, len(block)))
            later.append((begins, block[:cut]))
            later.append((max(begins, now) + seconds, block[cut:]))
        self._heard = [(begins, block) for begins, block in later if len(block)]
        self._ends += seconds

    def heard_at(self, moment: float) -> int:
        """The value heard at a moment; 0 for silence."""
        for begins, block in self._heard:
            at = round((moment - begins) * RATE)
            if 0 <= at < len(block):
                return int(block[at])
        return 0

    def close(self) -> None:
        self.closed = True


class World:
    """Opens devices as it is told to.

    Attributes:
        willing: whether there is a device to be opened.
        hangs: whether opening one takes until `let_open`.
        late: seconds by which the next device is heard late.
    """

    def __init__(self) -> None:
        self.clock = Clock()
        self.cards: list[WorldCard] = []
        self.willing, self.hangs, self.late = True, False, 0.0
        self._changed = threading.Condition()
        self._asked = self._answered = 0
        self._hung: list[threading.Event] = []

    def __call__(self) -> Device:
        held = threading.Event()
        with self._changed:
            self._asked += 1
            if self.hangs:
                self._hung.append(held)
            else:
                held.set()
        held.wait()
        with self._changed:
            self._answered += 1
            if not self.willing:
                raise SoundTrouble("no-sound-device")
            self.cards.append(WorldCard(self.clock, self.late))
            self.late = 0.0
            return self.cards[-1]

    def let_open(self) -> None:
        """What hung in opening goes on."""
        with self._changed:
            self.hangs = False
            for held in self._hung:
                held.set()
            self._hung.clear()

    @property
    def using(self) -> WorldCard | None:
        """The device in use."""
        used = [card for card in self.cards if card.asks and not card.closed]
        return used[-1] if used else None

    def go(self, playback: Playback, seconds: float) -> None:
        """Let time pass; the device in use asks when it is due."""
        until = self.clock.seconds + seconds
        while True:
            self.settle(playback)
            card, now = self.using, self.clock.seconds
            if card is not None and card.due <= now:
                card.ask()
            elif now >= until:
                return
            else:
                due = until if card is None else card.due
                self.clock.seconds = min(until, due, now + STEP)

    def settle(self, playback: Playback) -> None:
        """Wait until the playback's threads have done all that there is to do now."""
        before = None
        while before != (before := self._state(playback)):
            self._wait(lambda: self._at_rest)
            looks = self.clock.looks + 3
            self._wait(lambda: self.clock.looks >= looks or not _is_busy(playback))  # noqa: B023

    @property
    def _at_rest(self) -> bool:
        with self._changed:
            opened = self._asked == self._answered + len(self._hung)
        return opened and all(card.closed or card.asks for card in self.cards)

    def _state(self, playback: Playback) -> tuple[object, ...]:
        asks = tuple(card.asks for card in self.cards)
        return asks, self._asked, playback.silent, playback.rendered()

    def _wait(self, holds: Callable[[], bool]) -> None:
        until(holds, seconds=30.0)


def _is_busy(playback: Playback) -> bool:
    """Whether its thread looks again by itself."""
    return playback._going or playback._fading_until is not None
