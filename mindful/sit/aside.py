"""Something said or sounded beside any sit: Ground me, a preview, a test of the sound."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from mindful.audio.clip import Samples
from mindful.audio.playback import Playback
from mindful.exercises.timeline import RATE
from mindful.trouble import Trouble

Make = Callable[[], Samples]
"""Makes the sound to be played: float32 at 48 kHz, mono or stereo. May raise `Trouble`."""

TAIL = RATE // 2
"""Frames after the sound before the device is let go."""


class Aside:
    """Plays one sound at a time; a new one takes the place of the last. For any thread.

    Args:
        open_playback: gives a new way to the sound card.
    """

    def __init__(self, open_playback: Callable[[], Playback]) -> None:
        self._open_playback = open_playback
        self._changed = threading.Condition()
        self._wanted: Make | None = None
        self._turn = 0
        self._closing = False
        self._playback: Playback | None = None
        self._thread = threading.Thread(target=self._work, name="aside", daemon=True)
        self._thread.start()

    def play(self, make: Make) -> None:
        """Play what `make` gives, as soon as it is made; whatever plays now falls silent."""
        with self._changed:
            self._turn += 1
            self._wanted = make
            self._fall_silent()
            self._changed.notify_all()

    def hush(self) -> None:
        """Be silent at once."""
        with self._changed:
            self._turn += 1
            self._wanted = None
            self._fall_silent()
            self._changed.notify_all()

    def close(self) -> None:
        """Be silent, and end. Safe to call twice."""
        with self._changed:
            self._closing = True
        self.hush()
        self._thread.join()

    def _fall_silent(self) -> None:
        if self._playback is not None:
            self._playback.halt()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._wanted is not None)
                if self._closing:
                    return
                make, self._wanted, turn = self._wanted, None, self._turn
            assert make is not None
            try:
                samples = make()
            except Trouble:
                continue  # words stand on the screen; a sound that is gone is silent
            self._sound(samples, turn)

    def _sound(self, samples: Samples, turn: int) -> None:
        playback = self._open_playback()
        try:
            with self._changed:
                if turn != self._turn:
                    return
                self._playback = playback
                playback.start(rendering(samples))
            self._wait_for_end(playback, len(samples) + TAIL, turn)
        finally:
            with self._changed:
                self._playback = None
            playback.close()

    def _wait_for_end(self, playback: Playback, end: int, turn: int) -> None:
        with self._changed:
            while turn == self._turn and playback.position() < end and not playback.silent:
                self._changed.wait((end - playback.position()) / RATE)


def rendering(samples: Samples) -> Callable[[int, int], Samples]:
    """Render a sound that lies in memory, mono or stereo, with silence after it."""
    stereo = samples if samples.ndim == 2 else np.repeat(samples[:, None], 2, axis=1)

    def render(start: int, frames: int) -> Samples:
        out = np.zeros((frames, 2), np.float32)
        part = stereo[start : start + frames]
        out[: len(part)] = part
        return out

    return render
