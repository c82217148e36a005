"""Home has the first lines of what is chosen made, and only Home does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.exercises.answers import Answers
from mindful.exercises.estimate import sentences
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.ahead import LINES, first_lines
from mindful.sit.choice import Choice

pytestmark = pytest.mark.window


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    made.change_settings(voice="test:plain", welcomed=True, bell="none")
    yield made
    made.close()


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, parts: Parts) -> Iterator[App]:
    """A window on Home whose voice is known."""
    made = App(qapp, parts.paths, parts)
    made.open()
    qtbot.waitUntil(lambda: made._steering is not None)
    qtbot.waitUntil(lambda: made.steering.chosen.voice is not None)
    yield made
    made.close()


def clips(parts: Parts) -> int:
    return len(list(parts.paths.clips.glob("*.clip")))


def test_the_first_lines_of_what_is_chosen_are_made(app: App, parts: Parts, qtbot: QtBot) -> None:
    lines = first_lines(app.steering.chosen.choice(Answers()))
    assert len(lines) == LINES
    wanted = sum(len(sentences(line.text)) for line in lines)
    qtbot.waitUntil(lambda: clips(parts) == wanted)
    app.steering.stations.home._choose("kind-moment")
    qtbot.waitUntil(lambda: clips(parts) > wanted)


def test_nothing_is_made_while_home_is_not_shown(app: App, parts: Parts, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: clips(parts) > 0)
    app.steering.go("help")
    parts.soon(lambda: None).result(60)
    parts.ahead.close()
    before = clips(parts)
    asked: list[Choice] = []
    parts.prepare = lambda choice: asked.append(choice)  # type: ignore[method-assign]  # counted
    app.steering.stations.home._page.minutes_changed.emit(40)
    qtbot.waitUntil(lambda: parts.settings.minutes.get("breath") == 40)
    parts.soon(lambda: None).result(60)
    assert asked == []
    assert clips(parts) == before
    app.steering.go("sit")
    qtbot.waitUntil(lambda: len(asked) == 1)
