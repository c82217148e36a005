"""The lock in the real window: when it closes, what is gone then, and how it opens."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.exercises.answers import answers_from
from mindful.log.records import Ended
from mindful.log.sealed import is_plain, is_sealed
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.choice import Choice
from mindful.ui.controls.label import Label
from mindful.ui.pages.locked import LockedPage
from mindful.ui.pages.passphrase import PassphrasePage
from mindful.ui.pages.settings import Settings
from tests.log.aids import a_page, a_sit

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("quick_keys")]

PASSPHRASE = "a quiet place"
WORDS = ("Zebedee", "like wet wool", "Quixotl", "marzipan", "a note on jellyfish", "owls at dusk")
"""A name, a feeling, a place, a phrase, a note and an entry that no file of ours holds."""


class Seconds:
    """A clock that the test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def parts(tmp_path: Path, clock: Seconds) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path / "data"))
    made.passing = clock
    made.remember(welcomed=True, reduced_motion="on", speak=False, read_safety=True)
    made.desk.set_passphrase(PASSPHRASE).result()
    yield made
    made.close()


@pytest.fixture
def app(parts: Parts, qapp: QApplication, qtbot: QtBot) -> Iterator[App]:
    opened = App(qapp, parts.paths, parts)
    yield opened
    opened.close()


def opened(app: App, qtbot: QtBot) -> App:
    app.open()
    qtbot.waitUntil(lambda: app._steering is not None and app.window.current != "")
    return app


def locked_page(app: App) -> LockedPage:
    return cast("LockedPage", app.window.page("locked"))


def unlock(app: App, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    page = locked_page(app)
    page.field.setText(passphrase)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.field.isEnabled)


def shown(window: QWidget) -> str:
    """Every word that any widget of the window holds."""
    found = []
    for widget in window.findChildren(QWidget):
        found += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | Label | QLineEdit):
            found.append(widget.text())
        if isinstance(widget, QTextEdit):
            found.append(widget.toPlainText())
    return "\n".join(found)


def write_own_words(parts: Parts) -> None:
    name, feeling, place, phrase, note, entry = WORDS

    def write(log: object) -> None:
        from mindful.log.log import Log

        assert isinstance(log, Log)
        log.profile.set("name", name)
        log.profile.set("phrases", phrase)
        sit = log.sits.begin(a_sit(exercise="sit-with-it", feelings=(feeling,), places=(place,))).id
        log.sits.wrote(sit, 1, [a_page(f"I wrote of {phrase}.")])
        log.sits.finish(sit, Ended.FINISHED, 300.0)
        log.sits.reflect(sit, intensity_after=3, note=note)
        log.drafts.save("journal", entry)
        log.journal.add(entry)

    parts.desk.submit(write).result()


def test_it_begins_locked_and_opens_with_the_passphrase(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    parts.desk.lock().result()
    opened(app, qtbot)
    page = locked_page(app)
    assert app.window.current == "locked"
    assert app.window.ground.isVisible()
    before = parts.paths.log.read_bytes()
    unlock(app, qtbot, "no idea")
    assert page.told.text() == "That didn’t match. Take your time."
    assert (page.field.text(), app.window.current) == ("", "locked")
    assert parts.paths.log.read_bytes() == before
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.current == "sit")
    assert not parts.desk.locked


def test_history_leads_to_the_locked_page_and_on(app: App, parts: Parts, qtbot: QtBot) -> None:
    parts.desk.lock().result()
    opened(app, qtbot)
    locked_page(app).sit.click()
    assert app.window.current == "sit"
    app.window.navigated.emit("history")
    assert app.window.current == "locked"
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.current == "history")


def test_the_rail_has_a_way_to_lock_while_there_is_something_to_lock(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    opened(app, qtbot)
    window = app.window
    app.steering.go("history")
    assert window._rail.lock.isVisible()
    window.resize(420, 780)
    assert window._top.lock.isVisible()
    assert not window._top.lock.geometry().intersects(window._top._rows["sit"].geometry())
    QTest.mouseClick(window._top.lock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: parts.desk.locked)
    locked_page(app).sit.click()
    assert not window._top.lock.isVisible()


def test_being_away_locks_and_sleep_of_the_computer_counts(
    app: App, parts: Parts, qtbot: QtBot, clock: Seconds
) -> None:
    opened(app, qtbot)
    idle = app.steering._lock_way.idle
    clock.now += 9 * 60
    QTest.mouseMove(app.window.windowHandle())
    idle.touch()
    clock.now += 9 * 60
    idle.look()
    assert not parts.desk.locked
    clock.now += 8 * 3600
    QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_Down)  # the first touch after a night
    assert app.window.current == "locked"
    qtbot.waitUntil(lambda: parts.desk.locked)


def test_never_means_never(app: App, parts: Parts, qtbot: QtBot, clock: Seconds) -> None:
    opened(app, qtbot)
    parts.remember(lock_after=0)
    clock.now += 1e6
    app.steering._lock_way.idle.look()
    assert app.window.current == "sit"


def test_a_sit_grounding_and_after_are_never_idle(
    app: App, parts: Parts, qtbot: QtBot, clock: Seconds
) -> None:
    opened(app, qtbot)
    for page in ("sitting", "grounding", "after", "night", "countdown"):
        app.window.page(page)
        app.window.show_page(page)
        clock.now += 1e6
        app.steering._lock_way.idle.look()
        app.window.lock_wished.emit()  # Ctrl+L waits too
        assert (app.window.current, parts.desk.locked) == (page, False)
    app.steering.go("sit")
    qtbot.waitUntil(lambda: parts.desk.locked)
    assert app.window.current == "locked"


def test_own_words_are_gone_from_the_window_once_it_is_locked(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    write_own_words(parts)
    opened(app, qtbot)
    app.steering.go("history")
    app.steering.go("settings")
    qtbot.waitUntil(lambda: WORDS[0] in shown(app.window))
    qtbot.waitUntil(lambda: app.steering.chosen.name == WORDS[0])
    app.window.lock_wished.emit()
    qtbot.waitUntil(lambda: parts.desk.locked)
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    told = shown(app.window)
    assert not [word for word in WORDS if word in told]
    assert (app.steering.chosen.name, app.steering.chosen.phrases) == ("", ())
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.steering.chosen.name == WORDS[0])


def test_a_sit_while_locked_says_that_nothing_is_kept(app: App, parts: Parts, qtbot: QtBot) -> None:
    parts.desk.lock().result()
    opened(app, qtbot)
    locked_page(app).sit.click()
    choice = Choice(exercise=parts.library.find("breath"), minutes=5, bell="none")
    app.steering._journey.begin(choice)
    qtbot.waitUntil(lambda: "nothing of this sit is kept" in shown(app.window))
    sit = app.steering._journey._sit
    assert sit is not None
    app.steering._journey._ended(sit, Ended.EARLY, 200.0)
    assert app.window.current == "sit"
    qtbot.waitUntil(lambda: "Your notes are locked" in shown(app.window))


def set_passphrase(app: App, qtbot: QtBot, task: str, present: str, new: str) -> PassphrasePage:
    page = cast("PassphrasePage", app.window.page("passphrase"))
    assert app.window.current == "passphrase", task
    page.present.setText(present)
    page.new.setText(new)
    page.again.setText(new)
    page.understood.setChecked(True)
    page.go.click()
    qtbot.waitUntil(page.present.isEnabled)
    return page


def test_the_passphrase_is_changed_removed_and_set_in_settings(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    opened(app, qtbot)
    app.steering.go("settings")
    settings = cast("Settings", app.window.page("settings"))
    settings.privacy.change.click()
    page = set_passphrase(app, qtbot, "change", "wrong", "another")
    assert "didn’t match" in page.told.text()
    set_passphrase(app, qtbot, "change", PASSPHRASE, "another")
    qtbot.waitUntil(lambda: app.window.current == "settings")
    assert parts.desk.knows("another").result()
    settings.privacy.lock.click()
    assert settings.privacy.lock.isChecked()  # until it is done
    set_passphrase(app, qtbot, "remove", "another", "")
    qtbot.waitUntil(lambda: app.window.current == "settings")
    assert is_plain(parts.paths.log)
    assert not settings.privacy.lock.isChecked()
    settings.privacy.lock.click()
    set_passphrase(app, qtbot, "set", "", "a third")
    qtbot.waitUntil(lambda: app.window.current == "settings")
    assert is_sealed(parts.paths.log)
    assert settings.privacy.lock.isChecked()


def test_nothing_is_set_until_both_are_alike_and_it_is_understood(
    app: App, parts: Parts, qtbot: QtBot
) -> None:
    opened(app, qtbot)
    page = cast("PassphrasePage", app.window.page("passphrase"))
    page.show_task("set")
    page.new.setText("one")
    page.again.setText("two")
    assert not page.go.isEnabled()
    page.understood.setChecked(True)
    with qtbot.assertNotEmitted(page.done):
        page.go.click()
    assert "differ" in page.told.text()
    assert "cannot be recovered" in page.what.text()


def test_while_locked_the_words_are_in_no_file_of_ours(
    app: App, parts: Parts, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a plain log with everything in it, over a sit that speaks, to a locked one."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    parts.desk.set_passphrase(None).result()
    write_own_words(parts)
    parts.desk.submit(lambda log: log.backups.renew_today()).result()
    opened(app, qtbot)
    app.steering.go("settings")
    settings = cast("Settings", app.window.page("settings"))
    qtbot.waitUntil(lambda: settings.personal.name.text() == WORDS[0])
    settings.privacy.lock.click()
    set_passphrase(app, qtbot, "set", "", PASSPHRASE)
    qtbot.waitUntil(lambda: app.window.current == "settings")
    exercise = parts.library.find("sit-with-it")
    answers = answers_from(parts.vocabulary, feelings=WORDS[1:2], places=WORDS[2:3], name=WORDS[0])
    app.steering._journey.begin(Choice(exercise=exercise, minutes=10, answers=answers, bell="none"))
    sit = app.steering._journey._sit
    assert sit is not None
    qtbot.waitUntil(lambda: sit.session.sit is not None)
    app.steering.stop_sit()
    app.steering.go("sit")
    app.window.lock_wished.emit()
    qtbot.waitUntil(lambda: parts.desk.locked)
    searched = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(searched) >= 4
    for path in searched:
        data = path.read_bytes()
        for word in WORDS:
            for encoding in ("utf-8", "utf-16-le"):
                assert word.encode(encoding) not in data, f"{word!r} in {path}"
    assert not list((tmp_path / "temporary").iterdir())
