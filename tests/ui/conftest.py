"""For the window's tests: a look, and one walk through every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mindful.ui.collecting import Collector
from mindful.ui.look import Look
from tests.ui.walk import Walk, walk_over


@pytest.fixture(scope="session", autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:  # the application comes first
    """Widgets that tests let go end on this thread, as in the program."""
    collector = Collector()
    yield
    collector.end()


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
