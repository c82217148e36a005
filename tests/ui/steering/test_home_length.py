"""A length is followed at once, and written down once, when it has stood for a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful import sound_parts
from mindful.app import App
from mindful.exercises.timeline import RATE
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.settings import Settings, load_settings, save_settings
from mindful.ui.pages.home import Home

pytestmark = pytest.mark.window


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    made.change_settings(voice="test:plain", welcomed=True, bell="none", minutes={"breath": 10})
    yield made
    made.close()


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, parts: Parts) -> Iterator[App]:
    made = App(qapp, parts.paths, parts)
    made.open()
    qtbot.waitUntil(lambda: made._steering is not None)
    qtbot.waitUntil(lambda: made.steering.chosen.voice is not None)
    standing = made.steering.stations.home.length._standing
    standing.setInterval(600_000)  # no drag here is so slow; `stand` ends the wait
    yield made
    made.close()


def stand(app: App) -> None:
    """The length has stood for a while."""
    standing = app.steering.stations.home.length._standing
    assert standing.isActive()
    standing.timeout.emit()


@pytest.fixture
def written(app: App, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, int]]:
    """The lengths, each time settings are written."""
    told: list[dict[str, int]] = []

    def save(path: Path, settings: Settings) -> None:
        told.append(settings.minutes)
        save_settings(path, settings)

    monkeypatch.setattr(sound_parts, "save_settings", save)
    return told


def home(app: App) -> Home:
    page = app.window.page("sit")
    assert isinstance(page, Home)
    return page


def drag(app: App, minutes: range) -> None:
    """By the handle, with the mouse, from minute to minute."""
    rule = home(app).panel.length.rule
    y = round(rule._track_y())
    left = Qt.MouseButton.LeftButton
    for place, minute in enumerate(minutes):
        at = QPoint(round(rule.scale.x(minute)), y)
        if not place:
            QTest.mousePress(rule, left, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseMove(rule, at)
    QTest.mouseRelease(rule, left, Qt.KeyboardModifier.NoModifier, at)


def test_a_drag_is_written_down_once(app: App, parts: Parts, written: list[dict[str, int]]) -> None:
    drag(app, range(12, 31))
    assert app.steering.chosen.minutes == 30
    assert written == []
    stand(app)
    assert written == [{"breath": 30}]
    assert load_settings(parts.paths.settings).minutes == {"breath": 30}


def test_the_first_lines_wait_for_the_end_of_a_drag(app: App, parts: Parts, qtbot: QtBot) -> None:
    asked: list[int] = []
    parts.prepare = lambda choice: asked.append(choice.minutes)  # type: ignore[method-assign]  # counted
    drag(app, range(12, 31))
    stand(app)
    qtbot.waitUntil(lambda: len(asked) > 0)
    assert asked == [30]


def test_all_that_tells_the_length_follows_a_drag(app: App, qtbot: QtBot) -> None:
    panel = home(app).panel
    drag(app, range(12, 31))
    assert panel.length.numeral.text() == "30"
    assert "30" in panel.begin.words
    wanted = app.steering.chosen.timeline()
    qtbot.waitUntil(lambda: panel.strip._timeline == wanted)


def test_a_length_is_kept_when_another_practice_is_chosen_at_once(app: App, parts: Parts) -> None:
    drag(app, range(12, 31))
    home(app).exercise_chosen.emit("body-scan")
    assert parts.settings.minutes["breath"] == 30
    home(app).exercise_chosen.emit("breath")
    assert app.steering.chosen.minutes == 30


def test_a_length_is_kept_when_the_window_closes_at_once(app: App, parts: Parts) -> None:
    drag(app, range(12, 31))
    app.steering.stop()
    assert load_settings(parts.paths.settings).minutes == {"breath": 30}


def test_the_same_choice_is_planned_once(app: App) -> None:
    chosen = app.steering.chosen
    first = chosen.timeline()
    assert chosen.timeline() is first
    chosen.set_minutes(25)
    assert chosen.timeline().frames == 25 * 60 * RATE
    chosen.set_minutes(10)
    assert chosen.timeline() is first, "a drag goes back and forth"
    chosen.renew()
    assert chosen.timeline() is not first
