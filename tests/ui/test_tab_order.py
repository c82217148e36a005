from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mindful.ui.controls.pass_field import PassField
from mindful.ui.tab_order import next_stop, tab_stops

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window


@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    """Made in another order than it is laid out."""
    sheet = QWidget()
    qtbot.addWidget(sheet)
    late, row, early = QPushButton("3"), QWidget(), QPushButton("0")
    right, left = QPushButton("2"), QPushButton("1")
    inner = QHBoxLayout(row)
    inner.addWidget(left)
    inner.addWidget(right)
    column = QVBoxLayout(sheet)
    for widget in (early, row, late):
        column.addWidget(widget)
    free = QPushButton("4", sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    free.show()
    return sheet


def words(stops: list[QWidget]) -> str:
    return "".join(stop.text() for stop in stops if isinstance(stop, QPushButton))


def test_stops_are_in_the_order_of_the_layout(sheet: QWidget) -> None:
    assert words(tab_stops(sheet)) == "01234"


def test_what_cannot_be_used_or_reached_is_passed_over(sheet: QWidget) -> None:
    stops = tab_stops(sheet)
    stops[0].hide()
    stops[1].setEnabled(False)
    stops[2].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert words(tab_stops(sheet)) == "34"


def test_from_the_last_it_goes_to_the_first_and_back(sheet: QWidget) -> None:
    stops = tab_stops(sheet)
    assert next_stop([sheet], stops[-1], forward=True) is stops[0]
    assert next_stop([sheet], stops[0], forward=False) is stops[-1]
    assert next_stop([sheet], stops[1], forward=True) is stops[2]
    assert next_stop([sheet], None, forward=True) is stops[0]
    assert next_stop([], None, forward=True) is None


def test_from_what_was_hidden_it_goes_on_from_there(sheet: QWidget) -> None:
    stops = tab_stops(sheet)
    stops[2].hide()
    assert next_stop([sheet], stops[2], forward=True) is stops[3]
    assert next_stop([sheet], stops[2], forward=False) is stops[1]


def test_of_several_of_which_one_is_chosen_that_one_is_the_stop(sheet: QWidget) -> None:
    buttons = [stop for stop in tab_stops(sheet)[:3] if isinstance(stop, QPushButton)]
    group = QButtonGroup(sheet)
    for button in buttons:
        button.setCheckable(True)
        group.addButton(button)
    buttons[1].setChecked(True)
    assert words(tab_stops(sheet)) == "134"


def test_the_eye_of_a_passphrase_comes_after_its_words(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = PassField(look, "Passphrase")
    QVBoxLayout(page).addWidget(field)
    with qtbot.waitExposed(page):
        page.show()
    assert tab_stops(page) == [field, field.eye]
