"""What stands first in Home's list: favourites, and what was sat lately."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.assets import asset
from mindful.exercises.library import load_library
from mindful.log.log import Log
from mindful.log.records import Ended, NewSit
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.pages.home import Home
from mindful.ui.steering.practices import LATELY, NEAR, practice_groups

LIBRARY = load_library(asset("exercises", "en"))
ALL = {exercise.id for exercise in LIBRARY.exercises}


def test_favourites_come_first_then_what_was_sat_lately_each_once() -> None:
    groups = practice_groups(
        LIBRARY, favourites=("timer", "body-scan"), lately=("timer", "breath", "sleep")
    )
    near, *rest = groups
    assert near.id == NEAR
    assert [one.id for one in near.practices] == ["body-scan", "timer", "breath", "sleep"]
    assert [one.favourite for one in near.practices] == [True, True, False, False]
    placed = [one.id for group in groups for one in group.practices]
    assert len(placed) == len(set(placed))
    assert set(placed) == ALL
    assert all(rest_of.practices for rest_of in rest)


def test_there_is_no_such_group_before_there_is_something_for_it() -> None:
    groups = practice_groups(LIBRARY, favourites=("gone",), lately=("gone-too",))
    assert NEAR not in {group.id for group in groups}


def test_no_more_than_a_few_are_lately() -> None:
    lately = tuple(exercise.id for exercise in LIBRARY.exercises)
    near = practice_groups(LIBRARY, lately=lately)[0]
    assert [one.id for one in near.practices] == list(lately[:LATELY])


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    yield made
    made.close()


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, parts: Parts) -> Iterator[App]:
    parts.change_settings(voice="test:plain", welcomed=True, bell="none", exercise="breath")

    def keep(log: Log) -> None:
        for exercise in ("timer", "sleep"):
            new = NewSit(exercise=exercise, title=exercise, language="en", app_version="1")
            log.sits.finish(log.sits.begin(new).id, Ended.FINISHED, 60)

    parts.desk.submit(keep).result(60)
    app = App(qapp, parts.paths, parts)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    yield app
    app.close()


@pytest.mark.window
def test_the_star_keeps_a_practice_close_at_hand_and_lets_it_go(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    home = app.window.page("sit")
    assert isinstance(home, Home)
    qtbot.waitUntil(lambda: home.practices.shown[:2] == ("sleep", "timer"))
    star = home.panel.window_piece.star
    assert star.accessibleName() == "Keep Mindfulness of Breath close at hand"
    QTest.mouseClick(star, Qt.MouseButton.LeftButton)
    assert home.practices.shown[:3] == ("breath", "sleep", "timer")
    assert star.isChecked()
    assert parts.settings.favourites == ("breath",)
    QTest.keyClick(star, Qt.Key.Key_Space)
    assert home.practices.shown[:2] == ("sleep", "timer")
    assert not star.isChecked()
