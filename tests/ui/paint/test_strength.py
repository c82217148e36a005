from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from mindful.ui.paint.strength import StrengthRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> StrengthRow:
    made = StrengthRow(look)
    qtbot.addWidget(made)
    made.resize(560, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def test_nothing_is_chosen_at_first(row: StrengthRow) -> None:
    assert row.strength is None
    assert row.accessibleDescription() == "not chosen"


def test_a_whole_column_is_the_hit_area(qtbot: QtBot, row: StrengthRow) -> None:
    point = row.column(6).bottomRight().toPoint()
    point.setX(point.x() - 3)
    point.setY(row.height() - 2)

    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=point)

    assert chosen.args == [6]


def test_pressing_the_chosen_one_takes_it_back(row: StrengthRow) -> None:
    point = row.column(3).center().toPoint()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=point)

    assert row.strength is None


def test_keys_choose_step_and_take_back(row: StrengthRow) -> None:
    seen = []
    for key in (
        Qt.Key.Key_7,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_Backspace,
    ):
        QTest.keyClick(row, key)
        seen.append(row.strength)

    assert seen == [7, 8, 7, 0, None]


def test_one_and_nought_make_ten(row: StrengthRow) -> None:
    QTest.keyClicks(row, "10")

    assert row.strength == 10


def test_arrows_stop_at_the_ends(row: StrengthRow) -> None:
    row.set_strength(10)
    QTest.keyClick(row, Qt.Key.Key_Up)
    assert row.strength == 10
    row.set_strength(0)
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert row.strength == 0


def test_before_is_marked_and_told_and_is_no_choice(row: StrengthRow) -> None:
    bare = row.grab().toImage()
    row.set_before(6)

    assert row.grab().toImage() != bare
    assert row.strength is None
    row.set_strength(4)
    assert row.accessibleDescription() == "4 of 10; before, 6"


def test_a_screen_reader_finds_a_slider(row: StrengthRow) -> None:
    interface = QAccessible.queryAccessibleInterface(row)

    assert interface.role() is QAccessible.Role.Slider


def test_with_large_text_in_a_narrow_row_both_legends_stand(look: Look, row: StrengthRow) -> None:
    look.set_scale(2.0)
    row.resize(330, 10)

    assert row.sizeHint().height() >= 40 + 3 * look.line_height("small")


def test_the_tooltip_says_what_a_press_would_choose(row: StrengthRow) -> None:
    for strength, words in ((6, "6 of 10"), (10, "10 of 10, as strong as it gets")):
        point = row.column(strength).center().toPoint()
        row.event(QHelpEvent(QEvent.Type.ToolTip, point, row.mapToGlobal(point)))
        assert QToolTip.text() == words
    QToolTip.hideText()


def test_circles_grow_with_the_text_as_far_as_there_is_room(look: Look, row: StrengthRow) -> None:
    small = row._radius(10)
    look.set_scale(2.0)
    row.resize(1000, row.sizeHint().height())
    assert row._radius(10) == pytest.approx(2 * small)
    row.resize(320, row.sizeHint().height())
    assert row._radius(10) < small
