"""The first frame of a page is there when its call returns, and shows what was and what will be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.fade import BANDS, CrossFade, picture_of, picture_shown
from mindful.ui.look import Look
from mindful.ui.rail import Place
from mindful.ui.window import Window

pytestmark = pytest.mark.window


class Plain(QWidget):
    """One colour, and how often it was painted."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.painted = 0
        self.highest = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        self.highest = max(self.highest, event.rect().height())
        QPainter(self).fillRect(self.rect(), QColor(self.colour))


@pytest.fixture
def window(look: Look, qtbot: QtBot) -> Window:
    window = Window(look, (Place("black", "Black", "sun-horizon"),))
    qtbot.addWidget(window)
    window.add_page("black", lambda: Plain("black"), full_bleed=True)
    window.add_page("white", lambda: Plain("white"), full_bleed=True)
    window.show()
    # A picture is kept from the first painting on, and the server's answer may be late.
    store = window.backingStore()
    qtbot.waitUntil(lambda: window.windowHandle().isExposed() and store.size() == window.size())
    window.show_page("black")
    return window


def middle(picture: QPixmap) -> int:
    """Lightness in the middle of a picture."""
    return picture.toImage().pixelColor(picture.rect().center()).lightness()


@pytest.mark.parametrize("still", [True, False])
def test_a_page_is_seen_when_the_call_returns(
    window: Window, look: Look, qtbot: QtBot, still: bool
) -> None:
    look.set_reduced_motion(still)
    handle = window.windowHandle()
    # Nothing can be painted in a window that the server has not laid open, or covers again.
    qtbot.waitUntil(handle.isExposed)
    window.show_page("white")
    page = window.page("white")
    assert isinstance(page, Plain)
    assert page.painted
    assert middle(picture_shown(window)) > 0


def test_the_first_frame_shows_something_of_both_pages(window: Window) -> None:
    window.show_page("white")
    assert window.fading
    assert 20 < middle(picture_shown(window)) < 235


def test_the_last_frame_is_the_page_itself(window: Window, qtbot: QtBot) -> None:
    window.show_page("white")
    qtbot.waitUntil(lambda: not window.fading)
    qtbot.waitUntil(lambda: middle(picture_shown(window)) == 255)


def test_the_page_is_uncovered_in_bands(window: Window, qtbot: QtBot) -> None:
    window.show_page("white")
    page = window.page("white")
    assert isinstance(page, Plain)
    page.highest = 0  # the picture for the fade was painted before
    qtbot.waitUntil(lambda: not window.fading)
    qtbot.waitUntil(lambda: middle(picture_shown(window)) == 255)
    assert page.highest <= window.height() / BANDS + 1


def test_another_page_in_mid_fade_begins_from_what_is_seen(window: Window) -> None:
    window.show_page("white")
    seen = middle(picture_shown(window))
    window.show_page("black")
    fades = [fade for fade in window.findChildren(CrossFade) if not fade.over]
    (before,) = [middle(fade.before) for fade in fades]
    assert before >= seen  # on a busy machine the first fade has gone on meanwhile


def test_what_is_on_the_screen_is_told_from_what_is_to_come(window: Window) -> None:
    page = window.page("black")
    assert isinstance(page, Plain)
    page.colour = "white"
    page.update()
    assert middle(picture_shown(window)) == 0
    assert middle(picture_of(window)) == 255
    page.repaint()
    assert middle(picture_shown(window)) == 255


def test_a_picture_stays_as_it_was_taken(window: Window) -> None:
    taken = picture_shown(window)
    page = window.page("black")
    assert isinstance(page, Plain)
    page.colour = "white"
    page.repaint()
    assert middle(taken) == 0


def test_where_no_picture_is_kept_one_is_painted(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mindful.ui.fade.KEEPING", set())
    assert picture_shown(window).size() == window.size() * window.devicePixelRatioF()
    assert middle(picture_shown(window)) == 0
