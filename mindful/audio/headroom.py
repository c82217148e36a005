"""More room above a mix, for coders that do not keep the shape of its waves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mindful.audio.ceiling import under_ceiling
from mindful.audio.clip import Samples

ROOM = np.float32(10 ** (-2 / 20))
"""How much lower than a sit's usual ceiling of -1 dBTP: 2 dB.

A decoded file may reach -1.5 dBTP. MP3, Vorbis and Opus go over the peaks they are given: by up
to 1.5 dB where a mix is held down hard and noise lies 20 dB below full scale in it (measured); the
loudest ambience lies lower.
"""


class Headroom:
    """A mix that stays below -3 dBTP; where it does so anyway by some way, it is as it was.

    Args:
        render: the mix, as `mixer.Mixer.render`.
    """

    def __init__(self, render: Callable[[int, int], Samples]) -> None:
        self._render = render

    def render(self, start: int, frames: int) -> Samples:
        """Samples from `start` on: float32 of shape ``(frames, 2)``, the same in any block."""
        return np.asarray(under_ceiling(self._raised, start, frames) * ROOM, np.float32)

    def _raised(self, start: int, frames: int) -> Samples:
        """So much louder that the usual ceiling is the one wanted here, once lowered again."""
        return np.asarray(self._render(start, frames) / ROOM, np.float32)
