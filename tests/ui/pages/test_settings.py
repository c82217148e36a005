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


def test_words_of_ones_own_may_stay_unspoken(page: Settings, qtbot: QtBot) -> None:
    assert page.voice.aloud.isChecked()
    with qtbot.waitSignal(page.voice.aloud_toggled) as caught:
        QTest.mouseClick(page.voice.aloud, Qt.MouseButton.LeftButton)
    assert caught.args == [False]


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
    page.personal.phrases.edit.setFocus()
    page.personal.phrases.set_words("One\n\n  Two ")
    with qtbot.waitSignal(page.personal.phrases_changed) as caught:
        page.voice.speak.setFocus()
    assert caught.args == [("One", "Two")]


def test_how_the_name_is_said_is_sent_and_heard(page: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.personal.hear_wanted) as caught:
        page.personal.hear.click()
    assert caught.args == ["Ada"]
    page.personal.said.setFocus()
    QTest.keyClicks(page.personal.said, "Ay-da ")
    with qtbot.waitSignal(page.personal.said_changed) as caught:
        QTest.keyClick(page.personal.said, Qt.Key.Key_Tab)
    assert caught.args == ["Ay-da"]
    with qtbot.waitSignal(page.personal.hear_wanted) as caught:
        page.personal.hear.click()
    assert caught.args == ["Ay-da"]


def test_what_is_being_written_stays(page: Settings) -> None:
    page.personal.name.setText("Adal")
    page.show_view(replace(SETTINGS, lines_kept="12 MB"))
    assert page.personal.name.text() == "Adal"


def test_without_a_name_there_is_nothing_to_hear(page: Settings) -> None:
    page.show_view(replace(SETTINGS, name=""))
    assert not page.personal.hear.isEnabled()


def test_voices_that_cannot_speak_are_shown_with_the_reason(page: Settings) -> None:
    why = "Not on this computer yet: Scots (needs a package)."
    page.show_view(replace(SETTINGS, voices_unavailable=frozenset({"b"}), voices_why=why))
    assert page.voice._why.isVisible()
    assert page.voice._why.text() == why
    page.show_view(SETTINGS)
    assert not page.voice._why.isVisible()


def test_bell_and_ambience_are_chosen_and_heard(page: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sounds.bell_chosen) as caught:
        QTest.keyClick(page.sounds.bell_choice, Qt.Key.Key_Down)
    assert caught.args == ["none"]
    with qtbot.waitSignal(page.sounds.preview_wanted) as caught:
        page.sounds.hear_ambience.click()
    assert caught.args == ["ambience"]


def test_own_sounds_can_be_removed(page: Settings, qtbot: QtBot) -> None:
    assert not page.sounds._own.isVisible()
    page.show_view(replace(SETTINGS, own_sounds=(("own:1", "Garden"), ("own:2", "Gate"))))
    assert page.sounds._own.isVisible()
    remove = {
        button.accessibleName(): button for button in page.sounds._own.findChildren(QAbstractButton)
    }
    with qtbot.waitSignal(page.sounds.removed) as caught:
        remove["Remove Gate"].click()
    assert caught.args == ["own:2"]
    page.show_view(SETTINGS)
    assert not page.sounds._own.isVisible()


def test_the_kept_lines_are_measured_and_cleared(page: Settings, qtbot: QtBot) -> None:
    assert not page.voice.clear.isEnabled()
    page.show_view(replace(SETTINGS, lines_kept="12 MB"))
    assert "12 MB" in page.voice._kept.text()
    with qtbot.waitSignal(page.voice.clear_wanted):
        page.voice.clear.click()


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
    assert page.privacy._place.text() == "One file, 1.4 MB: /home/ada/mindful.db"


def test_high_contrast_begins_as_dark_as_the_page_is(page: Settings, qtbot: QtBot) -> None:
    appearance = page.appearance
    assert not appearance.ground.isVisible()
    with qtbot.waitSignal(appearance.theme_chosen) as caught:
        appearance.theme._group.button(2).click()
    assert caught.args == ["highContrastLight"]
    assert appearance.ground.isVisible()
    with qtbot.waitSignal(appearance.theme_chosen) as caught:
        appearance.ground._group.button(1).click()
    assert caught.args == ["highContrast"]
    with qtbot.waitSignal(appearance.theme_chosen) as caught:
        appearance.theme._group.button(1).click()
    assert caught.args == ["dark"]
    assert not appearance.ground.isVisible()


@pytest.mark.parametrize(
    ("desktop", "said"), [(True, ": on."), (False, ": off."), (None, "doesn’t say")]
)
def test_following_the_system_says_what_it_says(
    page: Settings, desktop: bool | None, said: str
) -> None:
    page.show_view(replace(SETTINGS, reduced_motion="system", desktop_motion=desktop))
    assert page.appearance.motion.choice == "system"
    assert said in page.appearance._still.text()


def test_what_a_sit_shows_is_set(page: Settings, qtbot: QtBot) -> None:
    assert page.appearance.fade.isChecked()
    with qtbot.waitSignal(page.appearance.fade_toggled) as caught:
        page.appearance.fade.click()
    assert caught.args == [False]
    with qtbot.waitSignal(page.appearance.time_toggled) as caught:
        page.appearance.time.click()
    assert caught.args == [False]


def test_history_tells_numbers_and_the_end_of_a_day(page: Settings, qtbot: QtBot) -> None:
    assert page.history.numbers.isChecked()
    with qtbot.waitSignal(page.history.numbers_toggled) as caught:
        page.history.numbers.click()
    assert caught.args == [False]
    with qtbot.waitSignal(page.history.day_end_chosen) as caught:
        QTest.keyClick(page.history.day_ends, Qt.Key.Key_Down)
    assert caught.args == [SETTINGS.day_ends + 1]
