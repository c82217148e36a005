from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.ui.paint import breath

BOX: breath.Pattern = (4.0, 4.0, 4.0, 4.0)
COHERENT: breath.Pattern = (5.5, 0.0, 5.5, 0.0)

parts = st.floats(0.5, 10)
patterns = st.tuples(parts, st.sampled_from([0.0, 2.0, 7.0]), parts, st.sampled_from([0.0, 4.0]))


def test_a_box_breath_opens_holds_closes_and_holds() -> None:
    assert breath.paced_share(BOX, 0) == 0
    assert breath.paced_share(BOX, 2) == pytest.approx(0.5)
    assert breath.paced_share(BOX, 6) == 1
    assert breath.paced_share(BOX, 10) == pytest.approx(0.5)
    assert breath.paced_share(BOX, 14) == 0


@given(pattern=patterns, seconds=st.floats(0, 3600))
def test_the_orb_stays_within_its_scale_and_never_jumps(
    pattern: breath.Pattern, seconds: float
) -> None:
    now = breath.paced_scale(pattern, seconds)
    soon = breath.paced_scale(pattern, seconds + 1 / 24)

    assert breath.LOW <= now <= breath.HIGH
    assert abs(now - soon) < 0.05


@given(pattern=patterns, cycles=st.integers(0, 50), seconds=st.floats(0, 5))
def test_every_cycle_is_the_same(pattern: breath.Pattern, cycles: int, seconds: float) -> None:
    later = seconds + cycles * sum(pattern)

    first, again = breath.paced_share(pattern, seconds), breath.paced_share(pattern, later)

    assert first == pytest.approx(again, abs=1e-6)


def test_reduced_motion_paces_in_whole_seconds() -> None:
    in_first_second = {breath.stepped_share(COHERENT, place / 10) for place in range(10)}

    assert in_first_second == {1 / 5.5}
    assert breath.stepped_share(COHERENT, 5.4) == 1
    assert breath.stepped_share(COHERENT, 10.9) == 0
