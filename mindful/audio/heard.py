"""Which frame of the card is heard now, from when it asked for frames. Pure arithmetic."""

from __future__ import annotations

SETTLED = 4
"""Requests after which the card's rhythm is taken as its own."""

SMOOTHING = 0.01
"""How much of a difference one request corrects; a request comes up to 20 ms early or late."""

USUAL = 0.05
"""Seconds by which two requests differ when both come in time; beyond, who asks was held up."""

UNHEARD_SECONDS = 0.28
"""What a card has unheard when it asks again: measured on PulseAudio, 0.264 to 0.290 wherever its
frames are heard from the first request on; others have more, and the same each time."""

LESS = 0.02
"""Seconds by which a card has less unheard than it can have: it is heard that much later."""

DRIFT = 300e-6
"""Seconds by which a card's clock may part from ours in a second; real ones stay below 100e-6.

Requests come early and late in slow waves. Followed without a bound, each run of a device took the
place of the sit some milliseconds along: after twenty hangs of a server up to 59 ms.
"""


class Heard:
    """Follows one run of a device, from its start on.

    A card that is awake is heard from its first request on, within 10 ms (measured on
    PulseAudio, the device newly opened). One that sleeps asks once, and is heard only when it
    asks again, up to 1.4 s later.

    The card asks when it has a steady number of frames left. How many is learned from the first
    requests, timed against its start; from then on the card's own clock is followed, which may
    run some parts in a million apart from ours.

    A sound server that comes back from a hang may begin a run late, or go on late, and says nothing
    of it. It shows in that number: a card that has less left than any that is in time, and less
    than it had in an earlier run, is late by the difference.

    One thread calls `asked`; any may call the rest.

    Args:
        rate: frames a second.
        usual: seconds that it had left in earlier runs when it asked, None where that is not known.
    """

    def __init__(self, rate: int, usual: float | None = None) -> None:
        self._rate = rate
        self._usual = usual
        self._requests = 0
        self._taken = 0
        self._left = 0.0
        self._seen: list[float] = []
        self._zero: float | None = None
        self._learned = 0.0, 0.0
        self._guessed = self._begun_late = self._gone_on_late = 0.0
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

    @property
    def left(self) -> float | None:
        """Seconds that the card has left when it asks, None while that is not known."""
        return self._left if self._requests > SETTLED else None

    @property
    def begun_late(self) -> float:
        """Seconds by which its frames turned out to be heard later than two requests had shown."""
        return self._begun_late

    @property
    def gone_on_late(self) -> float:
        """Seconds by which frames are heard later since the card stood still in between."""
        return self._gone_on_late

    def asked(self, now: float, frames: int) -> None:
        """The card asks for `frames` at the monotonic time `now`, in seconds."""
        if self._zero is None:
            self._zero = now
        elif self._requests == 1:
            self._zero = self._woken(self._zero, now)
            self._guessed = self._late(self._unheard(now), self._usual)
            self._zero += self._guessed
        elif self.at(now) > self._taken:
            self._dry = True
        elif self._requests <= SETTLED:
            self._learn(now)
        else:
            self._follow(now, self._left - self._unheard(now))
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

    def _unheard(self, now: float) -> float:
        """Seconds that the card has left at `now`."""
        return (self._taken - self.at(now)) / self._rate

    def _late(self, left: float, usual: float | None) -> float:
        """Seconds by which a card is heard later that has `left`; 0 where that may be its own."""
        if usual is None:
            return 0.0
        late = min(usual, UNHEARD_SECONDS) - left
        return late if late > LESS else 0.0

    def _learn(self, now: float) -> None:
        """What the card has left, from the requests after the second."""
        assert self._zero is not None
        self._seen.append(self._unheard(now))
        if self._requests == SETTLED:
            left = sum(self._seen) / len(self._seen)
            # The second request alone may have been held up.
            late = self._late(left - self._guessed, self._usual) - self._guessed
            self._begun_late = late if abs(late) > LESS else 0.0
            self._settle(now, left, self._begun_late)

    def _settle(self, now: float, left: float, late: float) -> None:
        assert self._zero is not None
        self._zero += late
        self._left = left + late
        self._learned = now, self._zero

    def _follow(self, now: float, late: float) -> None:
        """Follow the card's clock by a request that came so many seconds late.

        Whoever is held up asks late once or twice; whoever goes on asking at another time has
        another number of frames left now, which is learned anew, or stood still in between.
        """
        assert self._zero is not None
        if abs(late) <= USUAL:
            self._odd = 0
            since, zero = self._learned
            most = DRIFT * (now - since)
            self._zero = min(zero + most, max(zero - most, self._zero + SMOOTHING * late))
            return
        self._odd += 1
        if self._odd >= SETTLED:
            self._odd = 0
            left = self._unheard(now)
            stood = self._late(left, self._left)
            self._settle(now, left, stood)
            self._gone_on_late += stood

    def _woken(self, zero: float, now: float) -> float:
        """When frame 0 was heard, as the second request shows: later, if it came too late."""
        if (now - zero) * self._rate <= self._taken:
            return zero
        heard = max(0.0, self._taken / self._rate - UNHEARD_SECONDS)
        return now - heard
