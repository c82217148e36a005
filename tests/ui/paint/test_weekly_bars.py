from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.paint.weekly_bars import WeekBar, WeeklyBars, nice_top


@given(st.integers(0, 10_000))
def test_the_axis_holds_every_bar_without_much_waste(most: int) -> None:
    top = nice_top(most)
    assert top >= most
    assert top <= max(20, 2 * most)


@pytest.fixture
def bars(look: Look, qtbot: QtBot) -> WeeklyBars:
    made = WeeklyBars(look)
    qtbot.addWidget(made)
    made.set_weeks([WeekBar(60, "one"), WeekBar(60, "two")], "before", "now")
    made.resize(330, 140)
    return made


@pytest.mark.window
def test_the_last_week_is_darker_and_each_is_named(look: Look, bars: WeeklyBars) -> None:
    image = bars.grab().toImage()
    ratio = image.devicePixelRatio()
    colours = [image.pixelColor(round(x * ratio), round(95 * ratio)).name() for x in (105, 255)]
    assert colours == [look.colour("still").name(), look.colour("primary").name()]
    assert bars.part_words(bars.part_at(QPointF(255, 60))) == "two"
    assert bars.part_at(QPointF(2, 60)) == -1
    assert "one" in bars.accessibleDescription()
    assert bars.accessibleName() == "Minutes each week"


@pytest.mark.window
def test_the_keyboard_walks_along_the_weeks_and_picks_one(qtbot: QtBot, bars: WeeklyBars) -> None:
    with qtbot.waitExposed(bars):
        bars.show()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert bars.accessibleDescription() == "two"
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.accessibleDescription() == "one"
    QTest.keyClick(bars, Qt.Key.Key_Left)
    with qtbot.waitSignal(bars.picked) as picked:
        QTest.keyClick(bars, Qt.Key.Key_Space)
    assert picked.args == [0]


@pytest.mark.window
def test_the_pointer_lights_a_week_and_a_click_picks_it(qtbot: QtBot, bars: WeeklyBars) -> None:
    with qtbot.waitExposed(bars):
        bars.show()
    first = bars.part_rect(0).center()
    QTest.mouseMove(bars, first)
    qtbot.waitUntil(lambda: bars.lit == 0)
    with qtbot.waitSignal(bars.picked) as picked:
        QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=first)
    assert picked.args == [0]


@pytest.mark.window
def test_without_numbers_only_the_bars_are_left(bars: WeeklyBars) -> None:
    bars.set_weeks([WeekBar(60, "one"), WeekBar(60, "two")])
    with_numbers = bars.grab().toImage()
    left = bars.part_rect(0).left()
    bars.show_numbers(numbers=False)
    assert bars.grab().toImage() != with_numbers
    assert bars.part_rect(0).left() < left
    assert bars.accessibleName() == "Time each week"


def test_words_that_would_meet_stand_one_below_the_other(look: Look, bars: WeeklyBars) -> None:
    bars.resize(312, 140)
    bars.set_weeks([WeekBar(20, "")] * 8, "early in the morning", "late")
    beside = bars.part_rect(0).bottom()
    bars.set_weeks(
        [WeekBar(20, "")] * 8, "early in the morning", "late at night, after nine or ten"
    )
    assert bars.part_rect(0).bottom() == beside - look.line_height("small")
