from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.pages.settings import Settings
from tests.ui.sample import SETTINGS

pytestmark = pytest.mark.window


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> Settings:
    page = Settings(look)
    qtbot.addWidget(page)
    page.resize(972, 780)
    page.show_view(SETTINGS)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_showing_sends_nothing(page: Settings, qtbot: QtBot) -> None:
    signals = [
        page.voice.pace_changed,
        page.sounds.bell_level_changed,
        page.personal.name_changed,
        page.personal.phrases_changed,
    ]
    changed = replace(SETTINGS, pace=90, bell_level=2, name="Bo")
    sent: list[object] = []
    for signal in signals:
        signal.connect(sent.append)
    page.show_view(changed)
    assert sent == []
    assert page.voice.pace.value() == 90


def test_each_control_says_what_a_person_set(page: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.voice.speak_toggled) as caught:
        page.voice.speak.click()
    assert caught.args == [False]
    with qtbot.waitSignal(page.voice.voice_chosen) as caught:
        QTest.keyClick(page.voice.voice, Qt.Key.Key_Down)
    assert caught.args == ["b"]
    with qtbot.waitSignal(page.sounds.ambience_level_changed) as caught:
        QTest.keyClick(page.sounds.ambience, Qt.Key.Key_Right)
    assert caught.args == [4]
    with qtbot.waitSignal(page.appearance.scale_chosen) as caught:
        page.appearance.scale._group.button(3).click()
    assert caught.args == [150]
    with qtbot.waitSignal(page.safety.help_wanted):
        page.safety.open_help.click()


def test_name_and_phrases_are_sent_when_left(page: Settings, qtbot: QtBot) -> None:
    page.personal.name.setFocus()
    page.personal.name.selectAll()
    QTest.keyClicks(page.personal.name, " Grace ")
    with qtbot.waitSignal(page.personal.name_changed) as caught:
        QTest.keyClick(page.personal.name, Qt.Key.Key_Tab)
    assert caught.args == ["Grace"]
    page.personal.phrases.set_words("One\n\n  Two ")
    page.personal.phrases.edit.setFocus()
    with qtbot.waitSignal(page.personal.phrases_changed) as caught:
        page.voice.speak.setFocus()
    assert caught.args == [("One", "Two")]


def test_the_index_leads_to_its_section(page: Settings) -> None:
    for button, section in page._sections.items():
        button.click()
        assert button.isChecked()
        top = section.mapTo(page, section.rect().topLeft()).y()
        assert top < page.height()


def test_no_control_is_without_a_name(page: Settings) -> None:
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_a_narrow_page(
    page: Settings, look: Look, qtbot: QtBot, scale: float
) -> None:
    page.set_compact(compact=True)
    look.set_scale(scale)
    page.resize(420, 780)
    content = page._column.parentWidget()
    assert isinstance(content, QWidget)
    qtbot.waitUntil(lambda: content.width() <= 420)


def test_it_says_where_the_log_lies(page: Settings) -> None:
    assert page.privacy._place.text() == "/home/ada/mindful.db (1.4 MB)"
