"""Which frame of the card is heard now, from when it asked for frames. Pure arithmetic."""

from __future__ import annotations

SETTLED = 4
"""Requests after which the card's rhythm is taken as its own."""

SMOOTHING = 0.1
"""How much of a difference one request corrects; a request comes up to 20 ms early or late."""


class Heard:
    """Follows one run of a device, from its start on.

    The card asks when it has a steady number of frames left. How many is learned from the first
    requests, timed against its start; from then on the card's own clock is followed, which may
    run some parts in a million apart from ours.

    Args:
        rate: frames a second.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._requests = 0
        self._taken = 0
        self._left = 0.0
        self._zero: float | None = None

    @property
    def taken(self) -> int:
        """Frames the card has asked for so far."""
        return self._taken

    def asked(self, now: float, frames: int) -> None:
        """The card asks for `frames` at the monotonic time `now`, in seconds."""
        if self._zero is None:
            self._zero = now
        elif self._requests == SETTLED:
            self._left = self._taken - (now - self._zero) * self._rate
        elif self._requests > SETTLED:
            zero = now - (self._taken - self._left) / self._rate
            self._zero += SMOOTHING * (zero - self._zero)
        self._requests += 1
        self._taken += frames

    def at(self, now: float) -> float:
        """The frame heard at `now`, seconds; it goes on by itself when the card stops asking."""
        return 0.0 if self._zero is None else (now - self._zero) * self._rate
