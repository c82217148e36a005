from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.paint.year_cells import WEEKS, heat_step
from mindful.ui.paint.year_heatmap import YearHeatmap

TODAY = date(2026, 3, 12)  # a Thursday


@pytest.mark.parametrize(
    ("minutes", "step"), [(0, 0), (1, 1), (9, 1), (10, 2), (19, 2), (20, 3), (39, 3), (40, 4)]
)
def test_colours_follow_the_key(minutes: int, step: int) -> None:
    assert heat_step(minutes) == step


@pytest.fixture
def year(look: Look, qtbot: QtBot) -> YearHeatmap:
    made = YearHeatmap(look)
    qtbot.addWidget(made)
    made.resize(874, 180)
    made.show_days({TODAY: 20, TODAY - timedelta(weeks=1): 45}, TODAY)
    with qtbot.waitExposed(made):
        made.show()
    return made


def colour_of(year: YearHeatmap, day: date) -> str:
    place = year.table.visualRect(year.days.index_of(day)).center()
    return year.table.viewport().grab().toImage().pixelColor(place).name()


@pytest.mark.window
def test_each_day_has_the_colour_of_its_minutes(look: Look, year: YearHeatmap) -> None:
    assert colour_of(year, TODAY) == look.heat(3).name()
    assert colour_of(year, TODAY - timedelta(weeks=1)) == look.heat(4).name()
    assert colour_of(year, TODAY - timedelta(days=1)) == look.heat(0).name()


@pytest.mark.window
def test_the_whole_year_fills_the_width_and_a_narrow_place_has_its_last_weeks(
    year: YearHeatmap,
) -> None:
    assert year.weeks == WEEKS
    newest = year.table.visualRect(year.days.index_of(TODAY))
    assert newest.right() == year.table.viewport().width() - 1
    assert not year.table.isColumnHidden(0)

    year.resize(324, 180)

    assert 8 <= year.weeks < 30
    assert year.table.isColumnHidden(0)
    newest = year.table.visualRect(year.days.index_of(TODAY))
    assert newest.right() == year.table.viewport().width() - 1


@pytest.mark.window
def test_arrows_walk_over_the_days_and_tab_leaves(qtbot: QtBot, year: YearHeatmap) -> None:
    year.table.setFocus()
    QTest.keyClick(year.table, Qt.Key.Key_Left)
    QTest.keyClick(year.table, Qt.Key.Key_Up)
    with qtbot.waitSignal(year.day_chosen) as chosen:
        QTest.keyClick(year.table, Qt.Key.Key_Space)
    assert chosen.args == [TODAY - timedelta(weeks=1, days=1)]
    assert not year.table.tabKeyNavigation()


@pytest.mark.window
def test_the_days_chosen_are_outlined(year: YearHeatmap) -> None:
    before = year.table.grab().toImage()
    year.mark(TODAY, TODAY)
    assert year.table.grab().toImage() != before
    year.mark(None, None)
    assert year.table.grab().toImage() == before


@pytest.mark.window
def test_the_day_under_the_keyboard_is_outlined(qtbot: QtBot, year: YearHeatmap) -> None:
    year.activateWindow()
    qtbot.waitUntil(year.isActiveWindow)
    year.table.setFocus(Qt.FocusReason.MouseFocusReason)
    year.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    before = year.table.grab().toImage()
    year.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, True)
    assert year.table.grab().toImage() != before


@pytest.mark.window
def test_the_day_under_the_pointer_is_outlined(qtbot: QtBot, year: YearHeatmap) -> None:
    view = year.table.viewport()
    QTest.mouseMove(view, view.rect().topLeft())
    place = year.table.visualRect(year.days.index_of(TODAY - timedelta(weeks=20))).center()
    qtbot.waitUntil(view.underMouse)
    before = year.table.grab().toImage()
    QTest.mouseMove(view, place)
    qtbot.waitUntil(lambda: year.table.grab().toImage() != before)


@pytest.mark.window
def test_other_days_are_painted_anew(look: Look, year: YearHeatmap) -> None:
    assert colour_of(year, TODAY) == look.heat(3).name()
    year.show_days({TODAY: 5}, TODAY)
    assert colour_of(year, TODAY) == look.heat(1).name()
    look.set_theme("dark")
    assert colour_of(year, TODAY) == look.heat(1).name()
