from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.paint.weekly_bars import WeekBar, WeeklyBars, nice_top


@given(st.integers(0, 10_000))
def test_the_axis_holds_every_bar_without_much_waste(most: int) -> None:
    top = nice_top(most)
    assert top >= most
    assert top <= max(20, 2 * most)


@pytest.mark.window
def test_the_last_week_is_darker_and_each_is_named(look: Look, qtbot: QtBot) -> None:
    bars = WeeklyBars(look)
    qtbot.addWidget(bars)
    bars.set_weeks([WeekBar(60, "one"), WeekBar(60, "two")], "before", "now")
    bars.resize(330, 140)
    image = bars.grab().toImage()
    ratio = image.devicePixelRatio()
    colours = [image.pixelColor(round(x * ratio), round(95 * ratio)).name() for x in (105, 255)]
    assert colours == [look.colour("still").name(), look.colour("primary").name()]
    week = bars.week_at(255)
    assert week is not None
    assert week.words == "two"
    assert "one" in bars.accessibleName()
