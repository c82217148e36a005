"""Every touch of any window counts, wherever it goes; events between widgets are none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.idle import IdleWatch

pytestmark = pytest.mark.window


class Room:
    """A window with a field, watched, and a clock of our own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.seconds, self.limit = 0.0, 60.0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        self.idle = IdleWatch(lambda: self.seconds, lambda: self.limit, self.window)
        self.told = 0
        self.idle.away.connect(self._tell)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.idle.look()

    def _tell(self) -> None:
        self.told += 1


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_pointer_and_keys_count(room: Room) -> None:
    handle = room.window.windowHandle()
    room.seconds = 50
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert room.idle.quiet == 0
    room.seconds = 90
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert room.idle.quiet == 0
    assert room.told == 0


def test_a_window_that_opened_since_is_seen_too(room: Room, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    room.idle.look()
    room.seconds = 50
    QTest.mouseClick(other.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert room.idle.quiet == 0


def test_what_an_input_method_writes_counts(room: Room, qtbot: QtBot) -> None:
    room.window.activateWindow()
    room.field.setFocus()
    qtbot.waitUntil(room.field.hasFocus)
    room.seconds = 50
    written = QInputMethodEvent("", [])
    written.setCommitString("雨")
    QCoreApplication.sendEvent(room.field, written)
    assert room.field.text() == "雨"
    assert room.idle.quiet == 0


def test_what_the_program_does_itself_is_no_touch(room: Room) -> None:
    room.seconds = 50
    room.field.setText("rain")
    QCoreApplication.sendEvent(room.field, QEvent(QEvent.Type.Show))
    room.window.resize(300, 200)
    assert room.idle.quiet == 50


def test_away_is_sent_once_and_before_the_touch_that_ends_it(room: Room) -> None:
    room.seconds = 61
    room.idle.look()
    room.idle.look()
    assert room.told == 1
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_A)
    room.seconds = 200
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_A)
    assert room.told == 2
    room.limit = 0
    room.seconds = 900
    room.idle.look()
    assert room.told == 2
