"""One run of a sound device, from its opening to its close, on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable

from mindful.audio.errors import SoundTrouble
from mindful.audio.feed import Feed
from mindful.audio.frames import to_16_bit
from mindful.audio.heard import Heard
from mindful.audio.output import FRAME_BYTES, RATE, Device
from mindful.audio.splice import Render, leap
from mindful.audio.timing import AHEAD


class Run:
    """Opens a device, starts it, and closes it when left.

    All three are done on the run's own thread: a sound server that hangs holds up nobody else.

    Args:
        open_device: opens a device, or raises `SoundTrouble`.
        first: the frame of the sit to begin with.
        now: monotonic seconds.
        usual: seconds that devices had left in earlier runs when they asked, None where unknown.
        prepare: called on the run's thread before the device starts, to fill `feed`.
        tell: called on the run's thread when `started` or `failed` has become true.

    Attributes:
        took: seconds until the device was open; 0 while it is not.
    """

    def __init__(
        self,
        open_device: Callable[[], Device],
        first: int,
        now: Callable[[], float],
        usual: float | None,
        prepare: Callable[[Run], None],
        tell: Callable[[Run], None],
    ) -> None:
        self.feed = Feed(first)
        self.started = False
        self.failed = False
        self.opened_at = now()
        self.took = 0.0
        self._first = first
        self._heard = Heard(RATE, usual)
        self._made_up = 0.0
        self._joined = False
        self._asked_at = 0.0
        self._open_device = open_device
        self._now = now
        self._prepare = prepare
        self._tell = tell
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._work, name="sound-device", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the device is not closed yet."""
        return self._thread.is_alive()

    @property
    def asked(self) -> bool:
        """Whether the card has asked for frames."""
        return self._heard.taken > 0

    @property
    def settled(self) -> bool:
        """Whether it is known when the card's frames are heard."""
        return self._heard.settled

    @property
    def dry(self) -> bool:
        """Whether the card has had nothing to play: what it plays now is late."""
        return self._heard.dry

    def position(self, now: float) -> int:
        """Frame of the sit that is heard at `now`."""
        return self._first + self.feed.shift + int(self._heard.at(now))

    def when(self, frame: int) -> float:
        """The monotonic second at which a frame that the card has not asked for is heard."""
        return self._heard.when(frame - self.feed.shift - self._first)

    @property
    def left(self) -> float | None:
        """Seconds that the device has left when it asks, None while that is not known."""
        return self._heard.left

    def joined(self) -> None:
        """Its frames are placed by the clock from here on, not by its start."""
        self._joined = True

    def make_up(self, render: Render) -> None:
        """Leave out what it turned out to be late by, if anything, without a step."""
        late = self._heard.gone_on_late + self._heard.begun_late * self._joined
        if over := round((late - self._made_up) * RATE):
            self._made_up = late
            self.feed.join(
                lambda at: at + over, lambda at: to_16_bit(leap(render, at, over, AHEAD))
            )

    def quiet_for(self, now: float) -> float:
        """Seconds since the card asked last, or since it started."""
        return now - self._asked_at

    def leave(self) -> None:
        """Be silent at once, and let the device go; does not wait for it."""
        self._left.set()

    def join(self, seconds: float) -> None:
        """Wait until the device is closed, so long at most."""
        self._thread.join(seconds)

    def _work(self) -> None:
        try:
            device = self._open_device()
            self.took = self._now() - self.opened_at
        except SoundTrouble:
            self._fail()
            return
        try:
            if not self._left.is_set():
                self._prepare(self)
                device.start(self._take)
                self._asked_at = self._now()
                self.started = True
                self._tell(self)
                self._left.wait()
        except SoundTrouble:
            self._fail()
        finally:
            device.close()

    def _fail(self) -> None:
        self.failed = True
        self._tell(self)

    def _take(self, frames: int) -> bytes:
        """What the card's thread calls: note the time, copy, nothing else."""
        if self._left.is_set():
            return bytes(frames * FRAME_BYTES)
        now = self._now()
        self._asked_at = now
        self._heard.asked(now, frames)
        return self.feed.take(frames)
