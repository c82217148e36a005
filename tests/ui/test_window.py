from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import PillButton
from mindful.ui.look import Look
from mindful.ui.rail import Place
from mindful.ui.window import Window

pytestmark = pytest.mark.window

PLACES = (
    Place("home", "Sit", "sun-horizon"),
    Place("history", "History", "calendar-blank"),
    Place("settings", "Settings", "sliders-horizontal"),
)


class Page(QWidget):
    """A page with a primary action that knows its layout and its first place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.compact: bool | None = None
        self.action = PillButton(look, "Begin")
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.action)

    def set_compact(self, compact: bool) -> None:
        self.compact = compact

    def take_focus(self, reason: Qt.FocusReason) -> None:
        self.action.setFocus(reason)

    def primary(self) -> QWidget:
        return self.action

    def keep_primary(self) -> None:
        self.column.addWidget(self.action)


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> Window:
    look.set_reduced_motion(True)
    window = Window(look, PLACES)
    qtbot.addWidget(window)
    window.add_page("home", lambda: Page(look))
    window.add_page("history", QWidget)
    window.add_page("sit", lambda: Page(look), full_bleed=True)
    window.resize(1180, 780)
    window.show()
    window.show_page("home")
    return window


def home(window: Window) -> Page:
    page = window.page("home")
    assert isinstance(page, Page)
    return page


def test_ground_me_never_moves(window: Window, look: Look) -> None:
    for size in ((1180, 780), (420, 600), (960, 600)):
        window.resize(*size)
        for name in ("home", "history", "sit"):
            window.show_page(name)
            place = window.ground.geometry()
            assert (place.left(), place.width(), place.height()) == (24, 160, 68)
            assert window.height() - place.bottom() - 1 == 24
            top = window.childAt(place.center())
            assert top is window.ground


def test_ground_me_is_one_press_or_one_key(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.ground_me):
        QTest.mouseClick(window.ground, Qt.MouseButton.LeftButton)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("sit")
    with qtbot.waitSignal(window.ground_me):
        QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def test_narrow_is_narrow_for_the_text_size(window: Window, look: Look) -> None:
    assert home(window).compact is False
    window.resize(959, 780)
    assert home(window).compact is True
    window.resize(1180, 780)
    look.set_scale(2.0)
    assert home(window).compact is True
    look.set_scale(1.0)
    assert home(window).compact is False


def test_the_primary_action_stands_beside_ground_me_when_narrow(window: Window) -> None:
    action = home(window).action
    window.resize(420, 780)
    where = action.mapTo(window, action.rect().topLeft())
    assert where.x() >= window.ground.geometry().right()
    assert where.y() == window.ground.y()
    window.resize(1180, 780)
    assert action.parentWidget() is home(window)


def test_the_primary_action_stands_above_where_both_do_not_fit(window: Window, look: Look) -> None:
    look.set_scale(2.0)
    window.resize(420, 780)
    action = home(window).action
    bottom = action.mapTo(window, action.rect().bottomLeft()).y()
    assert bottom < window.ground.y()


def test_another_page_takes_its_action_back(window: Window) -> None:
    window.resize(420, 780)
    action = home(window).action
    window.show_page("history")
    assert action.parentWidget() is home(window)
    window.show_page("home")
    assert action.isVisible()


def test_full_bleed_takes_the_whole_window(window: Window) -> None:
    window.show_page("sit")
    assert window.page("sit").geometry() == window.rect()
    window.show_page("home")
    assert window.page("home").x() == 208


def test_pages_are_made_when_first_shown(look: Look, qtbot: QtBot) -> None:
    made: list[str] = []

    def make() -> QWidget:
        made.append("history")
        return QWidget()

    window = Window(look, PLACES)
    qtbot.addWidget(window)
    window.add_page("history", make)
    assert made == []
    window.show_page("history")
    window.show_page("history")
    assert made == ["history"]


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_1, "home"), (Qt.Key.Key_3, "settings")])
def test_keys_wish_for_places(window: Window, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.navigated) as caught:
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [name]
    assert window.current == "home"


def test_the_rail_wishes_and_marks_only_what_is_shown(window: Window, qtbot: QtBot) -> None:
    rows = window._rail._rows
    with qtbot.waitSignal(window.navigated) as caught:
        QTest.mouseClick(rows["history"], Qt.MouseButton.LeftButton)
    assert caught.args == ["history"]
    assert (rows["home"].isChecked(), rows["history"].isChecked()) == (True, False)
    window.show_page("history")
    assert (rows["home"].isChecked(), rows["history"].isChecked()) == (False, True)


@pytest.mark.parametrize(
    ("key", "scale"), [(Qt.Key.Key_Plus, 1.1), (Qt.Key.Key_Minus, 0.9), (Qt.Key.Key_0, 1.0)]
)
def test_keys_ask_for_text_sizes(window: Window, qtbot: QtBot, key: Qt.Key, scale: float) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.scale_wanted) as caught:
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [scale]


def test_a_page_fades_in_and_is_covered_no_longer(window: Window, look: Look, qtbot: QtBot) -> None:
    look.set_reduced_motion(False)
    window.show_page("history")
    assert window.fading
    qtbot.waitUntil(lambda: not window.fading)
    assert window.page("history").isVisible()


def test_reduced_motion_shows_the_page_at_once(window: Window) -> None:
    window.show_page("history")
    assert not window.fading


def test_the_first_place_of_a_page_has_the_focus(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("history")
    window.show_page("home", Qt.FocusReason.ShortcutFocusReason)
    assert home(window).action.hasFocus()
    assert home(window).action.ring.shown


def test_closing_can_be_refused(window: Window) -> None:
    def refuse(event: QCloseEvent) -> None:
        event.ignore()

    window.closing.connect(refuse)
    assert not window.close()
    window.closing.disconnect(refuse)
    assert window.close()


def test_a_page_is_told_of_before_it_gives_way(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.leaving) as caught:
        window.show_page("history")
    assert caught.args == ["home"]
    with qtbot.assertNotEmitted(window.leaving):
        window.show_page("history")
