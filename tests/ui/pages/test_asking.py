from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.asking_models import Asked, Asking
from mindful.ui.look import Look
from mindful.ui.pages.asking import AskingPage

pytestmark = pytest.mark.window

BOTH = Asking("Words", (), "Go on", name="What name?", phrases="Which sentences?", hint="Once.")


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> AskingPage:
    made = AskingPage(look)
    qtbot.addWidget(made)
    made.set_compact(compact=False)
    made.show_view(BOTH)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_name_and_phrases_are_taken_as_written(page: AskingPage, qtbot: QtBot) -> None:
    page.take_focus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(page.name, "  Ada ")
    QTest.keyClicks(page.phrases.edit, "May I be kind.")
    QTest.keyClick(page.phrases.edit, Qt.Key.Key_Return)
    QTest.keyClick(page.phrases.edit, Qt.Key.Key_Return)
    QTest.keyClicks(page.phrases.edit, "Enough.")
    with qtbot.waitSignal(page.went_on) as caught:
        QTest.keyClick(page.phrases.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == [Asked("Ada", ("May I be kind.", "Enough."))]


def test_only_what_is_asked_can_be_written(page: AskingPage) -> None:
    page.show_view(Asking("Safety", ("One.", "Two."), "I understand"))
    assert not page.name.isVisible()
    assert not page.phrases.isVisible()
    assert not page.quiet.isVisible()
    page.take_focus(Qt.FocusReason.OtherFocusReason)
    assert page.go.hasFocus()


def test_a_second_way_may_stand_beside_the_first(page: AskingPage, qtbot: QtBot) -> None:
    page.show_view(Asking("Others", ("They hear.",), "Speak", "Captions only"))
    for compact in (True, False):
        page.set_compact(compact=compact)
        qtbot.waitUntil(page.quiet.isVisible)
        assert page.quiet.width() >= page.quiet.sizeHint().width()
        with qtbot.waitSignal(page.other):
            page.quiet.click()


def test_what_was_refused_stays_to_be_mended(page: AskingPage) -> None:
    page.name.setText("Ada")
    page.refuse("Too long.")
    assert page.refusal.isVisible()
    assert page.name.text() == "Ada"
    page.show_view(BOTH)
    assert not page.refusal.isVisible()
    assert page.name.text() == ""


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_a_narrow_page(
    page: AskingPage, look: Look, qtbot: QtBot, scale: float
) -> None:
    page.show_view(
        Asking("Words of your own", ("Some words.",), "I understand", "Captions only", "Name?")
    )
    page.set_compact(compact=True)
    look.set_scale(scale)

    def narrow() -> bool:
        # A window of its own is held to its least width until the layout has followed.
        page.resize(420, 700)
        return page.width() == 420

    qtbot.waitUntil(narrow)
    for part in (page._card, page.name, page.quiet, page.go):
        assert part.mapTo(page, part.rect().topRight()).x() <= 420
        assert part.width() >= part.minimumSizeHint().width()


def test_escape_goes_back(page: AskingPage, qtbot: QtBot) -> None:
    page.take_focus(Qt.FocusReason.OtherFocusReason)
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page.name, Qt.Key.Key_Escape)


def test_the_way_on_stays_at_the_right_however_often_the_page_is_laid_out(
    page: AskingPage, qtbot: QtBot
) -> None:
    page.show_view(Asking("Others", ("They hear.",), "Speak", "Captions only"))
    for _time in range(3):
        page.set_compact(compact=False)
        qtbot.waitUntil(lambda: page.quiet.x() > 0)
        qtbot.waitUntil(lambda: page.quiet.geometry().right() < page.go.x())
