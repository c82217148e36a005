"""What a sit has to say besides its words: one notice at a time, and when it no longer holds."""

from __future__ import annotations

from mindful.sit.listener import Listener


class Notices:
    """Tells a listener of silence and sleep.

    Args:
        listener: told on the sit's thread.
    """

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._silent = False
        self._slept = False

    def heard(self, *, silent: bool) -> None:
        """Whether anybody can hear the sit now."""
        if silent != self._silent:
            self._silent = silent
            self._tell_of_sound()

    def slept(self, seconds: float) -> None:
        """The computer was asleep, and the sit waits."""
        self._slept = True
        self._listener.notice("asleep", seconds)

    def went_on(self) -> None:
        """The sit goes on, so it was noticed that the computer had slept."""
        if self._slept:
            self._slept = False
            self._tell_of_sound()

    def _tell_of_sound(self) -> None:
        self._listener.notice("sound-stopped" if self._silent else "sound-back")
