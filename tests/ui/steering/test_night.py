"""Sleep ends in the dark; what it was like is asked when somebody is there again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.log.records import Ended, NewSit
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.pages.after import AfterPage
from mindful.ui.pages.night import Night

pytestmark = pytest.mark.window


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    made.change_settings(welcomed=True, speak=False)
    yield made
    made.close()


def slept(parts: Parts) -> str:
    new = NewSit(exercise="sleep", title="Sleep", language="en", app_version="0", minutes=20)
    sit = parts.desk.submit(lambda log: log.sits.begin(new)).result(60)
    parts.desk.submit(lambda log: log.sits.finish(sit.id, Ended.FINISHED, 1200.0, [])).result(60)
    return sit.id


def opened(qapp: QApplication, qtbot: QtBot, parts: Parts) -> App:
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app._steering is not None)
    return app


def test_a_key_wakes_the_window(qapp: QApplication, qtbot: QtBot, parts: Parts) -> None:
    app = opened(qapp, qtbot, parts)
    try:
        parts.remember(check_out=slept(parts))
        app.window.show_page("night")
        night = app.window.page("night")
        assert isinstance(night, Night)
        QTest.keyClick(night, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: app.window.current == "after")
        assert parts.settings.check_out == ""
    finally:
        app.close()


def test_the_next_opening_asks_about_it_once(
    qapp: QApplication, qtbot: QtBot, parts: Parts
) -> None:
    parts.remember(check_out=slept(parts))
    app = opened(qapp, qtbot, parts)
    try:
        qtbot.waitUntil(lambda: app.window.current == "after")
        assert isinstance(app.window.page("after"), AfterPage)
        assert parts.settings.check_out == ""
    finally:
        app.close()
