"""Noise of any colour: a fresh random spectrum a frame, at a loudness known by computation."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from mindful.audio.clip import Samples
from mindful.audio.loudness import k_weighting, lufs
from mindful.audio.overlap import HOP, draws

RATE = 48_000

Hertz = NDArray[np.floating]
Colour = Callable[[Hertz], NDArray[np.float64]]
"""Amplitude at each frequency, in any unit: `Noise` sets the loudness."""

_SIZE = 2 * HOP
_LOWEST_HERTZ = 25.0
"""Below this is nothing an ear or a loudspeaker could use."""


def band(low: float, high: float, slope: float) -> Colour:
    """Amplitude that goes with frequency to the power `slope` between `low` and `high` Hz."""

    def colour(hertz: Hertz) -> NDArray[np.float64]:
        edges = (1.0 + (low / hertz) ** 4) * (1.0 + (hertz / high) ** 4)
        return np.asarray(hertz**slope / edges)

    return colour


def both(first: Colour, second: Colour, share: float) -> Colour:
    """Two colours in one noise; `share` (0 to 1) of the unweighted power is the second's."""

    def colour(hertz: Hertz) -> NDArray[np.float64]:
        one, other = first(hertz), second(hertz)
        one_power, other_power = np.square(one).sum(), np.square(other).sum()
        mixed = (1.0 - share) * one**2 / one_power + share * other**2 / other_power
        return np.asarray(np.sqrt(mixed))

    return colour


class Noise:
    """Steady stereo noise, its channels independent.

    A layer (`overlap.Layer`): under a sine window, frames that overlap by half sum to constant
    power, and no two of them are alike.
    """

    span = 2

    def __init__(self, colour: Colour, *, loudness: float, seed: int, stream: int) -> None:
        """Noise of a `colour`, `loudness` LUFS loud in all."""
        self._seed, self._stream = seed, stream
        hertz = np.fft.rfftfreq(_SIZE, 1.0 / RATE)
        amplitude = np.zeros(len(hertz))
        amplitude[1:-1] = colour(hertz[1:-1]) * np.minimum(1.0, (hertz[1:-1] / _LOWEST_HERTZ) ** 2)
        # Each bin is heard twice in a real transform, and in two channels.
        power = 4.0 * np.square(amplitude * np.abs(k_weighting(hertz, RATE))).sum() / _SIZE**2
        amplitude *= 10.0 ** ((loudness - lufs(power)) / 20.0)
        self._amplitude = amplitude.astype(np.float32)
        self._phases = np.exp(2j * np.pi * np.arange(256) / 256).astype(np.complex64)
        places = (np.arange(_SIZE) + 0.5) / _SIZE
        self._window = np.sin(np.pi * places).astype(np.float32)

    def frame(self, number: int) -> Samples:
        """Frame `number`; shape ``(2, 2 * HOP)``.

        A random byte a bin is its phase. So many phases make the sum as normal as dice of finer
        grain would, in a quarter of the time.
        """
        shape = (2, len(self._amplitude))
        turns = draws(self._seed, self._stream, number).bytes(shape[0] * shape[1])
        bins = self._phases[np.frombuffer(turns, np.uint8).reshape(shape)]
        bins *= self._amplitude
        frame = np.asarray(np.fft.irfft(bins, _SIZE), np.float32)
        frame *= self._window
        return frame
