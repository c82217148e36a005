"""A taste of a sit: the strike, then the sentence, at their levels."""

from __future__ import annotations

import numpy as np

from mindful.audio.levels import Levels
from mindful.sit.sample import LONGEST, VOICE_AFTER, sound_sample

BELL = np.full((VOICE_AFTER // 2, 2), 0.1, np.float32)
VOICE = np.full(1_000, 0.1, np.float32)


def test_the_sentence_follows_the_strike() -> None:
    sample = sound_sample(BELL, VOICE, Levels())
    assert len(sample) == VOICE_AFTER + len(VOICE)
    assert sample[0].all()
    assert not sample[len(BELL) : VOICE_AFTER].any()
    assert sample[VOICE_AFTER:].all()


def test_what_is_not_there_leaves_no_gap_and_a_long_bowl_is_cut() -> None:
    assert sound_sample(None, VOICE, Levels())[0].all()
    assert len(sound_sample(np.zeros((2 * LONGEST, 2), np.float32), None, Levels())) == LONGEST
