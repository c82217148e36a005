"""Strikes of a sit: at the ends, every so many minutes, at listed minutes, and at random."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.answers import Answers
from mindful.exercises.changing import stayed
from mindful.exercises.compose import compose
from mindful.exercises.library import Library
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import Bells
from mindful.exercises.timeline import RATE, Timeline

MINUTE = 60 * RATE


def soft(timeline: Timeline) -> list[int]:
    return [cue.start for cue in timeline.bells if cue.soft]


def test_interval_bells_ring_between_the_ends_only(library: Library) -> None:
    timer = library.find("timer")
    bells = compose(timer, Answers(), 30).bells
    assert bells.every
    timeline = plan(compose(timer, Answers(), 30), estimated)
    soft = [cue.start for cue in timeline.bells if cue.soft]
    assert soft == [m * 60 * RATE for m in range(bells.every, 30, bells.every)]


def test_bells_at_listed_minutes_ring_once_each(library: Library) -> None:
    bells = Bells(every=10, at=(0, 5, 10, 29, 30, 44))
    timeline = plan(compose(library.find("timer"), Answers(), 30, bells=bells), estimated)
    assert soft(timeline) == [minute * MINUTE for minute in (5, 10, 20, 29)]


def test_a_longer_sit_has_its_interval_bells_too(library: Library) -> None:
    script = compose(library.find("timer"), Answers(), 20, bells=Bells(every=10))
    timeline = plan(script, estimated)
    longer = stayed(script, timeline, MINUTE, 15 * MINUTE)
    after = plan(longer, estimated, held=timeline, now=MINUTE)
    assert soft(after) == [10 * MINUTE, 20 * MINUTE, 30 * MINUTE]
    assert after.bells[-1].start == 35 * MINUTE


@given(minutes=st.integers(1, 90), count=st.integers(0, 20), seed=st.integers(0, 999))
def test_bells_at_random_ring_as_often_as_asked_and_never_close_together(
    library: Library, minutes: int, count: int, seed: int
) -> None:
    bells = Bells(scattered=count)
    script = compose(library.find("timer"), Answers(), minutes, seed=seed, bells=bells)
    timeline = plan(script, estimated)
    rung = soft(timeline)
    assert len(rung) == count
    gaps = [b - a for a, b in pairwise([0, *rung, timeline.frames])]
    assert count == 0 or min(gaps) >= timeline.frames // (4 * count) - 1


def test_bells_at_random_are_the_same_for_the_same_seed_only(library: Library) -> None:
    def rung(seed: int) -> list[int]:
        script = compose(library.find("timer"), Answers(), 30, seed=seed, bells=Bells(scattered=3))
        return soft(plan(script, estimated))

    assert rung(1) == rung(1)
    assert rung(1) != rung(2)


@pytest.mark.parametrize("closing", [0, 3])
def test_without_a_closing_strike_the_sit_ends_on_its_end(library: Library, closing: int) -> None:
    script = compose(library.find("timer"), Answers(), 7, bells=Bells(closing=closing))
    last = plan(script, estimated).cues[-1]
    assert (last.kind, last.start) == ("bell" if closing else "end", 7 * MINUTE)
