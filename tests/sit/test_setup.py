from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mindful.exercises.library import load_library
from mindful.sit.setup import Kept, Setup, kept_as_json, kept_from_json, own_setup
from tests.sit.test_session import ASSETS

setups = st.builds(
    Setup,
    prepare=st.integers(0, 300),
    opening=st.integers(0, 9),
    closing=st.integers(0, 9),
    spacing=st.floats(2, 30),
    every=st.integers(0, 60),
    at=st.lists(st.integers(1, 480), max_size=100).map(tuple),
    scattered=st.integers(0, 30),
    open_ended=st.booleans(),
)


@given(setup=setups, minutes=st.integers(1, 90))
def test_a_preset_comes_back_as_it_was(setup: Setup, minutes: int) -> None:
    kept = Kept(exercise="timer", minutes=minutes, setup=setup, bell="gong", ambience="rain")
    assert kept_from_json(kept_as_json(kept)) == kept


@given(content=st.text() | st.just('{"exercise": "timer", "minutes": 0}') | st.just("{}"))
def test_what_another_version_wrote_is_passed_over(content: str) -> None:
    assert kept_from_json(content) is None


def test_at_first_a_timer_is_as_its_exercise_has_it() -> None:
    setup = own_setup(load_library(ASSETS).find("timer"))
    assert (setup.opening, setup.closing, setup.every, setup.prepare) == (1, 3, 10, 0)
    assert setup.bells.every == 10
