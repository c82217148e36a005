from __future__ import annotations

import functools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.audio import mixer
from mindful.audio.ambience import Ambience
from mindful.audio.ceiling import CEILING
from mindful.audio.clip import Samples
from mindful.audio.levels import Levels, gain
from mindful.audio.mixer import (
    AMBIENCE_IN,
    AMBIENCE_OUT,
    DUCK,
    DUCK_AFTER,
    DUCK_BEFORE,
    LEVEL_RAMP,
    RATE,
    Breath,
    Mixer,
    Placed,
    Score,
)

TOTAL = 20 * RATE


class Steady:
    """An ambience of one value, so that what the mix does to it shows."""

    def __init__(self, value: float = 0.1) -> None:
        self._value = value

    def render(self, start: int, frames: int) -> Samples:
        return np.full((frames, 2), self._value, np.float32)


def tone(frames: int, hertz: float = 220.0, level: float = 0.2) -> Samples:
    return (level * np.sin(2 * np.pi * hertz * np.arange(frames) / RATE)).astype(np.float32)


def strike(frames: int, level: float = 0.3) -> Samples:
    left = tone(frames, 330.0, level) * np.linspace(1, 0, frames, dtype=np.float32)
    return np.stack((left, left * np.float32(0.8)), axis=1)


@functools.cache
def whole_mix() -> Mixer:
    """A little of everything."""
    return Mixer(
        Score(
            total=TOTAL,
            voice=(Placed(5 * RATE, tone(2 * RATE)), Placed(8 * RATE + 7, tone(RATE, 180.0))),
            strikes=(
                Placed(0, strike(9 * RATE)),
                Placed(3 * RATE, strike(9 * RATE)),
                Placed(TOTAL, strike(9 * RATE)),
            ),
            breaths=(
                Breath(
                    12 * RATE,
                    18 * RATE,
                    ((1.0, 0.0, 1.0), (0.5, 1.0, 1.0), (1.0, 1.0, 0.0), (0.5, 0.0, 0.0)),
                ),
            ),
            under=Ambience("rain", seed=3),
            levels=((0, Levels()), (6 * RATE, Levels(voice=9, bell=3, ambience=10))),
        )
    )


@functools.cache
def whole_sound() -> Samples:
    mix = whole_mix()
    return mix.render(0, mix.frames_with_tail)


@pytest.mark.parametrize("block", [64, 1_000, 4_096])
def test_the_samples_are_the_same_in_any_blocks(block: int) -> None:
    # Of 64, the two seconds in which most begins and ends.
    first, last = (5 * RATE, 7 * RATE) if block == 64 else (0, len(whole_sound()))
    parts = [whole_mix().render(at, min(block, last - at)) for at in range(first, last, block)]
    assert np.array_equal(np.concatenate(parts), whole_sound()[first:last])


@given(st.integers(0, TOTAL + 9 * RATE), st.sampled_from([1, 64, 1_000, 4_096]))
def test_the_samples_are_the_same_from_any_start(start: int, frames: int) -> None:
    there = whole_sound()[start : start + frames]
    got = whole_mix().render(start, frames)
    assert np.array_equal(got[: len(there)], there)
    assert not np.any(got[len(there) :])


def test_strikes_ring_over_each_other() -> None:
    ringing = strike(6 * RATE)
    apart = 2 * RATE
    mix = Mixer(Score(total=TOTAL, strikes=(Placed(0, ringing), Placed(apart, ringing))))
    sound = mix.render(0, 8 * RATE)
    wanted = np.zeros_like(sound)
    wanted[: 6 * RATE] += ringing
    wanted[apart:] += ringing
    assert np.allclose(sound, wanted, atol=1e-6)


def test_a_line_lies_at_its_place_in_both_channels() -> None:
    line = tone(RATE)
    sound = Mixer(Score(total=TOTAL, voice=(Placed(1234, line),))).render(0, 2 * RATE)
    both = np.repeat(line[:, None], 2, axis=1)
    # Over both channels it is as loud as the clip alone.
    assert np.allclose(sound[1234 : 1234 + RATE] * np.sqrt(2), both, atol=1e-6)
    assert not np.any(sound[:1234])
    assert not np.any(sound[1234 + RATE :])


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(0, 4_000), st.floats(-4, 4, width=32)), max_size=8),
    st.integers(0, 10),
)
def test_nothing_is_above_the_ceiling_whatever_is_summed(
    sounds: list[tuple[int, float]], level: int
) -> None:
    placed = tuple(Placed(at, np.full((3_000, 2), value, np.float32)) for at, value in sounds)
    mix = Mixer(
        Score(
            total=RATE,
            strikes=placed,
            voice=(Placed(500, tone(2_000, level=0.9)),),
            under=Steady(0.5),
            levels=((0, Levels(voice=level, bell=level, ambience=level)),),
        )
    )
    sound = mix.render(0, 8_000)
    assert np.all(np.isfinite(sound))
    assert np.abs(sound).max() <= np.float32(CEILING)


def ducked(*lines: Placed, total: int = 60 * RATE) -> Samples:
    """What is left of an ambience of 1 under silent lines, over a sit with its ends."""
    mix = Mixer(Score(total=total, voice=lines, under=Steady(0.25)))
    return mix.render(0, mix.frames_with_tail)[:, 0] * 4


def quiet(start: float, seconds: float) -> Placed:
    return Placed(int(start * RATE), np.zeros(int(seconds * RATE), np.float32))


def test_the_ambience_gives_way_to_the_voice_and_comes_back() -> None:
    under = ducked(quiet(20, 3))
    assert under[20 * RATE : 23 * RATE] == pytest.approx(DUCK)
    assert under[20 * RATE - DUCK_BEFORE] == pytest.approx(1.0)
    assert under[23 * RATE + DUCK_AFTER] == pytest.approx(1.0)


def test_the_ambience_stays_down_between_lines_that_follow_soon() -> None:
    under = ducked(quiet(20, 3), quiet(27, 2), quiet(40, 2))
    assert under[20 * RATE : 29 * RATE] == pytest.approx(DUCK)
    assert under[36 * RATE] == pytest.approx(1.0)


def test_the_ambience_does_not_pump() -> None:
    """In half an hour of guidance it moves only where the voice really rests, once each way."""
    drawn = np.random.default_rng(1)
    lines: list[Placed] = []
    at, rests = 10.0, 0
    while at < 1_700:
        seconds = float(drawn.uniform(2, 8))
        lines.append(quiet(at, seconds))
        pause = float(drawn.choice([1.0, 2.5, 4.5, 12.0, 40.0]))
        rests += pause > mixer.DUCK_BRIDGE / RATE
        at += seconds + pause
    mix = Mixer(Score(total=1_800 * RATE, voice=tuple(lines), under=Steady()))
    levels = np.array([mix.render(n * RATE // 2, 1)[0, 0] for n in range(10, 3_590)])
    turns = np.diff(levels[np.flatnonzero(np.diff(levels.round(5), prepend=0))] < 0.07)
    assert len(lines) > 2 * rests, "many lines follow each other closely"
    assert int(turns.sum()) <= 2 * rests + 1


@settings(max_examples=12)
@given(st.lists(st.tuples(st.floats(0.1, 12), st.floats(0.2, 6)), max_size=3))
def test_the_ambience_moves_without_a_step(lines: list[tuple[float, float]]) -> None:
    placed: list[Placed] = []
    at = 0.0
    for silence, seconds in lines:
        placed.append(quiet(at + silence, seconds))
        at += silence + seconds
    under = ducked(*placed, total=60 * RATE)
    assert np.abs(np.diff(under)).max() < 1e-4
    assert under.min() >= 0.0
    assert under[0] == 0.0
    assert under[-1] < 1e-4


def test_the_ambience_comes_and_goes_with_the_sit() -> None:
    under = ducked(total=TOTAL)
    assert under[AMBIENCE_IN // 2] == pytest.approx(0.5, abs=1e-4)
    assert under[AMBIENCE_IN:TOTAL] == pytest.approx(1.0)
    assert under[TOTAL + AMBIENCE_OUT // 2] == pytest.approx(0.5, abs=1e-4)


@pytest.mark.parametrize("part", ["voice", "bell", "ambience"])
def test_levels_change_one_part_each_by_a_ramp(part: str) -> None:
    at = 10 * RATE
    ones = np.full((TOTAL, 2), 0.1, np.float32)
    mix = Mixer(
        Score(
            total=TOTAL,
            voice=(Placed(0, ones[:, 0]),) if part == "voice" else (),
            strikes=(Placed(0, ones),) if part == "bell" else (),
            under=Steady() if part == "ambience" else None,
            levels=((0, Levels()), (at, Levels(voice=3, bell=4, ambience=5))),
        )
    )
    usual = 0.1 * (mixer.MONO_GAIN if part == "voice" else 1.0)
    sound = mix.render(at - RATE, 2 * RATE)[:, 0] / np.float32(usual)
    wanted = gain({"voice": 3, "bell": 4, "ambience": 5}[part])
    assert sound[: RATE + 1] == pytest.approx(1.0)
    assert sound[RATE + LEVEL_RAMP :] == pytest.approx(wanted, abs=1e-5)
    steps = np.diff(sound)
    assert steps.max() <= 1e-6
    assert steps.min() > -1.1 / LEVEL_RAMP


def test_levels_may_change_again_before_the_ramp_is_over() -> None:
    changes = [(0, Levels()), (RATE, Levels(bell=0)), (RATE + 100, Levels(bell=10))]
    ones = np.full((3 * RATE, 2), 0.1, np.float32)
    mix = Mixer(Score(total=TOTAL, strikes=(Placed(0, ones),), levels=tuple(changes)))
    sound = mix.render(0, 3 * RATE)[:, 0] / np.float32(0.1)
    assert np.abs(np.diff(sound)).max() < 2.1 / LEVEL_RAMP
    assert sound[-1] == pytest.approx(gain(10), rel=1e-5)


def test_a_part_that_is_off_is_silent() -> None:
    mix = Mixer(
        Score(
            total=TOTAL,
            voice=(Placed(0, tone(RATE)),),
            strikes=(Placed(0, strike(RATE)),),
            breaths=(Breath(0, RATE, ((1.0, 0.0, 1.0), (1.0, 1.0, 0.0))),),
            under=Steady(),
            levels=((0, Levels(voice=0, bell=0, ambience=0)),),
        )
    )
    assert not np.any(mix.render(0, TOTAL))


def test_breath_sounds_only_in_its_stretch() -> None:
    stretch = Breath(2 * RATE, 6 * RATE, ((1.0, 0.0, 1.0), (1.0, 1.0, 0.0)))
    sound = Mixer(Score(total=TOTAL, breaths=(stretch,))).render(0, 8 * RATE)
    assert np.any(sound[2 * RATE : 6 * RATE])
    assert not np.any(sound[: 2 * RATE])
    assert not np.any(sound[6 * RATE :])


def test_the_tail_is_the_last_thing_heard() -> None:
    assert Mixer(Score(total=TOTAL)).frames_with_tail == TOTAL
    assert Mixer(Score(total=TOTAL, under=Steady())).frames_with_tail == TOTAL + AMBIENCE_OUT
    long = strike(AMBIENCE_OUT + RATE)
    closing = Score(total=TOTAL, under=Steady(), strikes=(Placed(TOTAL, long),))
    assert Mixer(closing).frames_with_tail == TOTAL + len(long)
    after = Mixer(closing).render(TOTAL + len(long), RATE)
    assert not np.any(after)
