"""Paced breath: whole breaths only, patterns of one's own, a second breath in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.library import Library
from mindful.exercises.model import Density, Pattern, Phase, PhaseKind, steps_of
from mindful.exercises.pacing import own_pattern
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import RATE, Cue, CueKind, pattern_of

PACERS = ("pacer-coherent", "pacer-478", "pacer-box", "pacer-sigh")


def breath_of(library: Library, pacer: str, minutes: int, own: Pattern | None = None) -> Cue:
    script = compose(library.find(pacer), Answers(), minutes, pattern=own)
    (breath,) = [cue for cue in plan(script, estimated).cues if cue.kind is CueKind.BREATH]
    return breath


def cycles(breath: Cue) -> float:
    return (breath.end - breath.start) / round(sum(s for _, s in breath.steps) * RATE)


@pytest.mark.parametrize("pacer", PACERS)
def test_every_pacer_has_whole_breaths_at_every_length(library: Library, pacer: str) -> None:
    offered = library.find(pacer).minutes
    for minutes in range(offered.least, offered.longest + 1):
        breath = breath_of(library, pacer, minutes)
        assert cycles(breath) == int(cycles(breath)) >= 1


def test_a_pattern_lasts_for_its_share_of_the_sit(library: Library) -> None:
    breath = breath_of(library, "pacer-coherent", 10)
    assert cycles(breath) == int(0.8 * 600 / 11)


@given(seconds=st.tuples(*[st.floats(0.5, 14.9)] * 4), minutes=st.integers(3, 20))
def test_a_pattern_of_ones_own_has_whole_breaths_too(
    library: Library, seconds: Pattern, minutes: int
) -> None:
    own = own_pattern(*seconds)
    breath = breath_of(library, "pacer-coherent", minutes, own)
    assert breath.pattern == own
    whole = sum(round(part * RATE) for part in own)
    assert (breath.end - breath.start) % whole == 0


def test_a_sigh_breathes_in_twice() -> None:
    steps = (("in", 2.0), ("in", 1.0), ("out", 6.0))
    phase = Phase(name="Sigh", share=100, kind=PhaseKind.BREATH, steps=steps)  # type: ignore[arg-type]  # str for Literal
    assert phase.breath == steps
    assert pattern_of(phase.breath) == (3.0, 0.0, 6.0, 0.0)


@given(st.tuples(*[st.floats(0.1, 15)] * 4))
def test_a_pattern_and_its_steps_say_the_same(pattern: Pattern) -> None:
    assert pattern_of(steps_of(pattern)) == pattern


@pytest.mark.parametrize(
    "seconds",
    [(0, 0, 0, 0), (4, 0, 0, 0), (0, 4, 4, 0), (-1, 0, 4, 0), (20, 20, 20, 20), (0.1, 0, 0.1, 0)],
)
def test_what_nobody_can_breathe_is_refused(seconds: Pattern) -> None:
    with pytest.raises(ExerciseTrouble, match="pattern-impossible") as caught:
        own_pattern(*seconds)
    assert set(caught.value.facts) == {"least", "most"}


def test_a_pattern_that_is_no_number_is_refused() -> None:
    for odd in (float("nan"), float("inf")):
        with pytest.raises(ExerciseTrouble):
            own_pattern(odd, 0, 4, 0)


def test_a_breath_with_a_long_hold_never_passes_eight_cycles(library: Library) -> None:
    held = library.find("pacer-478")
    for minutes in range(held.minutes.least, held.minutes.longest + 1):
        for density in Density:
            timeline = plan(compose(held, Answers(), minutes, density), lambda _: RATE // 2)
            breath = next(cue for cue in timeline.cues if cue.kind is CueKind.BREATH)
            assert (breath.end - breath.start) / RATE <= 8 * 19
