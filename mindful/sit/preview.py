"""What a bell or an ambience sounds like before a sit, at the level it will have."""

from __future__ import annotations

from mindful.audio.clip import Samples, Stored
from mindful.audio.levels import Levels
from mindful.audio.mixer import AMBIENCE_IN, Mixer, Placed, Score, Under
from mindful.audio.ramps import half_cosine
from mindful.exercises.timeline import RATE

BELL_LONGEST = 10 * RATE
"""Frames; a bowl rings longer than anyone needs to know it."""

BELL_OUT = 3 * RATE
"""Frames of the fade where that cuts a tail off."""

FADE_IN, FADE_OUT = RATE // 2, RATE
"""Frames of the fades of an ambience: shorter than a sit's, so that it can be judged at once."""


def bell_preview(strike: Stored, levels: Levels) -> Samples:
    """A strike as a sit would play it, its tail faded out where it is long.

    Args:
        strike: shape ``(frames, 2)``.
        levels: how loud bells are.

    Returns:
        Stereo float32 of shape ``(frames, 2)``, 10 s at most.
    """
    mixer = Mixer(Score(total=0, strikes=(Placed(0, strike),), levels=((0, levels),)))
    if len(strike) <= BELL_LONGEST:
        return mixer.render(0, len(strike))
    return _faded(mixer.render(0, BELL_LONGEST), 0, BELL_OUT)


def ambience_preview(under: Under, levels: Levels, seconds: float = 8.0) -> Samples:
    """Some seconds of an ambience as a sit would play it where nobody speaks, with fades.

    Args:
        under: the ambience.
        levels: how loud it is.
        seconds: how long, fades included.

    Returns:
        Stereo float32 of shape ``(frames, 2)``.
    """
    frames = round(seconds * RATE)
    mixer = Mixer(Score(total=AMBIENCE_IN + frames, under=under, levels=((0, levels),)))
    return _faded(mixer.render(AMBIENCE_IN, frames), FADE_IN, FADE_OUT)


def _faded(sound: Samples, rise: int, fall: int) -> Samples:
    """`sound`, its first frames out of silence and its last ones into it; changed in place."""
    rise, fall = (min(fade, len(sound) // 2) for fade in (rise, fall))
    sound[:rise] *= half_cosine(rise)
    sound[len(sound) - fall :] *= half_cosine(fall)[::-1]
    return sound
