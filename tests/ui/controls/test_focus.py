from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import Field, PillButton
from mindful.ui.look import Look

pytestmark = pytest.mark.window


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(page).setContentsMargins(20, 20, 20, 20)
    qtbot.addWidget(page)
    return page


def put(qtbot: QtBot, page: QWidget, *widgets: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)


def test_only_the_keyboard_brings_the_ring(look: Look, page: QWidget, qtbot: QtBot) -> None:
    first, second = PillButton(look, "First"), PillButton(look, "Second")
    put(qtbot, page, first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(first.hasFocus)
    assert not first.ring.shown
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.ring.shown
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not second.ring.shown


def test_the_ring_is_drawn_outside_the_control(look: Look, page: QWidget, qtbot: QtBot) -> None:
    button = PillButton(look, "Begin")
    put(qtbot, page, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: button.ring.shown)
    image = page.grab().toImage()
    ratio = image.devicePixelRatio()
    above = button.geometry().top() - 4
    middle = button.geometry().center().x()
    drawn = image.pixelColor(round(middle * ratio), round(above * ratio))
    assert drawn.name() == look.colour("focus").name()


def test_a_field_to_write_in_is_ringed_always(look: Look, page: QWidget, qtbot: QtBot) -> None:
    field = Field(look, "Own word")
    put(qtbot, page, field)
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: field.ring.shown)


def test_the_ring_goes_with_its_control(look: Look, page: QWidget, qtbot: QtBot) -> None:
    button = PillButton(look, "Begin")
    put(qtbot, page, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: button.ring.shown)
    button.setParent(None)
    assert not button.ring.shown
    button.deleteLater()
