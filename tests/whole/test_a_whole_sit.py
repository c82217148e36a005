"""The main job, end to end: a real window, a real sound server, a real file."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mindful.app import App
from mindful.log.log import Log
from mindful.parts import Parts, local_now
from mindful.paths import find_paths
from mindful.ui.pages.after import AfterPage
from mindful.ui.pages.asking import AskingPage
from mindful.ui.pages.checkin import CheckInPage
from mindful.ui.pages.first_run import FirstRun
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.home import Home
from mindful.ui.pages.sit import SitPage
from tests.sound_server import Recording
from tests.whole.conftest import VOICE, TerminalSit, data_folder, mindful
from tests.whole.hearing import RATE, as_mono, loudness, strikes

pytestmark = [pytest.mark.window, pytest.mark.sound]

MINUTE = 60 * RATE
CLOSE_ENOUGH = RATE // 4
"""Where a machine is so busy that a card runs dry, it is replaced by one that joins in on time, and
what was struck before was some 50 ms late. A block too many or too few would be half a second;
`scripts/bench` measures it finely, and `tests/audio` to the frame."""


def assert_heard(recorded: bytes, data: Path, bells: int) -> None:
    """Strikes a minute apart, a voice where the log says a line was spoken, quiet where not."""
    heard = as_mono(recorded)
    found = strikes(heard, "wood-block")
    opening, closing = found[0], found[1]
    assert abs((closing - opening) - MINUTE) < CLOSE_ENOUGH
    assert len(found) >= bells
    log = Log(data / "mindful.db", local_now)
    try:
        sit = log.history.last()
        assert sit is not None
        cues = log.history.cues(sit.id)
    finally:
        log.close()
    assert len(cues) == 3
    assert any("this anxiety in the chest" in cue.text for cue in cues)
    for cue in cues:
        assert loudness(heard, opening + cue.start, opening + cue.end) > -40
        assert loudness(heard, opening + cue.end + RATE // 2, opening + cue.end + 3 * RATE) < -70


def history(data: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        mindful(data, "history", "--json"), capture_output=True, text=True, check=True
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


@pytest.mark.usefixtures("changed_sit")
def test_a_sit_in_the_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, terminal_sit: TerminalSit
) -> None:
    """First run, Home, check-in, the sit with a pause, after, history: by mouse and keyboard."""
    assert terminal_sit.data.exists()  # it begins now, beside this one
    data = data_folder(tmp_path / "data")
    parts = Parts(find_paths(data))
    parts.change_settings(bell="wood-block", voice=VOICE)
    app = App(qapp, parts.paths, parts)
    window = app.window
    try:
        app.open()
        qtbot.waitExposed(window)
        window.activateWindow()

        qtbot.waitUntil(lambda: window.current == "first-run")
        first = window.page("first-run")
        assert isinstance(first, FirstRun)
        QTest.keyClick(first.enter, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: window.current == "sit")

        home = window.page("sit")
        assert isinstance(home, Home)
        row = home.practices.row("short")
        assert row is not None
        home.finder.show_row("short")
        click(row)
        qtbot.waitUntil(lambda: app.steering.chosen.voice is not None)
        click(home.panel.begin)
        qtbot.waitUntil(lambda: window.current == "asking")
        asking = window.page("asking")
        assert isinstance(asking, AskingPage)
        click(asking.go)  # the words on safety
        qtbot.waitUntil(asking.name.isVisible)
        click(asking.go)  # no name
        qtbot.waitUntil(lambda: window.current == "check-in")

        check_in = window.page("check-in")
        assert isinstance(check_in, CheckInPage)
        click(check_in.feelings.ground.chips["anxious"])
        click(check_in.places.chips["chest"])
        QTest.keyClick(check_in, Qt.Key.Key_6)
        QTest.keyClick(check_in, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: window.current == "asking")
        recording = Recording(os.environ["PULSE_SERVER"])
        click(asking.go)  # others may hear
        qtbot.waitUntil(lambda: window.current == "sitting")

        page = window.page("sitting")
        assert isinstance(page, SitPage)
        qtbot.waitUntil(lambda: "Sit in any way you like" in page.caption.text)
        qtbot.waitUntil(lambda: window.current == "after")

        after = window.page("after")
        assert isinstance(after, AfterPage)
        assert "one minute" in after.title.text()
        QTest.keyClick(after.now.strength, Qt.Key.Key_4)
        QTest.keyClicks(after.note.area.edit, "It moved.")
        click(after.save)
        qtbot.waitUntil(lambda: window.current == "sit")
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: window.current == "history")
        shown = window.page("history")
        assert isinstance(shown, HistoryPage)
        qtbot.waitUntil(lambda: shown.list.model().rowCount() == 1)
    finally:
        app.close()
        parts.close()

    # The window was left while the last strikes were to come.
    assert_heard(recording.finish(), data, bells=2)
    (kept,) = history(data)
    assert kept["ended"] == "finished"
    assert kept["sat_seconds"] == 60
    assert kept["feelings"] == ["anxious"]
    assert kept["places"] == ["chest"]
    assert (kept["intensity_before"], kept["intensity_after"]) == (6, 4)
    assert kept["note"] == "It moved."


def test_a_sit_in_the_terminal(terminal_sit: TerminalSit) -> None:
    """The same with no display at all, in a process of its own."""
    code, out, errors, recorded = terminal_sit.finish()
    assert (code, errors) == (0, "")
    assert "Sit in any way you like, Ada." in out
    assert "this anxiety in the chest" in out
    assert "That was 1 minute." in out
    # One strike opens, three close.
    assert_heard(recorded, terminal_sit.data, bells=4)
    (kept,) = history(terminal_sit.data)
    assert (kept["ended"], kept["sat_seconds"]) == ("finished", 60)
    assert kept["voice"]
