"""The keyboard on every page a person meets first: where it begins, and that Tab is no trap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.exercises.answers import answers_from
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.controls.row import RowButton
from mindful.ui.pages.history import HistoryPage
from mindful.ui.tab_order import tab_stops
from tests.log.aids import a_sit

pytestmark = pytest.mark.window

FIRST = {
    "sit": "Next",
    "settings": "Voice",
    "help": "Back",
    "timer": "Back",
    "check-in": "anxious, unpleasant, more energy",
    "after": "How strong is it now?",
    "exercise-errors": "Back",
    "first-run": "Begin",
}
"""Which widget has the focus first on each page, in a wide window."""

MOST = 80
"""Presses of Tab after which a page is a trap."""


@pytest.fixture(params=[False, True], ids=["wide", "compact"])
def app(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(
        voice="test:plain",
        bell="none",
        exercise="sit-with-it",
        reduced_motion=True,
        read_safety=True,
        asked_name=True,
        asked_phrases=True,
    )
    app = App(qapp, parts.paths, parts)
    app.window.resize(420 if request.param else 1180, 780)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "first-run")
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    yield app
    app.close()
    parts.close()


def ways(app: App, parts: Parts) -> dict[str, Callable[[], object]]:
    """How each page is come to."""
    steering = app.steering

    def after() -> None:
        answers = answers_from(parts.vocabulary, feelings=("anxious",), places=("chest",))
        choice = steering.chosen.choice(answers, 6)
        began = datetime(2026, 3, 12, 19, 22).astimezone()
        steering.stations.after.show(choice, None, began, Ended.FINISHED, 1200.0)
        app.window.show_page("after")

    def timer() -> None:
        steering.chosen.take("timer")
        steering._extra_way.ask()

    return {
        "first-run": lambda: None,
        "sit": lambda: steering.go("sit"),
        "settings": lambda: steering.go("settings"),
        "help": lambda: steering.go("help"),
        "exercise-errors": lambda: steering.go("exercise-errors"),
        "check-in": steering.next_from_home,
        "after": after,
        "timer": timer,
    }


def test_every_page_begins_at_its_place_and_tab_goes_round(app: App) -> None:
    window, ground = app.window, app.window.ground
    for page, come in ways(app, app.steering._parts).items():
        come()
        assert window.current == page
        first = window.focusWidget()
        assert first is not None
        if not window.compact:
            assert first.accessibleName() == FIRST[page]

        seen = walked(window, first)

        assert len(seen) == len(set(seen)), page
        assert set(seen) == {stop for stop in tab_stops(window) if stop.isVisible()}, page
        assert all(stop.accessibleName() for stop in seen), page
        last = seen.index(ground)
        after = seen[(last + 1) % len(seen)]
        assert after is next(stop for stop in reading(app) if stop is not ground), page


def walked(window: QWidget, first: QWidget) -> list[QWidget]:
    """What has the focus, one press of Tab after the other, until it is back."""
    seen = [first]
    for _ in range(MOST):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        if focused is first:
            return seen
        seen.append(focused)
    pytest.fail("Tab never comes back")


def reading(app: App) -> list[QWidget]:
    """The stops from the top of the window: what stands beside the page, then the page."""
    window = app.window
    page = window.page(window.current)
    return [*tab_stops(window._rail), *tab_stops(window._top), *tab_stops(page)]


@pytest.mark.parametrize("pressed", ["key", "mouse"])
def test_the_keyboard_goes_along_to_each_place_and_stays_there(
    app: App, qtbot: QtBot, pressed: str
) -> None:
    window, desk = app.window, app.steering._parts.desk
    sit = desk.submit(lambda log: log.sits.begin(a_sit()).id).result(60)
    desk.submit(lambda log: log.sits.finish(sit, Ended.FINISHED, 300.0)).result(60)
    app.steering.go("sit")
    rows = {row.accessibleName(): row for row in window.findChildren(RowButton) if row.isVisible()}
    for key, words in (
        (Qt.Key.Key_2, "History"),
        (Qt.Key.Key_3, "Journal"),
        (Qt.Key.Key_4, "Settings"),
    ):
        if pressed == "key":
            QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.mouseClick(rows[words], Qt.MouseButton.LeftButton)
        page = window.page(window.current)
        assert window.current == words.lower()
        if isinstance(page, HistoryPage):
            qtbot.waitUntil(page.list.hasFocus)
            assert page.list.currentIndex().row() == 0
        focus = window.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
        assert focus.isVisible()
