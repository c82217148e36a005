"""Play a sit: keep the card fed, know what is heard, and go on by the clock when nobody hears it.

A thread of its own renders ahead and watches. Neither miniaudio nor Qt reports a dead sound
server: it is seen by requests that no longer come.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.feed import Feed
from mindful.audio.heard import Heard
from mindful.audio.output import RATE, Device

Render = Callable[[int, int], Samples]
"""Stereo float32 of shape ``(frames, 2)`` from a first frame and a number of frames."""

BLOCK = 2_400
"""Frames rendered at a time: 50 ms."""

AHEAD = 36_000
"""Frames kept ready beyond what the card has asked for: 0.75 s."""

PUMP_SECONDS = 0.1
"""How often the pump looks."""

STALL_SECONDS = 2.0
"""Without a request for so long, the device is dead."""

RETRY_SECONDS = 3.0
"""How often a dead device is tried again."""

LEAVE_SECONDS = 5.0
"""How long a dead device may take to be let go when all ends."""

FADE_IN = RATE // 5
FADE_OUT = RATE * 3 // 10
"""Frames of the fades at resume and pause."""


class _Run:
    """One run of a device: from a start to its stop."""

    def __init__(self, device: Device, first: int, now: Callable[[], float]) -> None:
        self.device = device
        self.first = first
        self.feed = Feed()
        self.heard = Heard(RATE)
        self.asked_at = now()
        self._now = now

    def take(self, frames: int) -> bytes:
        """What the card's thread calls: note the time, copy, nothing else."""
        self.asked_at = self._now()
        self.heard.asked(self.asked_at, frames)
        return self.feed.take(frames)

    @property
    def next_frame(self) -> int:
        """First frame of the sit that is not rendered yet."""
        return self.first + self.feed.queued

    def position(self, now: float) -> int:
        """Frame of the sit that is heard at `now`."""
        return self.first + int(self.heard.at(now))


class Playback:
    """The way of a sit to the sound card. Every method may be called from any thread.

    Args:
        open_device: opens a device, or raises `SoundTrouble`.
        now: monotonic seconds.
    """

    def __init__(
        self, open_device: Callable[[], Device], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._open_device = open_device
        self._now = now
        self._lock = threading.Condition()
        self._device: Device | None = None
        self._run: _Run | None = None
        self._render: Render = _silence
        self._stood_at = 0
        self._moving_since: float | None = None
        self._fading_until: float | None = None
        self._retry_at = 0.0
        self._opening: threading.Thread | None = None
        self._letting_go: list[threading.Thread] = []
        self._closing = False
        self._pump = threading.Thread(target=self._work, name="playback", daemon=True)
        self._pump.start()

    @property
    def silent(self) -> bool:
        """Whether time passes and nobody hears it."""
        with self._lock:
            return self._moving_since is not None and self._run is None

    @property
    def missing(self) -> int:
        """Frames of this run that were not rendered in time."""
        with self._lock:
            return 0 if self._run is None else self._run.feed.missing

    def start(self, render: Render, at: int = 0) -> None:
        """Play from frame `at`; where no device can be opened, time passes silently."""
        with self._lock:
            self._render = render
            self._stood_at = at
            self._go()

    def replace(self, render: Render) -> None:
        """Play `render` from the first frame that is not rendered yet."""
        with self._lock:
            self._render = render

    def pause(self) -> int:
        """Fade out and stand still.

        The fade begins behind what the card has already; the frame where it begins is where
        the sit stands, and where it will go on, so that nothing is lost.
        """
        with self._lock:
            if self._moving_since is None:
                return self._stood_at
            if self._run is None:
                return self._stand(self._position())
            run = self._run
            at = run.first + run.heard.taken
            fade = to_16_bit(self._faded(at, FADE_OUT, rising=False))
            run.feed.cut(run.heard.taken, fade)
            self._fading_until = self._now() + (at + FADE_OUT - self._position()) / RATE
            self._moving_since = None
            self._stood_at = at
            self._lock.notify_all()
            return at

    def halt(self) -> int:
        """Be silent at once, and stand still at the frame that was heard."""
        with self._lock:
            at = self._stood_at if self._moving_since is None else self._position()
            return self._stand(at)

    def resume(self) -> None:
        """Go on where it stood, fading in."""
        with self._lock:
            if self._moving_since is None:
                self._stop_run()
                self._go()

    def position(self) -> int:
        """The frame heard now; it stands still in a pause."""
        with self._lock:
            return self._stood_at if self._moving_since is None else self._position()

    def rendered(self) -> int:
        """The first frame that is not rendered yet."""
        with self._lock:
            if self._moving_since is None:
                return self._stood_at
            return self._position() if self._run is None else self._run.next_frame

    def close(self) -> None:
        """Stop, let the device go, and wait for the threads. Safe to call twice."""
        with self._lock:
            self._closing = True
            self._stop_run()
            self._lock.notify_all()
        self._pump.join()
        for thread in (self._opening, *self._letting_go):
            if thread is not None:
                thread.join(LEAVE_SECONDS)
        device, self._device = self._device, None
        if device is not None:
            device.close()

    # With the lock held

    def _position(self) -> int:
        now = self._now()
        if self._run is not None and self._run.heard.taken:
            return max(self._stood_at, self._run.position(now))
        since = now if self._moving_since is None else self._moving_since
        return self._stood_at + int((now - since) * RATE)

    def _stand(self, at: int) -> int:
        self._stop_run()
        self._moving_since = None
        self._stood_at = at
        return at

    def _go(self) -> None:
        """From where it stands: on the device if there is one, else by the clock."""
        self._moving_since = self._now()
        if self._device is None:
            try:
                self._device = self._open_device()
            except SoundTrouble:
                self._retry_at = self._now() + RETRY_SECONDS
                return
        self._play_on(self._device)

    def _play_on(self, device: Device) -> None:
        run = _Run(device, self._stood_at, self._now)
        if self._stood_at:
            self._append(run, self._faded(self._stood_at, FADE_IN, rising=True))
        self._fill(run, AHEAD)
        try:
            device.start(run.take)
        except SoundTrouble:
            self._lose_device()
        else:
            self._run = run

    def _stop_run(self) -> None:
        self._fading_until = None
        if self._run is not None:
            run, self._run = self._run, None
            try:
                run.device.stop()
            except SoundTrouble:
                self._lose_device()

    def _lose_device(self) -> None:
        """The device is dead: close it elsewhere, since that may take its time."""
        device, self._device = self._device, None
        self._run = None
        self._retry_at = self._now() + RETRY_SECONDS
        if device is not None:
            closing = threading.Thread(target=device.close, name="close-device", daemon=True)
            self._letting_go.append(closing)
            closing.start()

    def _fill(self, run: _Run, ahead: int) -> None:
        run.feed.skip_to(run.heard.taken)
        while run.feed.queued < run.heard.taken + ahead:
            self._append(run, self._render(run.next_frame, BLOCK))

    def _append(self, run: _Run, samples: Samples) -> None:
        run.feed.append(to_16_bit(samples))

    def _faded(self, at: int, frames: int, *, rising: bool) -> Samples:
        ramp = np.sin(np.linspace(0, np.pi / 2, frames, dtype=np.float32)) ** 2
        faded: Samples = self._render(at, frames) * (ramp if rising else ramp[::-1])[:, None]
        return faded

    # The pump's thread

    def _work(self) -> None:
        with self._lock:
            while not self._closing:
                self._turn()
                self._lock.wait(PUMP_SECONDS)

    def _turn(self) -> None:
        now = self._now()
        if self._fading_until is not None and now >= self._fading_until:
            self._stop_run()
        if self._moving_since is None:
            return
        if self._run is None:
            self._try_again(now)
        elif now - self._run.asked_at > STALL_SECONDS:
            at = self._position()
            self._lose_device()
            self._stood_at, self._moving_since = at, now
        else:
            self._fill(self._run, AHEAD)

    def _try_again(self, now: float) -> None:
        busy = self._opening is not None and self._opening.is_alive()
        if now >= self._retry_at and not busy:
            self._retry_at = now + RETRY_SECONDS
            self._opening = threading.Thread(target=self._reopen, name="open-device", daemon=True)
            self._opening.start()

    def _reopen(self) -> None:
        """Open a device without holding anybody up; then go on at the frame reached by then."""
        try:
            device = self._open_device()
        except SoundTrouble:
            return
        with self._lock:
            if self._closing or self._run is not None or self._device is not None:
                unwanted = True
            else:
                unwanted = False
                self._device = device
                if self._moving_since is not None:
                    self._stood_at, self._moving_since = self._position(), self._now()
                    self._play_on(device)
        if unwanted:
            device.close()


def to_16_bit(samples: Samples) -> bytes:
    """Float samples within -1 and 1 as 16-bit little-endian frames, rounded."""
    rounded: np.ndarray = np.rint(np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2")
    return bytes(rounded.tobytes())


def _silence(_start: int, frames: int) -> Samples:
    return np.zeros((frames, 2), np.float32)
