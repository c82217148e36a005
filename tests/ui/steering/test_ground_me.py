"""Ground me from anywhere: in the same turn of events, whatever is broken, and back again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.exercises.answers import Answers
from mindful.log.records import Sit
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.look import Look
from mindful.ui.pages.grounding import GroundingPage, Step
from mindful.ui.steering.grounding import instructions
from scripts.lib.tour import STOPS, Stop, stops_of
from scripts.lib.tour_guide import Guide

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("quick_keys")]

FIRST = instructions()[0].text
PASSPHRASE = "a quiet place"


def page_of(app: App) -> GroundingPage:
    page = app.window.page("grounding")
    assert isinstance(page, GroundingPage)
    return page


def press_keys(app: App) -> None:
    """Ctrl+G goes to what has the keyboard: what is open over the window, or the window."""
    over = QApplication.activePopupWidget()
    target = over or QApplication.focusWidget() or app.window
    QTest.keyClick(target, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def press_button(app: App) -> None:
    QTest.mouseClick(app.window.ground, Qt.MouseButton.LeftButton)


PRESSES = (press_keys, press_button)


def assert_grounded(app: App) -> None:
    """In the turn of the press: no event has been waited for."""
    page = page_of(app)
    assert app.window.current == "grounding"
    assert not app.window.fading
    assert page.isVisible()
    assert page.step is Step.INSTRUCTIONS
    assert " ".join(page.words.lines) == FIRST
    assert page.words._shade > 0  # nothing that is only about to be seen


def leave(app: App) -> None:
    QTest.keyClick(page_of(app), Qt.Key.Key_Escape)


@pytest.fixture
def short_fades(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages fade, so that it is seen that Ground me does not; nobody waits for it."""
    monkeypatch.setattr(Look, "duration", lambda *_: 20)


@pytest.mark.usefixtures("short_fades")
@pytest.mark.parametrize("filled", [False, True])
def test_from_every_page_by_key_or_by_press(qapp: QApplication, filled: bool) -> None:
    ground_on_the_tour(qapp, filled, each=len(PRESSES))


@pytest.mark.long
@pytest.mark.usefixtures("short_fades")
@pytest.mark.parametrize("filled", [False, True])
def test_from_every_page_by_key_and_by_press(qapp: QApplication, filled: bool) -> None:
    ground_on_the_tour(qapp, filled, each=1)


def ground_on_the_tour(qapp: QApplication, filled: bool, each: int) -> None:
    """From every page, by every `each`-th way in turn."""
    guide = Guide(qapp, filled=filled, voice="test:plain", speak=False)
    guide.open()
    app = guide.app
    app.window.activateWindow()
    guide.until(app.window.isActiveWindow)
    stops: tuple[Stop, ...] = tuple(stop for stop in STOPS if stop.filled is filled)
    for number, stop in enumerate(stops_of(guide, stops)):
        here = app.window.current
        for press in PRESSES[number % each :: each]:
            if app.window.current != "grounding":
                press(app)
            assert app.window.current == "grounding", stop.name
            if here != "grounding":
                assert_grounded(app)
                leave(app)
                assert app.window.current == here, stop.name
    guide.close()


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    made.remember(welcomed=True, read_safety=True, reduced_motion=True, voice="test:plain")
    yield made
    made.close()


@pytest.fixture
def opened(parts: Parts, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], App]]:
    app = App(qapp, parts.paths, parts)

    def start() -> App:
        app.open()
        qtbot.waitUntil(lambda: app._steering is not None and app.window.current != "")
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return app

    yield start
    app.close()


def test_the_words_stand_there_before_the_voice_is_asked(
    parts: Parts, opened: Callable[[], App], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened()
    qtbot.waitUntil(lambda: app.steering.chosen.voice is not None)
    asked: list[bool] = []

    def play(_make: object) -> None:
        asked.append(page_of(app).isVisible() and page_of(app).words.text == FIRST)

    monkeypatch.setattr(parts.aside, "play", play)
    press_keys(app)
    assert_grounded(app)
    assert asked == []
    qtbot.waitUntil(lambda: asked == [True])


def test_left_at_once_it_says_nothing_afterwards(
    parts: Parts, opened: Callable[[], App], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened()
    qtbot.waitUntil(lambda: app.steering.chosen.voice is not None)
    asked: list[object] = []
    monkeypatch.setattr(parts.aside, "play", asked.append)
    press_keys(app)
    leave(app)
    QTest.qWait(0)
    assert asked == []


def test_while_locked(parts: Parts, opened: Callable[[], App], qtbot: QtBot) -> None:
    parts.desk.set_passphrase(PASSPHRASE).result()
    app = opened()
    app.window.lock_wished.emit()
    qtbot.waitUntil(lambda: app.window.current == "locked")
    for press in (press_keys, press_button):
        press(app)
        assert_grounded(app)
        leave(app)
        assert app.window.current == "locked"


def test_with_a_broken_log(parts: Parts, opened: Callable[[], App], qtbot: QtBot) -> None:
    parts.paths.log.parent.mkdir(parents=True, exist_ok=True)
    parts.paths.log.write_bytes(b"SQLite format 3\x00" + b"\x7f" * 9000)
    app = opened()
    press_keys(app)
    assert_grounded(app)
    page = page_of(app)
    page.done.click()
    page.answered.emit("worse")
    assert app.window.current == "help"


def test_without_a_device_or_a_voice(
    parts: Parts,
    opened: Callable[[], App],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nothing")
    (tmp_path / "asound.conf").write_text("pcm.!default { type hw card 31 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    app = opened()
    qtbot.waitUntil(lambda: app.steering.chosen.voice is not None)
    for voice in (app.steering.chosen.voice, None):
        app.steering.chosen.voice = voice
        press_keys(app)
        assert_grounded(app)
        QTest.keyClick(page_of(app), Qt.Key.Key_Space)
        assert page_of(app).words.text == instructions()[1].text
        leave(app)


def test_in_mid_sit_it_is_counted_and_worse_opens_help(
    parts: Parts, opened: Callable[[], App], qtbot: QtBot
) -> None:
    app = opened()
    qtbot.waitUntil(lambda: app.steering.chosen.voice is not None)
    app.steering.chosen.take("breath")
    app.steering.begin_with(Answers(), None)
    qtbot.waitUntil(lambda: app.window.current == "sitting")
    for press in (press_keys, press_button):
        press(app)
        assert_grounded(app)
        QTest.keyClick(page_of(app), Qt.Key.Key_Escape)
        assert app.window.current == "sitting"
    press_keys(app)
    page = page_of(app)
    page.done.click()
    worse = page.choices[Step.ASKING].buttons[2]
    QTest.mouseClick(worse, Qt.MouseButton.LeftButton)
    assert app.window.current == "help"
    app.steering.stop_sit()
    kept: Sit | None = parts.desk.submit(lambda log: log.history.last()).result(60)
    assert kept is not None
    assert kept.groundings == 3
