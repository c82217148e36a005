"""Which frame of the card is heard now, from when it asked for frames. Pure arithmetic."""

from __future__ import annotations

SETTLED = 4
"""Requests after which the card's rhythm is taken as its own."""

SMOOTHING = 0.1
"""How much of a difference one request corrects; a request comes up to 20 ms early or late."""

USUAL = 0.05
"""Seconds by which two requests differ when both come in time; beyond, who asks was held up."""

UNHEARD_SECONDS = 0.28
"""What a card that was woken late has unheard when it asks again: measured on PulseAudio."""


class Heard:
    """Follows one run of a device, from its start on.

    A card that is awake is heard from its first request on, within 10 ms (measured on
    PulseAudio, the device newly opened). One that sleeps asks once, and is heard only when it
    asks again, up to 1.4 s later.

    The card asks when it has a steady number of frames left. How many is learned from the first
    requests, timed against its start; from then on the card's own clock is followed, which may
    run some parts in a million apart from ours.

    One thread calls `asked`; any may call `at`.

    Args:
        rate: frames a second.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._requests = 0
        self._taken = 0
        self._left = 0.0
        self._zero: float | None = None
        self._dry = False
        self._odd = 0

    @property
    def settled(self) -> bool:
        """Whether it is known when frame 0 was heard, asleep or awake."""
        return self._requests > 1

    @property
    def dry(self) -> bool:
        """Whether the card has once had nothing left, so that what followed was heard late."""
        return self._dry

    @property
    def taken(self) -> int:
        """Frames the card has asked for so far."""
        return self._taken

    def asked(self, now: float, frames: int) -> None:
        """The card asks for `frames` at the monotonic time `now`, in seconds."""
        if self._zero is None:
            self._zero = now
        elif self._requests == 1:
            self._zero = self._woken(self._zero, now)
        elif self.at(now) > self._taken:
            self._dry = True
        elif self._requests == SETTLED:
            self._left = self._taken - (now - self._zero) * self._rate
        elif self._requests > SETTLED:
            zero = now - (self._taken - self._left) / self._rate
            self._follow(now, zero - self._zero)
        self._taken += frames
        self._requests += 1

    def at(self, now: float) -> float:
        """The frame heard at `now`, seconds; it goes on by itself when the card stops asking.

        Only after the first request it waits, at its end, for the second: the card may sleep.
        """
        if self._zero is None:
            return 0.0
        frame = (now - self._zero) * self._rate
        return min(frame, self._taken) if self._requests == 1 else frame

    def when(self, frame: int) -> float:
        """The monotonic second at which a frame is heard, once the card has asked."""
        assert self._zero is not None
        return self._zero + frame / self._rate

    def _follow(self, now: float, late: float) -> None:
        """Follow the card's clock by a request that came so many seconds late.

        Whoever is held up asks late once or twice; whoever goes on asking at another time has
        another number of frames left now, which is learned anew.
        """
        assert self._zero is not None
        if abs(late) <= USUAL:
            self._odd = 0
            self._zero += SMOOTHING * late
            return
        self._odd += 1
        if self._odd >= SETTLED:
            self._odd = 0
            self._left = self._taken - (now - self._zero) * self._rate

    def _woken(self, zero: float, now: float) -> float:
        """When frame 0 was heard, as the second request shows: later, if it came too late."""
        if (now - zero) * self._rate <= self._taken:
            return zero
        heard = max(0.0, self._taken / self._rate - UNHEARD_SECONDS)
        return now - heard
