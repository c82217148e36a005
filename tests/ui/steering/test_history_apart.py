"""What History decides for other pages, and what it still does when the app ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.exercises.answers import answers_from
from mindful.log.log import Log
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.settings import load_settings
from mindful.ui.pages.after import AfterPage
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.home import Home
from mindful.ui.pages.settings import Settings
from tests.log.aids import a_sit

pytestmark = pytest.mark.window

NOW = datetime(2026, 3, 12, 19, 22).astimezone()


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    """With one sit, of today."""
    made = Parts(find_paths(tmp_path / "data"), now=lambda: NOW)
    made.change_settings(voice="test:plain", welcomed=True, bell="none", reduced_motion=True)
    with closing(Log(made.paths.log, lambda: NOW)) as log:
        log.sits.finish(log.sits.begin(a_sit()).id, Ended.FINISHED, 300)
    yield made
    made.close()


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, parts: Parts) -> Iterator[App]:
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    yield app
    app.close()


def test_what_was_deleted_is_erased_when_the_app_ends(app: App, parts: Parts, qtbot: QtBot) -> None:
    app.steering.go("history")
    page = app.window.page("history")
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.deleted.emit((0,))
    qtbot.waitUntil(page.sits.undo.isVisible)

    app.steering.stop()

    parts.desk.submit(lambda _log: None).result(60)
    with closing(Log(parts.paths.log, lambda: NOW)) as log:
        assert log.history.find() == ()
        assert log.deletions.erase_left_behind() == 0
        assert log.statistics.holds() == (0, 0)
        (row,) = log._store.rows("SELECT exercise, title, note FROM sits")
    assert set(row.values()) == {""}


def test_home_and_after_tell_no_number_where_these_are_hidden(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    home = app.window.page("sit")
    assert isinstance(home, Home)
    qtbot.waitUntil(lambda: "5 minutes" in home.head.last.text())
    parts.change_settings(hide_numbers=True)
    app.steering.go("settings")
    app.steering.go("sit")
    qtbot.waitUntil(lambda: home.head.last.text().startswith("Today you sat:"))
    assert not re.search(r"\d", home.head.last.text() + home.panel.brief.text())

    choice = app.steering.chosen.choice(answers_from(parts.vocabulary))
    app.steering.stations.after.show(choice, None, NOW, Ended.FINISHED, 1200.0)
    app.window.show_page("after")
    after = app.window.page("after")
    assert isinstance(after, AfterPage)
    told = " ".join(label.text() for label in after.findChildren(QLabel) if label.isVisible())
    assert "That was your sit" in told
    assert "minutes" not in told


def test_the_end_of_a_day_chosen_is_kept(app: App, parts: Parts) -> None:
    app.steering.go("settings")
    page = app.window.page("settings")
    assert isinstance(page, Settings)
    page.history.day_end_chosen.emit(2)
    page.history.numbers_toggled.emit(False)
    kept = load_settings(parts.paths.settings)
    assert kept.day_ends.hour == 2
    assert kept.hide_numbers
