from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.ui.paint.length_scale import PRESETS, LengthScale

scales = st.tuples(st.integers(1, 89), st.integers(1, 89), st.floats(60, 1200)).map(
    lambda parts: LengthScale(parts[0], min(90, parts[0] + parts[1]), parts[2])
)


@given(scales)
def test_longer_lies_further_right_and_within_the_rule(scale: LengthScale) -> None:
    places = [scale.x(minutes) for minutes in range(scale.least, scale.longest + 1)]
    assert all(a < b for a, b in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= scale.width + 1e-6


@given(scales)
def test_every_place_leads_back_to_its_length(scale: LengthScale) -> None:
    for minutes in range(scale.least, scale.longest + 1):
        assert scale.minutes(scale.x(minutes)) == minutes


@given(scales)
def test_presets_stand_above_their_place(scale: LengthScale) -> None:
    for at, preset in enumerate(scale.presets):
        centre = (at + 0.5) * scale.cell
        assert scale.x(preset) == pytest.approx(centre)
        assert scale.preset_at(centre) == preset


def test_the_designs_own_rule() -> None:
    scale = LengthScale(1, 90, 550.0)
    assert scale.presets == PRESETS
    assert (scale.x(1), scale.x(90)) == (0.0, 550.0)
    assert scale.x(20) == pytest.approx(309.375)


def test_presets_outside_the_range_are_absent() -> None:
    scale = LengthScale(2, 5, 400.0)
    assert scale.presets == (3, 5)
    assert scale.preset_at(500.0) is None


def test_a_single_length_has_a_place() -> None:
    scale = LengthScale(3, 3, 200.0)
    assert scale.x(3) == 100.0
    assert scale.minutes(0.0) == 3


@pytest.mark.parametrize(("minutes", "up", "down"), [(20, 30, 15), (90, 90, 60), (2, 3, 2)])
def test_page_keys_go_from_preset_to_preset(minutes: int, up: int, down: int) -> None:
    scale = LengthScale(2, 90, 500.0)
    assert scale.next_preset(minutes, 1) == up
    assert scale.next_preset(minutes, -1) == down
