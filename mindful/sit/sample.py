"""A taste of a sit: a strike and a sentence at the levels they will have."""

from __future__ import annotations

from mindful.audio.clip import Samples, Stored
from mindful.audio.levels import Levels
from mindful.audio.mixer import Mixer, Placed, Score
from mindful.exercises.timeline import RATE

VOICE_AFTER = 2 * RATE
"""Frames from the strike to the voice."""

LONGEST = 12 * RATE
"""Frames; a bowl rings longer than anyone needs to judge its level."""


def sound_sample(bell: Samples | Stored | None, voice: Samples | None, levels: Levels) -> Samples:
    """Bell and voice as a sit would play them.

    Args:
        bell: a strike, shape ``(frames, 2)``, or None.
        voice: a spoken line, shape ``(frames,)``, or None.
        levels: how loud each is.

    Returns:
        Stereo samples of shape ``(frames, 2)``.
    """
    start = VOICE_AFTER if bell is not None else 0
    score = Score(
        total=start,
        strikes=() if bell is None else (Placed(0, bell),),
        voice=() if voice is None else (Placed(start, voice),),
        levels=((0, levels),),
    )
    mixer = Mixer(score)
    return mixer.render(0, min(LONGEST, mixer.frames_with_tail))
