"""How full a breath is: whole, within its bounds, without a jump."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.model import Step
from mindful.sit.breathing import breath_of

kinds = st.sampled_from(["in", "hold", "out"])
steps = st.lists(st.tuples(kinds, st.floats(0.1, 60)), min_size=2, max_size=12).filter(
    lambda steps: {"in", "out"} <= {kind for kind, _ in steps}
)


def test_a_box_rises_stays_falls_and_stays() -> None:
    box = breath_of((("in", 4.0), ("hold", 4.0), ("out", 4.0), ("hold", 4.0)))
    assert box == ((4.0, 0.0, 1.0), (4.0, 1.0, 1.0), (4.0, 1.0, 0.0), (4.0, 0.0, 0.0))


def test_two_breaths_in_share_the_way_up_by_their_seconds() -> None:
    first, second, out = breath_of((("in", 2.0), ("in", 1.0), ("out", 6.0)))
    assert first[2] == pytest.approx(2 / 3)
    assert second == (1.0, first[2], 1.0)
    assert out == (6.0, 1.0, 0.0)


def test_a_hold_between_two_breaths_in_stays_where_it_is() -> None:
    _, hold, second, _ = breath_of((("in", 1.0), ("hold", 2.0), ("in", 3.0), ("out", 4.0)))
    assert hold == (2.0, 0.25, 0.25)
    assert second == (3.0, 0.25, 1.0)


@given(steps=steps)
def test_it_never_jumps_within_a_breath_and_keeps_every_second(steps: list[Step]) -> None:
    parts = breath_of(steps)
    assert [part[0] for part in parts] == [seconds for _, seconds in steps]
    assert all(0 <= level <= 1 for part in parts for level in part[1:])
    assert all(before[2] == after[1] for before, after in pairwise(parts))
    for (kind, _), (_, start, end) in zip(steps, parts, strict=True):
        assert {"in": end > start, "hold": end == start, "out": end < start}[kind] or start == end
