from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import Label, Pair, PillButton, Scroll, TextArea
from mindful.ui.look import Look

pytestmark = pytest.mark.window


def test_a_pair_stacks_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    pair = Pair(Label(look, "Where your log lies"), PillButton(look, "Show folder", "outline"))
    qtbot.addWidget(pair)
    pair.show()
    pair.resize(600, 50)
    assert not pair.stacked
    pair.resize(pair.minimumSizeHint().width(), 120)
    stacked = pair.stacked
    pair.resize(600, 50)
    assert (stacked, pair.stacked) == (True, False)


def test_focus_scrolls_into_view(look: Look, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [PillButton(look, f"Button {number}") for number in range(20)]
    for button in buttons:
        column.addWidget(button)
    scroll = Scroll(look, content)
    qtbot.addWidget(scroll)
    scroll.resize(300, 300)
    scroll.show()
    scroll.activateWindow()
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(buttons[0].hasFocus)
    for button in buttons[:10]:
        QTest.keyClick(button, Qt.Key.Key_Tab)
    assert buttons[10].hasFocus()
    assert not buttons[10].visibleRegion().isEmpty()


def test_the_slim_bar_and_the_page_move_together(look: Look, qtbot: QtBot) -> None:
    content = QWidget()
    content.setMinimumHeight(2000)
    scroll = Scroll(look, content)
    qtbot.addWidget(scroll)
    scroll.resize(300, 300)
    scroll.show()
    assert scroll.viewport().width() == 300
    scroll._bar.setValue(500)
    assert scroll.verticalScrollBar().value() == 500
    scroll.verticalScrollBar().setValue(700)
    assert scroll._bar.value() == 700


def test_tab_leaves_a_text_area_and_words_stay(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    area, after = TextArea(look, "Note"), PillButton(look, "Save")
    column.addWidget(area)
    column.addWidget(after)
    page.show()
    page.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.edit.hasFocus)
    QTest.keyClicks(area.edit, "It was quieter")
    QTest.keyClick(area.edit, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.words == "It was quieter"


def test_a_change_of_look_is_no_change_of_words(look: Look, qtbot: QtBot) -> None:
    area = TextArea(look, "Note")
    qtbot.addWidget(area)
    area.set_words("It was quieter.")
    with qtbot.assertNotEmitted(area.edit.textChanged):
        look.set_scale(1.5)
    assert area.words == "It was quieter."


def test_a_pair_is_stacked_when_its_text_grows(qtbot: QtBot, look: Look) -> None:
    words, press = Label(look, "You can sit meanwhile.", wrap=True), QWidget()
    press.setFixedSize(60, 20)
    pair = Pair(words, press, least=lambda: look.px(150))
    qtbot.addWidget(pair)
    pair.resize(300, 80)
    pair.show()
    assert not pair.stacked
    look.set_scale(2.0)
    qtbot.waitUntil(lambda: pair.stacked)


def test_stacked_the_words_of_a_pair_are_no_higher_than_they_need(look: Look, qtbot: QtBot) -> None:
    words = Label(look, "Where your log lies", "label")
    pair = Pair(words, PillButton(look, "Show folder", "outline"), tall=44)
    qtbot.addWidget(pair)
    pair.show()
    pair.resize(600, 60)
    assert words.minimumHeight() == 44
    pair.resize(pair.minimumSizeHint().width(), 120)
    assert words.minimumHeight() < 44
