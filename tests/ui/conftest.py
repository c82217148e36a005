"""A look for every window test: light, at the design's size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from mindful.ui.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, theme="light")


@pytest.fixture
def dark_look(qapp: QApplication) -> Look:
    return Look(qapp, theme="dark")
