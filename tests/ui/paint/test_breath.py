from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.model import steps_of
from mindful.sit.breathing import Breath, breath_of
from mindful.ui.paint import breath

BOX = breath_of((("in", 4.0), ("hold", 4.0), ("out", 4.0), ("hold", 4.0)))
COHERENT = breath_of((("in", 5.5), ("out", 5.5)))
SIGH = breath_of((("in", 2.0), ("in", 1.0), ("out", 6.0)))

parts = st.floats(0.5, 10)
patterns = st.tuples(
    parts, st.sampled_from([0.0, 2.0, 7.0]), parts, st.sampled_from([0.0, 4.0])
).map(steps_of)
breaths = patterns.map(breath_of)


def test_a_box_breath_opens_holds_closes_and_holds() -> None:
    assert breath.paced_share(BOX, 0) == 0
    assert breath.paced_share(BOX, 2) == pytest.approx(0.5)
    assert breath.paced_share(BOX, 6) == 1
    assert breath.paced_share(BOX, 10) == pytest.approx(0.5)
    assert breath.paced_share(BOX, 14) == 0


@given(paced=breaths, seconds=st.floats(0, 3600))
def test_the_orb_stays_within_its_scale_and_never_jumps(paced: Breath, seconds: float) -> None:
    now = breath.paced_scale(paced, seconds)
    soon = breath.paced_scale(paced, seconds + 1 / 24)

    assert breath.LOW <= now <= breath.HIGH
    assert abs(now - soon) < 0.05


@given(paced=breaths, cycles=st.integers(0, 50), seconds=st.floats(0, 5))
def test_every_cycle_is_the_same(paced: Breath, cycles: int, seconds: float) -> None:
    later = seconds + cycles * sum(part[0] for part in paced)

    first, again = breath.paced_share(paced, seconds), breath.paced_share(paced, later)

    assert first == pytest.approx(again, abs=1e-6)


def test_reduced_motion_paces_in_whole_seconds() -> None:
    in_first_second = {breath.stepped_share(COHERENT, place / 10) for place in range(10)}

    assert in_first_second == {1 / 5.5}
    assert breath.stepped_share(COHERENT, 5.4) == 1
    assert breath.stepped_share(COHERENT, 10.9) == 0


def test_a_sigh_breathes_in_twice() -> None:
    assert breath.paced_share(SIGH, 2) == pytest.approx(2 / 3)
    assert breath.paced_share(SIGH, 3) == 1
    first, between, second = (
        breath.paced_share(SIGH, at + 0.1) - breath.paced_share(SIGH, at - 0.1)
        for at in (1, 2, 2.5)
    )
    assert between < first / 3, "it rests where one breath meets the other"
    assert between < second / 3
