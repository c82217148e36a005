from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
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


def test_the_tooltip_says_what_a_press_would_choose(rule: LengthRule) -> None:
    for point, words in (
        (QPoint(round(rule.scale.x(45)), 20), "45 minutes"),
        (QPoint(round(rule.scale.x(33)), 65), "33 minutes"),
    ):
        rule.event(QHelpEvent(QEvent.Type.ToolTip, point, rule.mapToGlobal(point)))
        assert QToolTip.text() == words
    QToolTip.hideText()


def test_a_preset_is_lit_while_the_pointer_is_over_it(rule: LengthRule) -> None:
    none = Qt.MouseButton.NoButton
    plain = rule.grab().toImage()
    place = QPointF(rule.scale.x(45), 20)
    rule.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    )
    assert rule.grab().toImage() != plain
    rule.leaveEvent(QEvent(QEvent.Type.Leave))
    assert rule.grab().toImage() == plain
