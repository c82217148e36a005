from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.paint.length_rule import LengthRule

pytestmark = pytest.mark.window


@pytest.fixture
def rule(look: Look, qtbot: QtBot) -> LengthRule:
    rule = LengthRule(look)
    qtbot.addWidget(rule)
    rule.resize(550, rule.sizeHint().height())
    rule.set_length(20, 1, 90)
    rule.show()
    return rule


@pytest.mark.parametrize(
    ("key", "minutes"),
    [
        (Qt.Key.Key_Left, 19),
        (Qt.Key.Key_Right, 21),
        (Qt.Key.Key_PageUp, 30),
        (Qt.Key.Key_PageDown, 15),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_End, 90),
    ],
)
def test_keys_choose_a_length(rule: LengthRule, qtbot: QtBot, key: Qt.Key, minutes: int) -> None:
    with qtbot.waitSignal(rule.chosen) as caught:
        QTest.keyClick(rule, key)
    assert caught.args == [minutes]
    assert rule.value() == minutes


def test_a_preset_pressed_is_chosen(rule: LengthRule, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rule.chosen) as caught:
        QTest.mouseClick(rule, Qt.MouseButton.LeftButton, pos=QPoint(round(rule.scale.x(45)), 20))
    assert caught.args == [45]


def test_the_handle_follows_a_drag(rule: LengthRule, qtbot: QtBot) -> None:
    y = 65
    QTest.mousePress(rule, Qt.MouseButton.LeftButton, pos=QPoint(round(rule.scale.x(20)), y))
    with qtbot.waitSignal(rule.chosen) as caught:
        QTest.mouseMove(rule, QPoint(round(rule.scale.x(33)), y))
    assert caught.args == [33]
    QTest.mouseRelease(rule, Qt.MouseButton.LeftButton, pos=QPoint(round(rule.scale.x(33)), y))
    assert not rule.isSliderDown()


def test_showing_a_length_chooses_nothing(rule: LengthRule, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rule.chosen):
        rule.set_length(4, 2, 5)
    assert (rule.minimum(), rule.value(), rule.maximum()) == (2, 4, 5)


def test_up_and_down_are_left_to_the_page(rule: LengthRule) -> None:
    assert not rule.press(Qt.Key.Key_Up)
    assert not rule.press(Qt.Key.Key_Down)
