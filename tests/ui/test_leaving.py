"""Whatever ends the window: what was sat and answered is kept, and a second start finds it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mindful.exercises.answers import Answers, answers_from
from mindful.log.log import Log
from mindful.log.records import Ended, Sit
from mindful.parts import local_now
from mindful.ui.pages.after import AfterPage
from scripts.lib.tour_guide import Guide
from scripts.lib.tour_log import NOW
from tests.log.aids import ROOT, a_sit

pytestmark = pytest.mark.window


def log_out(guide: Guide) -> None:
    """What Qt's `commitDataRequest` leads to."""
    guide.app.log_out()


def end(guide: Guide) -> None:
    """What SIGTERM leads to, and closing the window."""
    guide.app.close()


WAYS = pytest.mark.parametrize("leave", [log_out, end])


def last(guide: Guide) -> Sit:
    sit = guide.parts.desk.submit(lambda log: log.history.last()).result(60)
    assert sit is not None
    return sit


@WAYS
def test_a_sit_under_way_is_kept_as_ended_early(
    guide: Guide, leave: Callable[[Guide], None]
) -> None:
    steering = guide.app.steering
    steering.chosen.take("breath")
    steering.begin_with(Answers(), None)
    guide.until(lambda: steering._journey.running)
    leave(guide)
    assert last(guide).ended is Ended.EARLY


@WAYS
def test_what_was_answered_after_a_sit_is_kept(
    guide: Guide, leave: Callable[[Guide], None]
) -> None:
    def keep() -> str:
        log = guide.parts.desk
        sit = log.submit(lambda log: log.sits.begin(a_sit(exercise="sit-with-it"))).result(60)
        log.submit(lambda log: log.sits.finish(sit.id, Ended.FINISHED, 600)).result(60)
        return sit.id

    steering = guide.app.steering
    steering.chosen.take("sit-with-it")
    answers = answers_from(guide.parts.vocabulary, feelings=("anxious",))
    choice = steering.chosen.choice(answers, 6)
    steering.stations.after.show(choice, keep(), NOW, Ended.FINISHED, 600.0)
    guide.app.window.show_page("after")
    guide.settle()
    page = guide.page("after", AfterPage)
    page.now.strength.set_strength(4)
    page.note.area.edit.setPlainText("Rain on the roof.")
    leave(guide)
    assert (last(guide).intensity_after, last(guide).note) == (4, "Rain on the roof.")


ANSWERING = """
import signal, sys
from datetime import UTC, datetime
from pathlib import Path
from mindful.app import App, run
from mindful.exercises.answers import answers_from
from mindful.log.records import Ended
from mindful.paths import find_paths
from mindful.ui.pages.after import AfterPage
from tests.log.aids import a_sit

enter = App._enter

def entered(app, *given):
    enter(app, *given)
    parts, chosen = app._own_parts, app.steering.chosen
    desk = parts.desk
    sit = desk.submit(lambda log: log.sits.begin(a_sit(exercise="sit-with-it"))).result(60)
    desk.submit(lambda log: log.sits.finish(sit.id, Ended.FINISHED, 600)).result(60)
    chosen.take("sit-with-it")
    choice = chosen.choice(answers_from(parts.vocabulary, feelings=("anxious",)), 6)
    app.steering.stations.after.show(choice, sit.id, datetime.now(UTC), Ended.FINISHED, 600.0)
    app.window.show_page("after")
    (page,) = app.window.findChildren(AfterPage)
    page.now.strength.set_strength(4)
    page.note.area.edit.setPlainText("Rain on the roof.")
    if sys.argv[2] == "log out":
        app.log_out()  # what Qt's commitDataRequest leads to; then the session kills
        signal.raise_signal(signal.SIGKILL)
    print("written", flush=True)

App._enter = entered
sys.exit(run(find_paths(Path(sys.argv[1]))))
"""


@pytest.mark.parametrize("how", ["log out", "signal"])
def test_what_was_answered_is_in_the_file_when_the_process_is_gone(
    tmp_path: Path, how: str
) -> None:
    """A real process is on After: the session ends it after asking, or SIGTERM comes."""
    data = tmp_path / "data"
    with subprocess.Popen(
        [sys.executable, "-c", ANSWERING, str(data), how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        if how == "signal":
            assert process.stdout.readline() == "written\n"
            process.terminate()
        assert process.wait(60) == (0 if how == "signal" else -signal.SIGKILL)
    log = Log(data / "mindful.db", local_now)
    kept = log.history.last()
    log.close()
    assert kept is not None
    assert (kept.ended, kept.sat_seconds) == (Ended.FINISHED, 600)
    assert (kept.intensity_after, kept.note) == (4, "Rain on the roof.")


SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from mindful.app import App, run
from mindful.desktop.one_window import OneWindow
from mindful.paths import find_paths

wait, come_forward = OneWindow.wait, App.come_forward

def waiting(one):
    taken = wait(one)
    for window in one.parent().topLevelWidgets():
        window.setWindowState(Qt.WindowState.WindowMinimized)
    print("waits", taken, flush=True)
    return taken

def forward(app):
    before = app.window.isMinimized()
    come_forward(app)
    print("minimized", before, app.window.isMinimized(), app.window.isVisible(), flush=True)

OneWindow.wait, App.come_forward = waiting, forward
sys.exit(run(find_paths(Path(sys.argv[1]))))
"""


def test_a_second_start_brings_the_first_window_forward(tmp_path: Path) -> None:
    start = [sys.executable, "-c", SHOWN, str(tmp_path / "data")]
    with subprocess.Popen(start, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "waits True\n"
        assert subprocess.run(start, timeout=60, check=False).returncode == 0
        assert first.stdout.readline() == "minimized True False True\n"
        first.terminate()
        assert first.wait(60) == 0
