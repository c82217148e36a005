from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mindful.ui.turn import OnceATurn

pytestmark = pytest.mark.window


def test_many_moves_in_a_turn_are_two_works_and_the_last_counts(qtbot: QtBot) -> None:
    parent, worked = QObject(), []
    wanted = 0
    turn = OnceATurn(lambda: worked.append(wanted), parent)
    for wanted in range(1, 6):  # noqa: B007 - the work reads it
        turn.ask()
    assert worked == [1]
    qtbot.waitUntil(lambda: worked == [1, 5])
    qtbot.waitUntil(lambda: not turn._turn.isActive())
    turn.ask()
    assert worked == [1, 5, 5]


def test_one_move_is_one_work(qtbot: QtBot) -> None:
    parent, worked = QObject(), []
    turn = OnceATurn(lambda: worked.append(1), parent)
    turn.ask()
    qtbot.waitUntil(lambda: not turn._turn.isActive())
    assert worked == [1]
