"""A page is seen before the log is asked what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.parts import Parts
from mindful.paths import find_paths

pytestmark = pytest.mark.window


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(voice="test:plain", welcomed=True, bell="none")
    made = App(qapp, parts.paths, parts)
    made.open()
    qtbot.waitUntil(lambda: made._steering is not None)
    qtbot.waitUntil(lambda: made.steering.chosen.voice is not None)
    yield made
    made.close()
    parts.close()


class Paints(QObject):
    """Notes that a widget is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._told.append("painted")
        return False


@pytest.mark.parametrize("name", ["history", "journal", "settings", "sit"])
def test_the_log_is_asked_when_the_page_is_seen(
    app: App, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    app.steering.go("help")
    stations = app.steering.stations
    steering = stations.home if name == "sit" else getattr(stations, name)
    told: list[str] = []
    paints = Paints(told)
    app.window.page(name).installEventFilter(paints)
    monkeypatch.setattr(type(steering), "refresh", lambda _self: told.append("asked"))
    app.steering.go(name)
    assert told[0] == "painted"
    assert told[-1] == "asked"


def test_settings_are_seen_as_they_are_set(app: App) -> None:
    app.steering.go("settings")
    app.steering.go("help")
    app._parts.remember(single_keys=False)  # type: ignore[union-attr]  # made with parts
    seen: list[bool] = []
    show_page = app.window.show_page
    page = app.window.page("settings")

    def show(name: str) -> None:
        seen.append(page.appearance.keys.isChecked())  # type: ignore[attr-defined]  # it is Settings
        show_page(name)

    app.window.show_page = show  # type: ignore[method-assign, assignment]  # looked through
    app.steering.go("settings")
    assert seen == [False]
