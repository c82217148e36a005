from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.controls import Label
from mindful.ui.look import Look
from mindful.ui.pages.saving import SavePage
from mindful.ui.save_models import SaveStage, SaveView

pytestmark = pytest.mark.window

READY = SaveView(
    what="Sit With the Feeling, 12 minutes",
    sounds="Heard in it: Spoken guidance, Low bowl, Soft rain.",
    kinds=((".mp3", "MP3"), (".flac", "FLAC")),
    kind=".mp3",
    private="It says the feelings and places you chose.",
)
SAVING = replace(
    READY, stage=SaveStage.SAVING, file="sit.mp3", share=0.4, left="About 2 minutes left."
)
SAVED = replace(SAVING, stage=SaveStage.SAVED, share=1.0)
FAILED = replace(READY, stage=SaveStage.FAILED, ended="The disk is full. Choose another place.")


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> SavePage:
    page = SavePage(look)
    qtbot.addWidget(page)
    page.resize(972, 780)
    page.show_view(READY)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def shown_words(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_it_asks_what_the_file_is_to_be(page: SavePage, qtbot: QtBot) -> None:
    assert READY.sounds in shown_words(page)
    assert READY.private in shown_words(page)
    with qtbot.waitSignal(page.kind_chosen) as caught:
        QTest.keyClick(page.kind, Qt.Key.Key_Down)
    assert caught.args == [".flac"]
    with qtbot.waitSignal(page.captions_toggled) as caught:
        page.captions.click()
    assert caught.args == [False]
    with qtbot.waitSignal(page.save_wanted):
        page.save.click()


def test_it_tells_how_far_it_is_and_can_be_cancelled(page: SavePage, qtbot: QtBot) -> None:
    page.show_view(SAVING)
    assert not page.save.isVisible()
    assert "Saving sit.mp3" in shown_words(page)
    assert "About 2 minutes left." in shown_words(page)
    assert page.progress._bar.value() == 400
    assert page.progress.cancel.hasFocus()
    with qtbot.waitSignal(page.cancel_wanted):
        page.progress.cancel.click()


def test_it_tells_where_the_file_lies(page: SavePage, qtbot: QtBot) -> None:
    page.show_view(SAVING)
    page.show_view(SAVED)
    assert "Saved: sit.mp3" in shown_words(page)
    assert not page.progress._bar.isVisible()
    with qtbot.waitSignal(page.folder_wanted):
        QTest.keyClick(page.progress.show_folder, Qt.Key.Key_Space)


def test_what_went_wrong_is_said_and_another_place_can_be_chosen(page: SavePage) -> None:
    page.show_view(SAVING)
    page.show_view(FAILED)
    assert FAILED.ended in shown_words(page)
    assert page.save.isVisible()


def test_escape_leaves(page: SavePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.save, Qt.Key.Key_Escape)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("view", [READY, SAVING, SAVED, FAILED])
def test_no_words_are_cut_on_a_narrow_page(
    page: SavePage, look: Look, qtbot: QtBot, scale: float, view: SaveView
) -> None:
    page.set_compact(compact=True)
    look.set_scale(scale)
    page.resize(420, 780)
    page.show_view(view)
    labels = [label for label in page.findChildren(Label) if label.isVisible()]

    def whole() -> bool:
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    qtbot.waitUntil(whole)
    assert all(label.width() <= 420 for label in labels)
