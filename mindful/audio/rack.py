"""Every sound that can be chosen, built-in or own: strikes are made once, ambiences start anew."""

from __future__ import annotations

import threading

from mindful.audio.ambience import Ambience
from mindful.audio.bells import struck
from mindful.audio.clip import Stored
from mindful.audio.errors import SoundTrouble
from mindful.audio.mixer import Under
from mindful.audio.own_bell import softened
from mindful.audio.own_sounds import OwnSounds, is_own


class SoundRack:
    """Bells and ambiences by their ids. May be shared between threads.

    Args:
        own: the person's own sounds, or None for the built-in ones alone.
    """

    def __init__(self, own: OwnSounds | None = None) -> None:
        self._own = own
        self._made: dict[tuple[str, bool], Stored] = {}
        self._lock = threading.Lock()

    def get(self, bell: str, *, soft: bool = False) -> Stored:
        """A strike; every caller gets the same array, which cannot be written to.

        Returns:
            16 bits of shape ``(frames, 2)`` at 48 kHz, the onset at frame 0.

        Raises:
            SoundTrouble: ``unknown-bell``, ``own-sound-gone`` or ``own-sound-damaged``.
        """
        with self._lock:
            return self._strike(bell, soft=soft)

    def ambience(self, ambience: str, seed: int) -> Under:
        """A fresh start of an ambience, for one thread; another `seed` is another day of it.

        Raises:
            SoundTrouble: ``unknown-ambience``, ``own-sound-gone`` or ``own-sound-damaged``.
        """
        if not is_own(ambience):
            return Ambience(ambience, seed)
        if self._own is None:
            raise SoundTrouble("own-sound-gone")
        return self._own.open_ambience(ambience, seed)

    def _strike(self, bell: str, *, soft: bool) -> Stored:
        if (bell, soft) not in self._made:
            samples = self._make(bell, soft=soft)
            samples.flags.writeable = False
            self._made[bell, soft] = samples
        return self._made[bell, soft]

    def _make(self, bell: str, *, soft: bool) -> Stored:
        if not is_own(bell):
            return struck(bell, soft=soft)
        if self._own is None:
            raise SoundTrouble("own-sound-gone")
        # From the firm strike, so that both are there or neither is.
        return softened(self._strike(bell, soft=False)) if soft else self._own.load_bell(bell)
