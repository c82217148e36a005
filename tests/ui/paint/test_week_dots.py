from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.models import Day
from mindful.ui.paint.week_dots import LARGEST, WeekDots, radius_of
from tests.ui.sample import WEEK


def test_area_is_minutes() -> None:
    once, twice = radius_of(Day("M", 10, "")), radius_of(Day("M", 20, ""))
    assert twice**2 == pytest.approx(2 * once**2)


def test_an_empty_day_is_a_small_dot_and_a_long_one_stays_in_its_column() -> None:
    assert 0 < radius_of(Day("M", 0, "")) < radius_of(Day("M", 1, ""))
    assert radius_of(Day("M", 600, "")) == LARGEST


@pytest.mark.window
def test_each_day_is_named(look: Look, qtbot: QtBot) -> None:
    dots = WeekDots(look)
    qtbot.addWidget(dots)
    dots.set_days(WEEK)
    dots.resize(dots.sizeHint())
    assert WEEK[2].words in dots.accessibleName()
    assert dots.day_at(dots.width() - 2) is WEEK[6]
    assert dots.day_at(dots.width() + 20) is None
