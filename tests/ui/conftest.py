"""For the window's tests: a look, and one walk through every page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.collecting import Collector
from mindful.ui.look import Look
from mindful.ui.steering.pages_ahead import PagesAhead
from scripts.lib import tour_guide
from scripts.lib.tour_guide import Guide
from scripts.lib.tour_log import fill
from tests.ui.longer_walk import LongerWalk, longer_walk
from tests.ui.longer_words import speak_longer
from tests.ui.walk import Walk, walk_over


@pytest.fixture(scope="session", autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:  # the application comes first
    """Widgets that tests let go end on this thread, as in the program."""
    collector = Collector()
    yield
    collector.end()


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Holds its widgets until it has closed them.

    By itself it has weak references: between a test's end and the closing the collector could
    take a widget that is still shown, and whose events would then meet an emptied object.
    """
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget: QWidget, **kinds: Any) -> None:  # Any: handed on as it came
        held.append(widget)
        add(widget, **kinds)

    monkeypatch.setattr(qtbot, "addWidget", add_and_hold)
    return qtbot


class NoPagesAhead(PagesAhead):
    """Makes none: every page is made when it is first shown."""

    def begin(self, after: int = 0) -> None:
        pass


@pytest.fixture(scope="session", autouse=True)
def pages_are_made_when_shown() -> Iterator[None]:
    """Else each test makes some of those that it does not need, now more of them and now less.

    `test_pages_ahead` makes them ahead; so do the windows of `tests/whole` and `tests/reader`.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mindful.ui.steering.main.PagesAhead", NoPagesAhead)
        yield


@pytest.fixture(scope="session", autouse=True)
def the_log_of_the_tour_is_written_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Half a year of sits; every tour begins with a copy."""
    written = tmp_path_factory.mktemp("tour") / "mindful.db"

    def copy(path: Path) -> None:
        if not written.exists():
            fill(written)
        path.parent.mkdir(parents=True)
        shutil.copyfile(written, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tour_guide, "fill", copy)
        yield


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


@pytest.fixture(scope="session")
def longer(qapp: QApplication) -> LongerWalk:
    """The same in a language that takes more room."""
    with pytest.MonkeyPatch.context() as patch:
        speak_longer(patch)
        return longer_walk(qapp)


@pytest.fixture
def guide(qapp: QApplication) -> Iterator[Guide]:
    """The real window over an empty log, with a voice that takes no time, where nothing moves."""
    guide = Guide(qapp, filled=False, voice="test:plain", reduced_motion=True)
    guide.open()
    yield guide
    guide.close()
