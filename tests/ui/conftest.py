"""For the window's tests: a look, and one walk through every page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.collecting import Collector
from mindful.ui.look import Look
from scripts.lib.tour_guide import Guide
from tests.ui.walk import Walk, walk_over


@pytest.fixture(scope="session", autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:  # the application comes first
    """Widgets that tests let go end on this thread, as in the program."""
    collector = Collector()
    yield
    collector.end()


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Holds its widgets until it has closed them.

    By itself it has weak references: between a test's end and the closing the collector could
    take a widget that is still shown, and whose events would then meet an emptied object.
    """
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget: QWidget, **kinds: Any) -> None:  # Any: handed on as it came
        held.append(widget)
        add(widget, **kinds)

    monkeypatch.setattr(qtbot, "addWidget", add_and_hold)
    return qtbot


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, theme="light")


@pytest.fixture
def dark_look(qapp: QApplication) -> Look:
    return Look(qapp, theme="dark")


@pytest.fixture(scope="session")
def walk(qapp: QApplication) -> Walk:
    """Every page of the window once, over no log and over a filled one."""
    return walk_over(qapp, filled=False) + walk_over(qapp, filled=True)


@pytest.fixture
def guide(qapp: QApplication) -> Iterator[Guide]:
    """The real window over an empty log, with a voice that takes no time, where nothing moves."""
    guide = Guide(qapp, filled=False, voice="test:plain", reduced_motion=True)
    guide.open()
    yield guide
    guide.close()
