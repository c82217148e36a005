from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.voice.errors import VoiceTrouble
from mindful.voice.estimated import EstimatedVoice, hum


@given(seconds=st.floats(0.001, 4.0), pace=st.floats(0.5, 2.0))
def test_it_takes_exactly_the_estimated_time(seconds: float, pace: float) -> None:
    clip = EstimatedVoice(lambda _: seconds).speak("Rest.", "test:plain", pace)
    assert clip.rate == 48_000
    assert clip.frames == round(seconds / pace * 48_000)


def test_it_is_soft_low_and_the_same_every_time() -> None:
    sound = hum(96_000)
    assert np.array_equal(sound, hum(96_000))
    assert 0.09 < np.abs(sound).max() <= 0.1 + 1e-6
    spectrum = np.abs(np.fft.rfft(sound))
    assert abs(np.argmax(spectrum) / 2 - 110) < 2  # bins of 0.5 Hz


@given(frames=st.integers(1, 100_000))
def test_trimming_silence_would_leave_its_length_alone(frames: int) -> None:
    sound = hum(frames)
    assert len(sound) == frames
    assert abs(sound[0]) > 0.09
    assert abs(sound[-1]) > 0.09


def test_it_refuses_what_it_cannot_say() -> None:
    voice = EstimatedVoice(lambda _: 0.0)
    with pytest.raises(VoiceTrouble, match="voice-silent"):
        voice.speak("", "test:plain", 1.0)
    with pytest.raises(VoiceTrouble, match="unknown-voice"):
        voice.speak("Rest.", "test:other", 1.0)
    assert [(info.id, info.rank) for info in voice.voices()] == [("test:plain", 0)]
    voice.close()
