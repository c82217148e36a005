"""Where no voice is found: Home says so, Settings shows what helps, and looking again finds one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.ui.controls.scroll import Scroll
from mindful.ui.pages.home import Home
from mindful.ui.pages.settings import Settings
from mindful.ui.steering.voice_setup import can_speak, looked_words
from mindful.voice import kokoro_engine, pyttsx3_engine
from mindful.voice.protocol import VoiceInfo

pytestmark = pytest.mark.window


def voice(engine: str, why: str = "", rank: int = 20) -> VoiceInfo:
    return VoiceInfo(
        id=f"{engine}:one",
        engine=engine,
        name="One",
        language="en-US",
        licence="MIT",
        available=not why,
        why=why,
        rank=rank,
    )


@pytest.fixture
def mute(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A computer without the voices' packages."""
    monkeypatch.setattr(kokoro_engine, "missing_packages", lambda: ("kokoro",))
    missing = (voice("pyttsx3", "pyttsx3-missing"),)
    monkeypatch.setattr(pyttsx3_engine, "_espeak_here", lambda: missing)
    return monkeypatch


@pytest.fixture
def app(qapp: QApplication, qtbot: QtBot, tmp_path: Path, mute: object) -> Iterator[App]:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.change_settings(welcomed=True, bell="none", exercise="breath", theme="light")
    app = App(qapp, parts.paths, parts)
    app.window.resize(1180, 780)
    app.open()
    qtbot.waitUntil(lambda: app.window.current == "sit")
    qtbot.waitUntil(home(app).panel.notice.isVisible)
    yield app
    app.close()
    parts.close()


def home(app: App) -> Home:
    page = app.window.page("sit")
    assert isinstance(page, Home)
    return page


def settings(app: App) -> Settings:
    page = app.window.page("settings")
    assert isinstance(page, Settings)
    return page


def set_up(app: App, qtbot: QtBot) -> Settings:
    """Press "Set up a voice", and wait for the steps."""
    home(app).panel.notice.action.click()
    page = settings(app)
    qtbot.waitUntil(page.voice.setup.isVisible)
    return page


def test_home_begins_with_captions_and_leads_to_the_steps(app: App, qtbot: QtBot) -> None:
    assert home(app).panel.begin.words == "Begin with captions"
    assert not home(app).panel.sounds.toggle.isChecked()
    page = set_up(app, qtbot)

    assert app.window.current == "settings"
    assert not page.voice.voice.isVisible()
    assert app.window.focusWidget() is page.voice.setup.again
    page.voice.setup.copy.click()
    assert QGuiApplication.clipboard().text() == "scripts/run"


def test_the_notice_leaves_begin_in_sight_without_scrolling(app: App) -> None:
    scroll = home(app).panel.findChild(Scroll)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() == 0


def test_looking_again_finds_what_was_installed(
    app: App, qtbot: QtBot, mute: pytest.MonkeyPatch
) -> None:
    page = set_up(app, qtbot)
    page.voice.setup.again.click()
    assert page.voice.setup.looking
    qtbot.waitUntil(lambda: not page.voice.setup.looking)
    assert app.window.focusWidget() is page.voice.setup.again
    assert page.voice.setup.isVisible()

    mute.setattr(pyttsx3_engine, "_espeak_here", lambda: (voice("pyttsx3"),))
    page.voice.setup.again.click()
    qtbot.waitUntil(page.voice.voice.isVisible)

    assert page.voice.voice.choice == "pyttsx3:one"
    app.steering.go("sit")
    assert not home(app).panel.notice.isVisible()
    assert home(app).panel.begin.words.startswith("Begin 10")


def test_whoever_stays_with_captions_is_told_no_more(app: App, qtbot: QtBot) -> None:
    page = set_up(app, qtbot)
    page.voice.setup.captions.click()

    assert not page.voice.setup.isVisible()
    assert not page.voice.speak.isChecked()
    app.steering.go("sit")
    assert not home(app).panel.notice.isVisible()

    app.steering.go("settings")
    page.voice.speak.click()
    qtbot.waitUntil(page.voice.setup.isVisible)


def test_a_stand_in_is_no_voice() -> None:
    assert not can_speak((voice("test", rank=0), voice("kokoro", "natural-missing")))
    assert can_speak((voice("pyttsx3"),))


def test_what_was_looked_for_is_said_with_what_it_needs() -> None:
    words = looked_words((voice("kokoro", "natural-missing"), voice("test", rank=0)))
    assert "the natural voice (needs" in words
    assert "test" not in words
