"""How far the writing of a sit is, and how long it will take. Pure: times are passed in."""

from __future__ import annotations

VOICE_COST = 0.3
"""Seconds of work a second of speech, until the first line has shown it."""

SOUND_COST = 1 / 40
"""Seconds of work a second of the sit, likewise."""

SURE_AFTER = 1.0
"""Seconds of work after which its speed is believed."""


class Forecast:
    """Follows two pieces of work, one after the other: making the voice, then writing the sound.

    Args:
        speech: seconds of speech to make.
        sound: seconds of sound to write, about.
        now: monotonic time in seconds at the start; so are all times.
    """

    def __init__(self, speech: float, sound: float, now: float) -> None:
        self._speech, self._sound = speech, sound
        self._start = self._part_start = now
        self._made = self._written = 0.0
        self._writing = False
        self._share = 0.0
        self._left = 0.0
        self._look(now)

    @property
    def share(self) -> float:
        """How much of all is done, 0 to 1; it never goes back."""
        return self._share

    @property
    def seconds_left(self) -> float:
        """How long it will take from the last time on."""
        return self._left

    def made(self, speech: float, now: float) -> None:
        """`speech` seconds of all the speech are made."""
        self._made = speech
        self._look(now)

    def written(self, sound: float, whole: float, now: float) -> None:
        """`sound` seconds of `whole`, which is known by now, are written."""
        if not self._writing:
            self._writing, self._part_start = True, now
        self._written, self._sound = sound, whole
        self._look(now)

    def _look(self, now: float) -> None:
        spent = now - self._part_start
        sound_left = self._sound - self._written
        if self._writing:
            self._left = sound_left * _cost(spent, self._written, SOUND_COST)
        else:
            voice_left = (self._speech - self._made) * _cost(spent, self._made, VOICE_COST)
            self._left = voice_left + sound_left * SOUND_COST
        gone = now - self._start
        if gone > 0:
            self._share = max(self._share, gone / (gone + self._left))


def _cost(spent: float, done: float, guess: float) -> float:
    """Seconds of work a second of sound, as far as it is known."""
    return spent / done if done > 0 and spent >= SURE_AFTER else guess
