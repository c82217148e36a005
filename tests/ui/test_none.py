"""PySide6 6.12.0 loses a reference to `None` on every call that returns nothing: never again."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.window


def test_calls_that_return_nothing_keep_their_reference_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(5_000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 500
