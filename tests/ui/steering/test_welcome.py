from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.log.log import Log
from mindful.log.records import Ended, NewSit
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.pages.home import Home

pytestmark = pytest.mark.window

NOW = datetime(2026, 3, 12, 19, 22).astimezone()


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """With one sit in January."""
    paths = find_paths(tmp_path / "data")
    made = Parts(paths, now=lambda: NOW)
    made.change_settings(voice="test:plain", welcomed=True, bell="none")
    log = Log(paths.log, lambda: NOW - timedelta(days=50))
    new = NewSit(exercise="breath", title="Breath", language="en", app_version="1", minutes=5)
    log.sits.finish(log.sits.begin(new).id, Ended.FINISHED, 300)
    log.close()
    yield made
    made.close()


def last_said(qapp: QApplication, qtbot: QtBot, parts: Parts) -> str:
    """Open the window, and read what is said of the last sit, twice."""
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    home = app.window.page("sit")
    assert isinstance(home, Home)
    said = home.head.last
    qtbot.waitUntil(lambda: bool(said.text()))
    first = said.text()
    app.steering.go("history")
    app.steering.go("sit")
    parts.desk.submit(lambda _: None).result(60)
    qtbot.waitUntil(lambda: home.panel.brief.text().startswith(first))
    app.close()
    return first


def test_whoever_comes_back_is_welcomed_once(
    qapp: QApplication, qtbot: QtBot, parts: Parts
) -> None:
    assert last_said(qapp, qtbot, parts) == "Last sat in January. Good to see you."
    assert last_said(qapp, qtbot, parts) == "Last sat in January."


def test_the_end_of_the_sit_moves_on_with_the_clock(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    now = [NOW]
    parts = Parts(find_paths(tmp_path / "other"), now=lambda: now[0])
    parts.change_settings(voice="test:plain", welcomed=True, bell="none", exercise="breath")
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    home = app.window.page("sit")
    assert isinstance(home, Home)
    before = home.panel.length.rule.accessibleName()

    now[0] += timedelta(minutes=5)
    app.steering.stations.home.length.clock.timeout.emit()

    assert home.panel.length.rule.accessibleName() != before
    app.close()
    parts.close()
