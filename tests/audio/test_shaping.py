"""Clips as they are played: trimmed, at one rate and one loudness, never too near the ceiling."""

import numpy as np
import pyloudnorm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio.clip import Clip, Samples
from mindful.audio.loudness import integrated, true_peak
from mindful.audio.shaping import CEILING_DBTP, RATE, VOICE_LUFS, shaped, spoken_line

RATES = [8_000, 16_000, 22_050, 24_000, 44_100, 48_000]


def murmur(seconds: float, rate: int, level: float = 0.1) -> Samples:
    """Something with the spectrum and the syllables of speech, nearly."""
    time = np.arange(round(seconds * rate)) / rate
    voice = sum(np.sin(2 * np.pi * 130.0 * n * time + n * n) / n for n in range(1, 20))
    syllables = 0.35 + 0.65 * np.sin(np.pi * 4.0 * time) ** 2
    return np.asarray(level * voice * syllables, np.float32)


def between_silences(sound: Samples, rate: int, before: float, after: float) -> Clip:
    lead, tail = (np.zeros(round(seconds * rate), np.float32) for seconds in (before, after))
    return Clip(np.concatenate((lead, sound, tail)), rate)


@pytest.mark.parametrize("rate", RATES)
def test_every_clip_has_the_loudness_of_the_voice(rate: int) -> None:
    sound = shaped(Clip(murmur(3.0, rate), rate))
    assert sound.dtype == np.float32
    assert pyloudnorm.Meter(RATE).integrated_loudness(sound.astype(float)) == pytest.approx(
        VOICE_LUFS, abs=0.2
    )


@pytest.mark.parametrize("level", [1e-5, 1e-3, 1.0, 30.0])
def test_loudness_does_not_depend_on_the_engines_level(level: float) -> None:
    sound = shaped(Clip(murmur(2.0, 24_000, level), 24_000))
    assert integrated(sound, RATE) == pytest.approx(VOICE_LUFS, abs=0.1)


@pytest.mark.parametrize("rate", RATES)
def test_silence_at_the_ends_is_trimmed_but_for_a_margin(rate: int) -> None:
    spoken = murmur(1.0, rate)
    seconds = len(shaped(between_silences(spoken, rate, 0.39, 0.53))) / RATE
    assert 1.0 <= seconds <= 1.12


def test_a_faint_last_consonant_is_kept() -> None:
    voice = murmur(1.0, RATE)
    breath = 0.002 * np.random.default_rng(3).standard_normal(RATE // 5).astype(np.float32)
    whole = between_silences(np.concatenate((voice, breath)), RATE, 0.3, 0.5)
    assert len(shaped(whole)) >= 1.2 * RATE


def test_a_pause_within_the_words_is_kept() -> None:
    voice, pause = murmur(0.5, RATE), np.zeros(RATE, np.float32)
    sound = shaped(Clip(np.concatenate((voice, pause, voice)), RATE))
    assert len(sound) >= 2 * RATE


def test_the_edges_rise_from_silence_and_fall_to_it() -> None:
    sound = shaped(Clip(np.full(RATE, 0.3, np.float32) * np.sin(np.arange(RATE) + 1), RATE))
    inside = np.abs(sound[1_000:-1_000]).max()
    assert abs(sound[0]) < 0.01 * inside
    assert abs(sound[-1]) < 0.01 * inside


def test_a_click_stays_under_the_ceiling() -> None:
    click = np.zeros(RATE, np.float32)
    click[RATE // 2] = 1.0
    sound = shaped(Clip(click, RATE))
    assert true_peak(sound, RATE) == pytest.approx(CEILING_DBTP, abs=0.05)
    assert integrated(sound, RATE) < VOICE_LUFS


@settings(max_examples=40, deadline=None)
@given(
    frames=st.integers(0, 3_000),
    rate=st.sampled_from(RATES),
    level=st.floats(0.0, 4.0, width=32),
    seed=st.integers(0, 1_000),
)
def test_no_clip_passes_ceiling_or_loudness(
    frames: int, rate: int, level: float, seed: int
) -> None:
    noise = np.random.default_rng(seed).standard_normal(frames).astype(np.float32)
    sound = shaped(Clip(noise * np.float32(level), rate))
    assert sound.ndim == 1
    assert np.isfinite(sound).all()
    assert true_peak(sound, RATE) <= CEILING_DBTP + 0.05
    assert integrated(sound, RATE) <= VOICE_LUFS + 0.05


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(1), np.zeros(30_000)])
def test_a_clip_without_sound_gives_no_frames(samples: Samples) -> None:
    assert len(shaped(Clip(samples.astype(np.float32), 22_050))) == 0


def test_an_engines_failed_arithmetic_is_silence() -> None:
    broken = murmur(1.0, 24_000)
    broken[100:110] = np.nan
    broken[200] = np.inf
    assert integrated(shaped(Clip(broken, 24_000)), RATE) == pytest.approx(VOICE_LUFS, abs=0.1)


def test_the_clip_itself_is_left_alone() -> None:
    samples = murmur(0.5, RATE)
    before = samples.copy()
    shaped(Clip(samples, RATE))
    np.testing.assert_array_equal(samples, before)


def test_a_line_is_its_sentences_with_silence_between() -> None:
    first, second = Clip(murmur(0.7, 24_000), 24_000), Clip(murmur(0.5, 22_050), 22_050)
    line = spoken_line([first, second], gap_frames=9_600)
    one, other = shaped(first), shaped(second)
    np.testing.assert_array_equal(line[: len(one)], one)
    assert not line[len(one) : len(one) + 9_600].any()
    np.testing.assert_array_equal(line[len(one) + 9_600 :], other)


def test_a_silent_sentence_leaves_no_gap() -> None:
    clip, silent = Clip(murmur(0.5, RATE), RATE), Clip(np.zeros(RATE, np.float32), RATE)
    np.testing.assert_array_equal(spoken_line([silent, clip, silent], 4_800), shaped(clip))
    assert spoken_line([], 4_800).shape == (0,)
