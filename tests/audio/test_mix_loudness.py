"""Whole mixes against the ceiling: voice, strikes and ambience at once, as loud as they go."""

import numpy as np
import pytest

from mindful.audio.choices import AMBIENCES, BELLS
from mindful.audio.clip import Clip, Samples, stored
from mindful.audio.levels import LOUDEST, USUAL, Levels
from mindful.audio.loudness import true_peak
from mindful.audio.mixer import AMBIENCE_IN, Mixer, Placed, Score
from mindful.audio.rack import SoundRack
from mindful.audio.shaping import shaped

RATE = 48_000
CEILING_DBTP = -1.0


@pytest.fixture(scope="module")
def rack() -> SoundRack:
    return SoundRack()


@pytest.fixture(scope="module")
def voice() -> Samples:
    """A line as peaky as speech: pulses of a throat through three formants."""
    time = np.arange(3 * RATE) / RATE
    phase = np.cumsum((115 + 25 * np.sin(2 * time)) / RATE)
    pulses = np.diff(np.floor(phase), prepend=0.0)
    hertz = np.fft.rfftfreq(len(pulses), 1 / RATE)
    formants = sum(1 / (1 + ((hertz - at) / wide) ** 2) for at, wide in ((500, 80), (1_500, 120)))
    words = np.maximum(0.0, np.sin(6 * time)) ** 0.5
    sound = np.fft.irfft(np.fft.rfft(pulses) * formants, len(pulses)) * words
    return shaped(Clip((sound / np.abs(sound).max()).astype(np.float32), RATE))


@pytest.mark.parametrize("level", [USUAL, LOUDEST])
@pytest.mark.parametrize(("bell", "ambience"), list(zip(BELLS, AMBIENCES, strict=True)))
def test_all_at_once_stays_under_the_ceiling(
    rack: SoundRack, voice: Samples, bell: str, ambience: str, level: int
) -> None:
    """Three strikes a second apart ring over each other while the voice speaks."""
    at = AMBIENCE_IN
    strike = rack.get(bell)
    mix = Mixer(
        Score(
            total=60 * RATE,
            voice=(Placed(at, stored(voice)),),
            strikes=tuple(Placed(at + n * RATE, strike) for n in range(3)),
            under=rack.ambience(ambience, 3),
            levels=((0, Levels(voice=level, bell=level, ambience=level)),),
        )
    )
    sound = mix.render(at - RATE // 10, 4 * RATE)
    assert true_peak(sound, RATE) <= CEILING_DBTP + 0.02


@pytest.mark.parametrize("bell", BELLS)
def test_at_the_usual_level_a_strike_is_not_held_back(rack: SoundRack, bell: str) -> None:
    """The wood block alone, all peak, comes down a little."""
    strike = rack.get(bell)
    sound = Mixer(Score(total=0, strikes=(Placed(0, strike),))).render(0, RATE // 4)
    alone = strike[: len(sound)] / np.float32(32_767)
    held = 20 * np.log10(np.abs(alone).max() / np.abs(sound).max())
    assert held < (0.5 if bell == "wood-block" else 0.01)
