"""Whatever changes while a sit plays: nothing played moves, and the end is exact."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest

from mindful.exercises.answers import Answers
from mindful.exercises.changing import gone_on, renewed, stayed
from mindful.exercises.compose import compose
from mindful.exercises.library import Library
from mindful.exercises.model import Density, Exercise
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import Script
from mindful.exercises.timeline import RATE, Timeline
from tests.exercises.test_plan import odd_lengths

LATE = Answers(written="I always fail", phrases=("I may rest", "Why not?"))
CHANGES = ("go on", "stay", "longer", "shorter", "write")


def changed(
    change: str, frames: int, exercise: Exercise, script: Script, timeline: Timeline, now: int
) -> Script:
    """`script` after a change at `now`, by `frames` where it is one of length."""
    begun = [cue for cue in timeline.spoken if cue.start < now]
    if change == "go on":
        return gone_on(script, timeline, now)
    if change == "stay":
        return stayed(script, timeline, now, frames)
    if change == "write":
        again = compose(
            exercise, LATE, script.minutes, script.density, script.seed, begun, script.bells
        )
        return renewed(again, script)
    least = max([now, *(cue.end for cue in begun)])
    wanted = script.frames + (frames if change == "longer" else -frames)
    return msgspec.structs.replace(script, frames=max(least, wanted))


def assert_kept(before: Timeline, after: Timeline, script: Script, now: int) -> None:
    begun = [cue for cue in before.spoken if cue.start < now]
    assert list(after.spoken[: len(begun)]) == begun
    assert all(cue.start >= now for cue in after.spoken[len(begun) :])
    assert after.frames == script.frames == after.phases[-1].end == after.cues[-1].start
    for one, other in itertools.pairwise(after.spoken):
        assert one.end <= other.start
    for span, following in itertools.pairwise(after.phases):
        assert span.start <= span.end == following.start
    assert not after.spoken or after.spoken[-1].end <= after.frames
    assert len({cue.line for cue in after.spoken}) == len(after.spoken)


def sit_with_changes(library: Library, seed: int) -> None:
    draw = random.Random(seed)
    exercise = draw.choice(library.exercises)
    minutes = draw.randint(exercise.minutes.least, min(40, exercise.minutes.longest))
    script = compose(exercise, Answers(), minutes, draw.choice(list(Density)), seed)
    lengths = odd_lengths(script, draw.uniform(0.5, 2), seed)
    timeline, now = plan(script, estimated), 0
    for _ in range(draw.randint(1, 6)):
        now = draw.randint(now, max(now, timeline.frames - 1))
        frames = draw.randint(1, 300) * RATE
        script = changed(draw.choice(CHANGES), frames, exercise, script, timeline, now)
        after = plan(script, lengths.get, held=timeline, now=now)
        assert_kept(timeline, after, script, now)
        timeline = after


@pytest.mark.parametrize("block", range(5))
def test_random_changes_of_random_sits(library: Library, block: int) -> None:
    for seed in range(block * 80, block * 80 + 80):
        sit_with_changes(library, seed)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_thousands_of_random_changes(library: Library) -> None:
    for seed in range(1_000, 9_000):
        sit_with_changes(library, seed)
