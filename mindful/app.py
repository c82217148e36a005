"""The composition root of the window: builds it around the parts, and closes all in reverse.

The window is painted first; everything that is slow to load comes after it.
"""

from __future__ import annotations

import contextlib
import json
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mindful.crash import watching
from mindful.desktop.one_window import OneWindow
from mindful.paths import Paths, private_folder
from mindful.trouble import Trouble
from mindful.ui.accessible import announce_windows
from mindful.ui.collecting import Collector
from mindful.ui.look import Look, ThemeChoice
from mindful.ui.rail import Place
from mindful.ui.window import Window
from mindful.wording import _

if TYPE_CHECKING:  # the window is painted before these are loaded
    from mindful.erasing import Erased
    from mindful.parts import Parts
    from mindful.sit.choice import Choice
    from mindful.ui.steering.main import Steering

KEPT_WITHIN = 5.0
"""Seconds that the log is waited for when the person logs out."""

SIGNAL_LOOK_MS = 200
"""How often Python gets a turn to see signals while Qt waits."""


class App:
    """The window and what steers it.

    Args:
        qt: the application.
        paths: where files are kept.
        parts: the parts of the program, closed by whoever made them; made here without them.
    """

    def __init__(self, qt: QApplication, paths: Paths, parts: Parts | None = None) -> None:
        self._qt = qt
        self._paths = paths
        self._parts = parts
        self._own_parts: Parts | None = None
        self._steering: Steering | None = None
        self._collector = Collector(busy=lambda: self.window.fading)
        self._make_window()

    def _make_window(self) -> None:
        self.look = Look(self._qt, **first_look(self._paths.settings))
        self.window = Window(self.look, places())
        self._bugs = _Bugs(self._show_bug)
        self.window.erasing.connect(self._begin_anew)

    @property
    def steering(self) -> Steering:
        """What steers the window, once it has been painted."""
        assert self._steering is not None
        return self._steering

    def open(self, choice: Choice | None = None, erased: Erased | None = None) -> None:
        """Show the window, then its first page, then load what is slow."""
        self.window.show()
        self._first = _AfterFirstPaint(self.window, lambda: self._enter(choice, erased))

    def tell_of_bug(self, report: Path | None) -> None:
        """Say that a mistake of ours was met; for any thread."""
        self._bugs.met.emit("" if report is None else str(report))

    def close(self) -> None:
        """End what runs, keeping what was sat."""
        if self._steering is not None:
            self._steering.stop()
        self.window.close()
        self.window.deleteLater()
        if self._own_parts is not None:
            self._own_parts.close()
        self._collector.end()

    def _show_bug(self, report: str) -> None:
        if self._steering is not None:
            self._steering.tell_of_bug(report)

    def come_forward(self) -> None:
        """Show the window, wherever it is: Mindful was started again."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def log_out(self) -> None:
        """The person logs out: what runs ends, and nothing is asked that would stop them.

        Once this returns the session may end the process, so that the log is waited for.
        """
        parts = self._parts or self._own_parts
        if self._steering is None or parts is None:
            return
        self._steering.stop()
        with contextlib.suppress(Trouble, TimeoutError):  # nothing more can be done about it now
            parts.desk.submit(lambda _log: None).result(KEPT_WITHIN)

    def _begin_anew(self) -> None:
        """Delete everything, and begin as on the first day."""
        from mindful.erasing import erase

        parts = self._parts or self._own_parts
        assert parts is not None
        parts.close()
        erased = erase(self._paths, parts.key_ring)
        before, self._parts = self.window, None
        self._make_window()
        self.open(erased=erased)
        before.hide()
        before.deleteLater()

    def _enter(self, choice: Choice | None, erased: Erased | None) -> None:
        from mindful.parts import Parts
        from mindful.ui.steering.main import Steering

        parts = self._parts
        if parts is None:
            parts = self._own_parts = Parts(self._paths)
        self._steering = Steering(self.window, self.look, parts)
        if erased is None:
            self._steering.start(choice)
        else:
            self._steering.first.say_erased(erased)
        QTimer.singleShot(0, self._steering.wake)


class _Bugs(QObject):
    """Brings word of a bug from the thread that had it to the window's."""

    met = Signal(str)

    def __init__(self, show: Callable[[str], None]) -> None:
        super().__init__()
        self._show = show
        self.met.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self, report: str) -> None:
        self._show(report)


class _AfterFirstPaint(QObject):
    """Calls once, when a window has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt paints while it handles the exposure; what is queued now comes after that."""
        if event.type() == QEvent.Type.Expose and self._handle.isExposed():
            self._handle.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def first_look(settings: Path) -> dict[str, Any]:  # Any: keyword arguments of `Look`
    """What the settings say of the look, read without the library that checks them.

    `mindful.settings` reads the same file properly a moment later; here anything odd is passed
    over.
    """
    try:
        kept = json.loads(settings.read_bytes())
        theme, scale, still = kept["theme"], kept["text_scale"], kept["reduced_motion"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    if theme not in get_args(ThemeChoice) or not isinstance(scale, int | float):
        return {}
    motion = still if isinstance(still, bool) else "system"
    return {"theme": theme, "scale": scale, "reduced_motion": motion}


def places() -> tuple[Place, ...]:
    """Where the rail leads."""
    return (
        Place("sit", _("Sit"), "sun-horizon"),
        Place("history", _("History"), "calendar-blank"),
        Place("journal", _("Journal"), "notebook"),
        Place("settings", _("Settings"), "sliders-horizontal"),
    )


def run(paths: Paths, parts: Parts | None = None, choice: Choice | None = None) -> int:
    """Open the window and run until it is closed; gives the exit code."""
    # The measures of the painted controls assume this style; named before the application is
    # made, it is loaded once.
    QApplication.setStyle("Fusion")
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("mindful")
    qt.setApplicationDisplayName(_("Mindful"))
    qt.setDesktopFileName("mindful")
    announce_windows(Window)
    one = OneWindow(paths.data, qt)
    if choice is None and one.call_the_other():
        return 0
    app = App(qt, paths, parts)
    one.called.connect(app.come_forward)
    qt.commitDataRequest.connect(lambda _manager: app.log_out())
    for name in (signal.SIGINT, signal.SIGTERM):
        # Not quit(), which a window that asks "end here?" would stop; the sit is kept in `close`.
        signal.signal(name, lambda *_args: qt.exit(0))
    # Python sees a signal only when it runs; Qt's loop alone would not let it.
    turn = QTimer()
    turn.start(SIGNAL_LOOK_MS)
    turn.timeout.connect(lambda: None)
    app.open(choice)
    # A turn after the first page's: what is needed to wait is not needed to paint.
    _AfterFirstPaint(app.window, lambda: QTimer.singleShot(0, lambda: _wait_for_others(one, paths)))
    with watching(paths.reports, app.tell_of_bug, lambda: datetime.now().astimezone()):
        try:
            return qt.exec()
        finally:
            one.close()
            app.close()


def _wait_for_others(one: OneWindow, paths: Paths) -> None:
    with contextlib.suppress(Trouble):  # told by the log, which needs the folder too
        if not paths.data.exists():
            private_folder(paths.data)
        one.wait()
