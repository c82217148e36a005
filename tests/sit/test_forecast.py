"""The forecast: its share never goes back, and what it says of the time comes true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.sit.forecast import Forecast

steps = st.lists(st.floats(0.0, 100.0), min_size=1, max_size=20)


@given(steps, steps)
def test_the_share_only_grows_and_ends_at_one(voice: list[float], sound: list[float]) -> None:
    now, seen = 0.0, [0.0]
    forecast = Forecast(sum(voice), 0.9 * sum(sound), now)
    made = written = 0.0
    for step in voice:
        now, made = now + step / 3, made + step
        forecast.made(made, now)
        seen.append(forecast.share)
    for step in sound:
        now, written = now + step / 30, written + step
        forecast.written(written, sum(sound), now)
        seen.append(forecast.share)
    assert seen == sorted(seen)
    assert all(0.0 <= share <= 1.0 for share in seen)
    assert forecast.seconds_left == pytest.approx(0.0, abs=1e-6)


def test_the_speed_seen_is_the_speed_told() -> None:
    forecast = Forecast(60.0, 600.0, 100.0)
    forecast.made(20.0, 110.0)
    assert forecast.seconds_left == pytest.approx(40.0 * 0.5 + 600 / 40)
    forecast.made(60.0, 130.0)
    forecast.written(0.0, 600.0, 130.0)
    forecast.written(200.0, 600.0, 140.0)
    assert forecast.seconds_left == pytest.approx(20.0)
    assert forecast.share == pytest.approx(40.0 / 60.0)


def test_nothing_to_do_is_done() -> None:
    forecast = Forecast(0.0, 0.0, 5.0)
    forecast.written(0.0, 0.0, 6.0)
    assert (forecast.share, forecast.seconds_left) == (1.0, 0.0)
