"""What `scripts/screenshots` runs: the real window, led through its pages, a picture of each."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QSize, QTimer  # noqa: E402 — after the path
from PySide6.QtWidgets import QApplication, QFileDialog  # noqa: E402

from mindful.app import App  # noqa: E402
from mindful.exercises.answers import answers_from  # noqa: E402
from mindful.log.log import Log  # noqa: E402
from mindful.log.records import Ended, NewSit  # noqa: E402
from mindful.parts import Parts  # noqa: E402
from mindful.paths import find_paths  # noqa: E402

SIZES = {"wide": QSize(1180, 780), "narrow": QSize(420, 780)}
NOW = datetime(2026, 3, 12, 19, 22).astimezone()
PAST = (
    # days ago, exercise, title, minutes, feelings, before, after, note
    (
        0,
        "sit-with-it",
        "Sit With the Feeling",
        20,
        ("anxious", "tender"),
        6,
        4,
        "The tightness moved when I stopped arguing with it. Still nervous about Friday.",
    ),
    (1, "breath", "Mindfulness of Breath", 20, (), None, None, ""),
    (1, "kind-moment", "Kind Moment", 5, ("ashamed",), 7, 5, "Put a hand on my chest in the car."),
    (3, "grounding", "Grounding 5-4-3-2-1", 3, (), None, None, ""),
    (5, "sit-with-it", "Sit With the Feeling", 20, ("lonely",), 6, 7, "Rang Mei after."),
    (9, "breath", "Mindfulness of Breath", 30, (), None, None, "Rain on the roof."),
    (16, "timer", "Silent Timer", 45, (), None, None, ""),
    (24, "breath", "Mindfulness of Breath", 15, (), None, None, ""),
    (38, "breath", "Mindfulness of Breath", 60, (), None, None, ""),
)


def fill(parts: Parts) -> None:
    """A log as after some weeks."""
    moment = NOW
    log = Log(parts.paths.log, lambda: moment)
    for days, exercise, title, minutes, feelings, before, after, note in reversed(PAST):
        moment = NOW - timedelta(days=days, minutes=minutes)
        sit = log.sits.begin(
            NewSit(
                exercise=exercise,
                title=title,
                language="en",
                app_version="0",
                minutes=minutes,
                feelings=feelings,
                intensity_before=before,
            )
        )
        moment += timedelta(minutes=minutes)
        log.sits.finish(sit.id, Ended.FINISHED, minutes * 60)
        log.sits.reflect(sit.id, intensity_after=after, note=note)
    log.close()


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Tour:
    """One look at one size: every page in turn."""

    def __init__(self, qt: QApplication, theme: str, size: str, target: Path) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._parts = Parts(find_paths(Path(self._folder.name)), now=lambda: NOW)
        self._parts.change_settings(
            theme=theme, bell="low-bowl", ambience="rain", asked_name=True, asked_phrases=True
        )
        fill(self._parts)
        self._app = App(qt, self._parts.paths, self._parts)
        self._app.window.resize(SIZES[size])
        self._name = f"{theme}-{size}"
        self._target = target

    def run(self) -> None:
        """Go through the pages."""
        app = self._app
        app.open()
        wait(1500)
        steering = app.steering
        steering.chosen.take("breath")
        steering.chosen.set_minutes(20)
        self._take("first-run")
        self._show("home", lambda: steering.go("sit"))
        self._show("history", lambda: steering.go("history"))
        self._show("settings", lambda: steering.go("settings"))
        self._show("settings-sounds", self._scroll_to_sounds)
        self._show("help", lambda: steering.go("help"))
        self._show("save", self._ask_to_save)
        self._show("saving", self._begin_to_save)
        self._show("home-saving", lambda: steering.go("sit"))
        steering.stop_saving()
        steering.chosen.take("sit-with-it")
        steering.chosen.set_minutes(20)
        self._show("safety", steering.next_from_home)
        self._parts.change_settings(read_safety=True, aloud="speak")
        self._show("check-in", steering.next_from_home)
        answers = answers_from(
            self._parts.vocabulary, feelings=("anxious", "tender"), places=("chest", "throat")
        )
        self._show("sit", lambda: steering.begin_with(answers, 6), 9000)
        self._show("ground-me", app.window.ground_me.emit)
        page = app.window.page("grounding")
        page.left.emit()  # type: ignore[attr-defined]  # a GroundingPage
        wait(800)
        self._show("after", self._end)
        app.close()
        self._parts.close()
        wait(100)
        self._folder.cleanup()

    def _scroll_to_sounds(self) -> None:
        page = self._app.window.page("settings")
        page.go_to(page.sounds)  # type: ignore[attr-defined]  # a Settings

    def _ask_to_save(self) -> None:
        """The page that saves, for a length that takes a while."""
        self._app.steering.go("sit")
        self._app.steering.chosen.set_minutes(60)
        self._app.window.page("sit").save_wanted.emit()  # type: ignore[attr-defined]  # Home

    def _begin_to_save(self) -> None:
        page = self._app.window.page("saving")
        page.save_wanted.emit()  # type: ignore[attr-defined]  # a SavePage
        wait(300)
        dialog = self._app.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.selectFile(str(Path(self._folder.name) / "mindfulness-of-breath-60.flac"))
        dialog.accept()
        wait(3000)

    def _end(self) -> None:
        """After, as of a sit of twenty minutes."""
        steering = self._app.steering
        choice = steering.chosen.choice(
            answers_from(
                self._parts.vocabulary, feelings=("anxious", "tender"), places=("chest", "throat")
            ),
            6,
        )
        steering.stop_sit()
        began = NOW
        steering.stations.after.show(choice, None, began, Ended.FINISHED, 1200.0)
        self._app.window.show_page("after")
        after = self._app.window.page("after")
        after.now.strength.set_strength(4)  # type: ignore[attr-defined]  # an AfterPage

    def _show(self, name: str, lead: Callable[[], object], milliseconds: int = 900) -> None:
        lead()
        wait(milliseconds)
        self._take(name)

    def _take(self, name: str) -> None:
        self._app.window.grab().save(str(self._target / f"{name}-{self._name}.png"))


def main() -> None:
    """Take all pictures into a folder."""
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    QApplication.setStyle("Fusion")
    qt = QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    for theme in ("light", "dark"):
        for size in SIZES:
            Tour(qt, theme, size, target).run()


if __name__ == "__main__":
    main()
