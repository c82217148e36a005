"""The diagnostics page: opened from Settings, filled, copied, left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.measures import Measures
from mindful.ui.pages.diagnostics import Diagnostics
from mindful.ui.pages.settings import Settings
from tests.test_diagnosis import MEASURE

pytestmark = [pytest.mark.window, pytest.mark.sound]


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path))
    parts.change_settings(welcomed=True)
    Measures(parts.paths.measures).add(MEASURE)
    app = App(qapp, parts.paths, parts)
    yield app
    app.close()
    parts.close()


def test_from_settings_and_back_and_all_of_it_can_be_copied(app: App, qtbot: QtBot) -> None:
    app.open()
    window = app.window
    qtbot.waitUntil(lambda: window.current == "sit")
    app.steering.go("settings")
    settings = cast("Settings", window.page("settings"))
    settings.safety.open_diagnostics.click()
    assert window.current == "diagnostics"
    page = cast("Diagnostics", window.page("diagnostics"))
    assert not page.copy.isEnabled()
    qtbot.waitUntil(page.copy.isEnabled)
    page.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Sound: PulseAudio" in text
    assert "10.0 minutes: 2 bells, at most +0.5 ms off" in text
    page.back.click()
    assert window.current == "settings"
