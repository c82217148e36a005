from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import Segments, Select, Slider
from mindful.ui.look import Look

pytestmark = pytest.mark.window

BELLS = (("low", "Low bowl"), ("high", "High bowl"), ("none", "No bell"))


@pytest.fixture
def select(look: Look, qtbot: QtBot) -> Select:
    select = Select(look, "Bell", BELLS)
    qtbot.addWidget(select)
    select.show()
    return select


def test_a_person_choosing_is_told_apart_from_the_app(select: Select, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(select.chosen):
        select.set_chosen("high")
    with qtbot.waitSignal(select.chosen) as caught:
        QTest.keyClick(select, Qt.Key.Key_Down)
    assert caught.args == ["none"]
    assert select.choice == "none"


def test_new_options_keep_the_choice_that_is_still_there(select: Select) -> None:
    select.set_chosen("high")
    select.set_options((("none", "None"), ("high", "High")))
    assert select.choice == "high"
    select.set_options((("none", "None"),))
    assert select.choice == "none"


def test_the_list_opens_and_a_press_chooses(select: Select, qtbot: QtBot) -> None:
    select.showPopup()
    view = select.view()
    qtbot.waitUntil(view.isVisible)
    row = view.visualRect(select.model().index(1, 0))
    with qtbot.waitSignal(select.chosen) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert caught.args == ["high"]


def press(select: Select, row: int, qtbot: QtBot) -> None:
    """Choose a row of the opened list."""
    select.showPopup()
    view = select.view()
    qtbot.waitUntil(view.isVisible)
    where = view.visualRect(select.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_an_action_is_no_choice(select: Select, qtbot: QtBot) -> None:
    select.set_options(BELLS, action="Choose a file…")
    select.set_chosen("high")
    with qtbot.assertNotEmitted(select.chosen), qtbot.waitSignal(select.acted):
        press(select, 3, qtbot)
    assert select.choice == "high"


def test_stepping_through_a_closed_list_ends_before_the_action(
    select: Select, qtbot: QtBot
) -> None:
    select.set_options(BELLS, action="Choose a file…")
    select.set_chosen("none")
    with qtbot.assertNotEmitted(select.acted), qtbot.assertNotEmitted(select.chosen):
        QTest.keyClick(select, Qt.Key.Key_Down)
        QTest.keyClick(select, Qt.Key.Key_End)
    assert select.choice == "none"


def test_what_is_unavailable_is_shown_and_not_chosen(select: Select, qtbot: QtBot) -> None:
    select.set_options(BELLS, unavailable={"high"})
    select.set_chosen("low")
    press(select, 1, qtbot)
    assert select.choice == "low"
    select.hidePopup()
    with qtbot.waitSignal(select.chosen) as caught:
        QTest.keyClick(select, Qt.Key.Key_Down)
    assert caught.args == ["none"]


def test_a_long_name_of_a_file_leaves_the_others_room(select: Select, look: Look) -> None:
    select.set_options((("own:1", "Field recording from the garden " * 4),))
    assert select.sizeHint().width() < look.px(400)


def test_the_wheel_chooses_nothing(select: Select, qapp: QApplication) -> None:
    before = select.choice
    turn = QWheelEvent(
        QPointF(10, 10),
        QPointF(10, 10),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(select, turn)
    assert select.choice == before


def test_segments_answer_mouse_and_arrows(look: Look, qtbot: QtBot) -> None:
    segments = Segments(look, "Theme", (("light", "Light"), ("dark", "Dark")))
    qtbot.addWidget(segments)
    segments.resize(segments.sizeHint())
    segments.show()
    segments.set_chosen("light")
    with qtbot.waitSignal(segments.chosen) as caught:
        QTest.keyClick(segments._group.button(0), Qt.Key.Key_Right)
    assert caught.args == ["dark"]
    with qtbot.waitSignal(segments.chosen) as caught:
        QTest.mouseClick(segments._group.button(0), Qt.MouseButton.LeftButton)
    assert caught.args == ["light"]


def test_segments_stand_below_each_other_where_narrow(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    options = (("a", "Follow system"), ("b", "High contrast"))
    segments = Segments(look, "Theme", options, parent=page)
    page.show()
    segments.resize(segments.sizeHint())
    one = segments.minimumSizeHint().height()
    segments.resize(segments.minimumSizeHint())
    qtbot.waitUntil(lambda: segments.minimumSizeHint().height() > one)


def test_a_slider_goes_where_it_is_pressed(look: Look, qtbot: QtBot) -> None:
    slider = Slider(look, "Pace", least=70, most=140, value=100)
    qtbot.addWidget(slider)
    slider.resize(220, 40)
    slider.show()
    with qtbot.waitSignal(slider.valueChanged) as caught:
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(210, 20))
    assert caught.args == [140]
    assert not slider.isSliderDown()


def test_lists_below_each_other_align(look: Look, qtbot: QtBot) -> None:
    lists = [Select(look, "List", (("a", words),), wide=180) for words in ("A", "A longer one")]
    for one in lists:
        qtbot.addWidget(one)
    assert {one.sizeHint().width() for one in lists} == {180}
    look.set_scale(1.5)
    assert {one.sizeHint().width() for one in lists} == {270}
