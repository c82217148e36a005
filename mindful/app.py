"""The composition root of the window: builds it around the parts, and closes all in reverse."""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.ui.look import Look
from mindful.ui.rail import Place
from mindful.ui.steering.main import Steering
from mindful.ui.window import Window
from mindful.wording import _

SIGNAL_LOOK_MS = 200
"""How often Python gets a turn to see signals while Qt waits."""


class App:
    """The window and what steers it.

    Args:
        qt: the application.
        parts: the parts of the program; closed by whoever made them.
    """

    def __init__(self, qt: QApplication, parts: Parts) -> None:
        settings = parts.settings
        self.look = Look(
            qt,
            theme=settings.theme,
            scale=settings.text_scale,
            reduced_motion=settings.reduced_motion,
        )
        self.window = Window(self.look, places())
        self.steering = Steering(self.window, self.look, parts)

    def open(self, choice: Choice | None = None) -> None:
        """Show the window, then its first page, then load what is slow."""
        self.window.show()
        QTimer.singleShot(0, lambda: self._enter(choice))

    def _enter(self, choice: Choice | None) -> None:
        self.steering.start(choice)
        QTimer.singleShot(0, self.steering.wake)

    def close(self) -> None:
        """End what runs, keeping what was sat."""
        self.steering.stop()
        self.window.close()
        self.window.deleteLater()


def places() -> tuple[Place, ...]:
    """Where the rail leads."""
    return (
        Place("sit", _("Sit"), "sun-horizon"),
        Place("history", _("History"), "calendar-blank"),
        Place("settings", _("Settings"), "sliders-horizontal"),
    )


def run(parts: Parts, choice: Choice | None = None) -> int:
    """Open the window and run until it is closed; gives the exit code."""
    qt = QApplication(sys.argv[:1])
    qt.setStyle("Fusion")  # the measures of the painted controls assume it
    qt.setApplicationName("mindful")
    qt.setApplicationDisplayName(_("Mindful"))
    qt.setDesktopFileName("mindful")
    app = App(qt, parts)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_args: qt.quit())
    # Python sees a signal only when it runs; Qt's loop alone would not let it.
    turn = QTimer()
    turn.start(SIGNAL_LOOK_MS)
    turn.timeout.connect(lambda: None)
    app.open(choice)
    try:
        return qt.exec()
    finally:
        app.close()
