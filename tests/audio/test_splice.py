from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mindful.audio.clip import Samples
from mindful.audio.splice import CROSSFADE, FADE_IN, FADE_OUT, Render, Splice, fade_in, fade_out


def level(value: float) -> Render:
    def render(start: int, frames: int) -> Samples:
        return np.full((frames, 2), value, np.float32)

    return render


def noise(start: int, frames: int) -> Samples:
    random = np.random.default_rng(5).uniform(-1, 1, (start + frames, 2))
    return random[start:].astype(np.float32)


@given(st.integers(0, 3000), st.lists(st.integers(1, 700), min_size=1, max_size=8))
def test_it_is_the_same_in_any_blocks(start: int, blocks: list[int]) -> None:
    splice = Splice(noise, level(0.5), 1000)
    whole = splice(start, sum(blocks))
    parts = []
    for frames in blocks:
        parts.append(splice(start, frames))
        start += frames
    assert np.array_equal(np.concatenate(parts), whole)


def test_it_goes_over_in_a_straight_line() -> None:
    sound = Splice(level(0.2), level(0.8), 1000)(0, 4000)[:, 0]
    assert np.all(sound[:1000] == np.float32(0.2))
    assert np.all(sound[1000 + CROSSFADE :] == np.float32(0.8))
    steps = np.diff(sound)
    assert steps.min() >= 0
    assert steps.max() < 0.6 / CROSSFADE * 1.1


def test_what_is_alike_stays_exactly_as_it_is() -> None:
    assert np.array_equal(Splice(noise, noise, 1000)(0, 4000), noise(0, 4000))


def test_many_at_one_place_go_over_to_the_last() -> None:
    render: Render = level(0.1)
    for value in (0.3, 0.5, 0.7):
        render = Splice(render, level(value), 1000)
    sound = render(0, 4000)[:, 0]
    assert np.all(sound[:1001] == np.float32(0.1))
    assert np.abs(np.diff(sound)).max() < 0.001
    assert sound[-1] == np.float32(0.7)


def test_what_went_over_long_ago_is_let_go() -> None:
    asked: list[int] = []

    def old(start: int, frames: int) -> Samples:
        asked.append(start)
        return level(0.0)(start, frames)

    render: Render = old
    for number in range(1, 5):
        render = Splice(render, level(number / 10), number * 10_000)
    render(0, 30_000)
    assert asked == []


def test_fades_rise_from_silence_and_fall_to_it_without_a_step() -> None:
    for sound in (fade_in(level(0.5), 7), fade_out(level(0.5), 7)[::-1]):
        assert sound[0, 0] == 0.0
        assert sound[-1, 0] == 0.5
        steps = np.diff(sound[:, 0])
        assert steps.min() >= 0.0
        assert steps.max() < 2 * 0.5 / min(FADE_IN, FADE_OUT)


def test_fades_are_of_the_sound_at_their_place() -> None:
    assert np.array_equal(fade_in(noise, 100)[-1], noise(100, FADE_IN)[-1])
    assert np.array_equal(fade_out(noise, 100)[0], noise(100, FADE_OUT)[0])
