"""See that the computer was asleep. Pure: both clocks are passed in."""

from __future__ import annotations

from collections.abc import Callable

LEAST_SECONDS = 2.0
"""Sleep so short changes nothing: the sound was gone for less than a breath."""

READ_SECONDS = 0.2
"""The clocks are read one after the other; a pause between them this long means again."""


class SleepWatch:
    """Compares a clock that stands still in sleep with one that goes on.

    Each look starts from the last one, so that clocks which drift apart, or are set by a second
    now and then, add up to nothing.

    Args:
        awake: seconds, standing still while the computer sleeps.
        passing: seconds, going on.
    """

    def __init__(self, awake: Callable[[], float], passing: Callable[[], float]) -> None:
        self._awake = awake
        self._passing = passing
        self._apart = self._read()

    def __call__(self) -> float:
        """Seconds asleep since the last look; 0 where it was no sleep worth telling."""
        before, self._apart = self._apart, self._read()
        slept = self._apart - before
        return slept if slept >= LEAST_SECONDS else 0.0

    def _read(self) -> float:
        """By how much the clocks differ, read close together."""
        while True:
            awake = self._awake()
            passing = self._passing()
            if self._awake() - awake < READ_SECONDS:
                return passing - awake


def never() -> float:
    """No sleep, for sits on computers that do not: seconds."""
    return 0.0
