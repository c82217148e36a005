"""Settings' test of the sound: bell and voice at their levels, or why nothing can be heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.audio.clip import Samples
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.pages.settings import Settings

pytestmark = [pytest.mark.window, pytest.mark.sound]


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(welcomed=True, bell="wood-block", speak=False)
    app = App(qapp, parts.paths, parts)
    yield app
    app.close()
    parts.close()


def settings(app: App, qtbot: QtBot) -> Settings:
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    app.steering.go("settings")
    return cast("Settings", app.window.page("settings"))


def test_the_bell_is_struck_at_its_level(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = settings(app, qtbot)
    played: list[Samples] = []

    def play(make: Callable[[], Samples]) -> None:
        played.append(make())

    parts = app._parts
    assert parts is not None
    monkeypatch.setattr(parts.aside, "play", play)
    page.sounds.bell.setValue(7)
    page.sounds.test.click()
    page.sounds.bell.setValue(4)
    page.sounds.test.click()
    usual, quiet = (float(np.abs(samples).max()) for samples in played)
    assert usual == pytest.approx(quiet * 10 ** (12 / 20), rel=0.05)


def test_without_a_device_it_says_so(
    app: App, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = settings(app, qtbot)
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nothing")
    (tmp_path / "asound.conf").write_text("pcm.!default { type hw card 31 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    page.sounds.test.click()
    qtbot.waitUntil(page.sounds.notice.isVisible)
    assert "No sound device could be opened" in page.sounds.notice.accessibleName()
