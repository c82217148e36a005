"""Play a sit: keep the card fed, know what is heard, and go on by the clock when nobody hears it.

A thread of its own renders ahead and watches. Neither miniaudio nor Qt reports a dead sound
server: it is seen by requests that no longer come. Every device is used once (see `output`).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from mindful.audio.earlier import Earlier
from mindful.audio.frames import nothing, silence, to_16_bit
from mindful.audio.hanging import Hanging
from mindful.audio.output import RATE, Device
from mindful.audio.run import Run
from mindful.audio.splice import FADE_OUT, Render, Splice, fade_in, fade_out
from mindful.audio.timing import (
    AHEAD,
    AT_FIRST,
    BLOCK,
    LEAD_IN,
    LEAVE_SECONDS,
    OPEN_SECONDS,
    PUMP_SECONDS,
    RETRY_SECONDS,
    STALL_SECONDS,
)


class Playback:
    """The way of a sit to the sound card. Every method may be called from any thread.

    Args:
        open_device: opens a device, or raises `SoundTrouble`; called on threads of its own.
        now: monotonic seconds.
    """

    def __init__(
        self, open_device: Callable[[], Device], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._open_device = open_device
        self._now = now
        self._lock = threading.Condition()
        self._render: Render = silence
        self._going = False
        self._stood_at = 0
        self._reached = 0
        self._silent_since: float | None = None
        self._run: Run | None = None
        self._runs = Hanging()
        self._earlier = Earlier()
        self._retry_at = 0.0
        self._fading_until: float | None = None
        self._closing = False
        self._pump = threading.Thread(target=self._work, name="playback", daemon=True)
        self._pump.start()

    @property
    def silent(self) -> bool:
        """Whether time passes and nobody hears it."""
        with self._lock:
            return self._silent_since is not None

    @property
    def fading(self) -> bool:
        """Whether the fade of a pause can still be heard."""
        with self._lock:
            return self._fading_until is not None and self._now() < self._fading_until

    @property
    def missing(self) -> int:
        """Frames that were not rendered in time, on all devices so far."""
        with self._lock:
            return self._earlier.missing + (self._run.feed.missing if self._run else 0)

    def start(self, render: Render, at: int = 0) -> None:
        """Play from frame `at`, which is when the device starts.

        Waits until it does, `OPEN_SECONDS` at most; without a device, time passes silently.
        """
        with self._lock:
            self._render = render
            self._stand(at)
            self._go()

    def replace(self, render: Render) -> None:
        """Go over to `render` at the first frame that is not rendered yet."""
        with self._lock:
            running = self._going and self._run is not None
            self._render = Splice(self._render, render, self._frontier()) if running else render

    def go_over(self, make: Callable[[int], Render]) -> int:
        """Go over behind what the card has already, which is up to 0.7 s; gives the frame.

        `make` is called with it; again with a later one, should the card ask meanwhile.
        """
        with self._lock:
            run, before = self._run, self._render
            if not self._going or run is None or not run.asked or self._silent_since is not None:
                self.replace(make(at := self._frontier()))
                return at

            def begin(at: int) -> bytes:
                self._render = Splice(before, make(at), at)
                return to_16_bit(self._render(at, AHEAD))

            return run.feed.join(lambda at: at, begin)

    def pause(self) -> int:
        """Fade out and stand still.

        The fade begins behind what the card has already; the frame where it begins is where
        the sit stands, and where it will go on, so that nothing is lost.
        """
        with self._lock:
            if not self._going:
                return self._stood_at
            run = self._run
            if run is None or not run.asked or self._silent_since is not None:
                return self._stand(self._position())
            at = run.feed.end_with(lambda at: to_16_bit(fade_out(self._render, at)))
            self._fading_until = self._now() + (at + FADE_OUT - self._position()) / RATE
            self._going = False
            self._stood_at = self._reached = at
            self._lock.notify_all()
            return at

    def halt(self) -> int:
        """Be silent at once, and stand still at the frame that was heard."""
        with self._lock:
            return self._stand(self._position())

    def resume(self) -> None:
        """Go on where it stood, fading in, as soon as the fade of the pause has been heard.

        Waits as `start` does.
        """
        with self._lock:
            self._lock.wait_for(lambda: self._fading_until is None or self._closing)
            if not self._going:
                self._go()

    def position(self) -> int:
        """The frame heard now; it stands still in a pause."""
        with self._lock:
            return self._position()

    def rendered(self) -> int:
        """The first frame that is not rendered yet."""
        with self._lock:
            return self._frontier()

    def close(self) -> None:
        """Stop, let the device go, and wait for the threads. Safe to call twice."""
        with self._lock:
            self._closing = True
            self._stand(self._position())
        self._pump.join()
        self._runs.join(LEAVE_SECONDS)

    # With the lock held

    def _position(self) -> int:
        """Never goes back while time passes, even where the card turns out to be later."""
        if self._going:
            now = self._now()
            if self._silent_since is not None:
                at = self._stood_at + int((now - self._silent_since) * RATE)
            elif self._run is not None and self._run.asked:
                at = self._run.position(now)
            else:
                at = self._stood_at
            self._reached = max(self._reached, at)
        return self._reached

    def _frontier(self) -> int:
        if not self._going:
            return self._stood_at
        if self._run is None or self._silent_since is not None:
            return self._position()
        return max(self._stood_at, self._run.feed.queued)

    def _stand(self, at: int) -> int:
        self._leave_run()
        self._going = False
        self._fading_until = self._silent_since = None
        self._stood_at = self._reached = at
        self._lock.notify_all()
        return at

    def _go(self) -> None:
        """From where it stands: on a device as soon as it starts, else by the clock."""
        if self._closing:
            return
        self._going = True
        run = self._open()
        self._lock.wait_for(lambda: run.started or run.failed or self._run is not run, OPEN_SECONDS)
        if self._run is run and not run.started:
            self._go_silently(run)
        self._lock.notify_all()

    def _open(self) -> Run:
        first, usual = self._stood_at or -LEAD_IN, self._earlier.usual
        self._run = run = Run(self._open_device, first, self._now, usual, self._prepare, self._told)
        self._runs.opened(run)
        return run

    def _go_silently(self, run: Run) -> None:
        """Time passes from here on; the run joins in should it ever start."""
        now = self._now()
        self._stood_at, self._silent_since = self._position(), now
        self._retry_at = now + RETRY_SECONDS
        run.feed.end_with(nothing)
        if run.failed:
            self._run = None

    def _lose(self, run: Run, now: float) -> None:
        """The device is dead, or late: time passes, and another one is tried at once."""
        self._go_silently(run)
        self._leave_run()
        self._retry_at = now

    def _join(self, run: Run) -> None:
        """From silence into the sit, where the clock says it is when the card's next is heard."""
        since = self._silent_since
        assert since is not None

        def place(at: int) -> int:
            return self._stood_at + round((run.when(at) - since) * RATE)

        run.feed.join(place, lambda at: to_16_bit(fade_in(self._render, at)))
        run.joined()
        self._stood_at, self._silent_since = self._position(), None
        self._fill(run)

    def _leave_run(self) -> None:
        if self._run is not None:
            self._earlier.add(self._run)
            self._run.leave()
            self._run = None

    def _fill(self, run: Run, ahead: int = AHEAD) -> None:
        while (first := run.feed.queued) < run.feed.taken + ahead:
            run.feed.append(first, to_16_bit(self._render(first, BLOCK)))

    # A run's thread

    def _prepare(self, run: Run) -> None:
        """Render what the card will ask for first."""
        with self._lock:
            if self._run is not run:
                return
            if self._silent_since is not None:
                run.feed.end_with(nothing)
                return
            first = self._position()
            if first > 0:
                run.feed.append(first, to_16_bit(fade_in(self._render, first)))
            else:
                run.feed.append(-LEAD_IN, to_16_bit(silence(-LEAD_IN, LEAD_IN)))
            self._fill(run, AT_FIRST)

    def _told(self, run: Run) -> None:
        """A run has started, or failed."""
        with self._lock:
            if self._run is run and self._silent_since is not None and run.failed:
                self._go_silently(run)
            if self._run is run and run.started:
                self._runs.answered(run)
            self._lock.notify_all()

    # The pump's thread

    def _work(self) -> None:
        with self._lock:
            while not self._closing:
                self._turn(self._now())
                busy = self._going or self._fading_until is not None
                self._lock.wait(PUMP_SECONDS if busy else None)

    def _turn(self, now: float) -> None:
        run = self._run
        if self._fading_until is not None:
            if now >= self._fading_until:
                self._stand(self._stood_at)
        elif run is None:
            if self._silent_since is not None and now >= self._retry_at:
                self._open()
        elif not run.started:
            if now - run.opened_at > self._runs.patience:
                self._lose(run, now)
        elif run.dry or run.quiet_for(now) > STALL_SECONDS:
            self._lose(run, now)
        elif self._silent_since is None:
            run.make_up(self._render)
            self._fill(run)
        elif run.settled:
            self._join(run)
