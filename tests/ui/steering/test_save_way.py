"""From Home to a file on the disk, through the real window and the real process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.pages.checkin import CheckInPage
from mindful.ui.pages.home import Home
from mindful.ui.pages.saving import SavePage

pytestmark = pytest.mark.window


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(
        welcomed=True,
        read_safety=True,
        asked_name=True,
        speak=False,
        reduced_motion=True,
        bell="wood-block",
        exercise="timer",
    )
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    yield app
    app.close()
    parts.close()


def home(app: App) -> Home:
    return cast("Home", app.window.page("sit"))


def parts_of(app: App) -> Parts:
    assert app._parts is not None
    return app._parts


def saving(app: App) -> SavePage:
    return cast("SavePage", app.window.page("saving"))


def choose_place(app: App, file: Path) -> None:
    saving(app).save.click()
    dialog = app.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    QApplication.processEvents()  # what follows waits until the dialog is done


def test_a_sit_is_saved_while_the_person_looks_elsewhere(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    app.steering.chosen.set_minutes(1)
    home(app).panel.save.click()
    assert app.window.current == "saving"
    choose_place(app, tmp_path / "sit.flac")
    app.steering.go("history")
    qtbot.waitUntil(lambda: home(app).panel.save.words == "Saved")
    assert (tmp_path / "sit.flac").read_bytes()[:4] == b"fLaC"
    assert (tmp_path / "sit.vtt").read_text().startswith("WEBVTT")
    app.steering.go("sit")
    home(app).panel.save.click()
    assert "sit.flac" in saving(app).progress._title.text()
    app.steering.go("sit")
    assert home(app).panel.save.words == "Save as audio"


def test_a_feeling_exercise_asks_first_and_the_sit_keeps_its_seed(app: App, qtbot: QtBot) -> None:
    app.steering.chosen.take("sit-with-it")
    seed = app.steering.chosen.seed
    home(app).panel.save.click()
    page = cast("CheckInPage", app.window.page("check-in"))
    assert app.window.current == "check-in"
    assert page.begin.words == "Next"
    page.skip.click()
    assert app.window.current == "saving"
    assert app.steering.chosen.seed == seed
    app.steering.go("sit")
    home(app).panel.check_in.click()  # skipped once, so that Begin alone would go straight on
    assert page.begin.words.startswith("Begin")


def test_closing_asks_once_while_it_saves_and_then_leaves_nothing(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    app.steering.chosen.set_minutes(60)
    home(app).panel.save.click()
    choose_place(app, tmp_path / "sit.flac")
    app.steering.go("sit")
    assert not app.window.close()
    assert app.window.current == "saving"
    assert saving(app).progress._notice.isVisible()
    assert app.window.close()
    app.steering.stop()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_keys_reach_it(app: App, qtbot: QtBot) -> None:
    home(app).panel.save.setFocus()
    QTest.keyClick(home(app).panel.save, Qt.Key.Key_Space)
    assert app.window.current == "saving"
    assert saving(app).save.hasFocus() or not app.window.isActiveWindow()


class Aside:
    """Stands for what plays."""

    def __init__(self) -> None:
        self.did: list[str] = []

    def play(self, _make: object) -> None:
        self.did.append("play")

    def hush(self) -> None:
        self.did.append("hush")


def test_a_preview_falls_silent_when_the_person_goes_on(app: App) -> None:
    aside = Aside()
    parts_of(app).aside = aside  # type: ignore[assignment]  # stands for it
    home(app).bell_chosen.emit("gong")
    assert aside.did == ["play"]
    home(app).begin.emit()
    assert aside.did == ["play", "hush"]
