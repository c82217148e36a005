from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mindful.ui.pages.roving import Roving

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.window


class Sheet(QWidget):
    """Two groups of two in one line."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        self.words = [QPushButton(word) for word in "abcd"]
        for word in self.words:
            row.addWidget(word)
        self.roving = Roving(self)
        self.roving.set_groups(self.words[:2], self.words[2:])


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    made = Sheet()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_each_group_is_one_stop_for_tab(sheet: Sheet) -> None:
    first, second, third, _ = sheet.words
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert second.focusPolicy() is Qt.FocusPolicy.ClickFocus


def test_the_stop_is_where_the_group_was_left(sheet: Sheet) -> None:
    first, second, third, _ = sheet.words
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert third.hasFocus()
    QTest.keyClick(third, Qt.Key.Key_Backtab)
    assert second.hasFocus()
    assert sheet.roving.stop(0) is second


def test_arrows_go_on_into_the_next_group_and_end_at_the_edge(sheet: Sheet) -> None:
    last = sheet.words[-1]
    sheet.words[1].setFocus()
    QTest.keyClick(sheet.words[1], Qt.Key.Key_Right)
    assert sheet.words[2].hasFocus()
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Right)
    assert last.hasFocus()
