"""Who leads through the window for pictures and tests: the real app in a folder of its own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from mindful.app import App
from mindful.parts import Parts
from mindful.paths import find_paths
from scripts.lib.tour_log import NOW, fill

ROOT = Path(__file__).parents[2]
"""The source tree."""

PageType = TypeVar("PageType", bound=QWidget)

STILL_FADING = 700
"""Milliseconds that a caption takes to change with reduced motion, and some more."""

PATIENCE = 60_000
"""Milliseconds after which something that has not come will not come."""


class Guide:
    """The real window over a filled log, or over none, at a fixed moment.

    Args:
        qt: the application.
        filled: whether there is a past.
        settings: in place of the defaults, such as ``theme="dark"``.

    Attributes:
        app: the window and what steers it.
        parts: the parts of the program.
        folder: holds all their files; gone at the end.
    """

    def __init__(self, qt: QApplication, *, filled: bool = True, **settings: object) -> None:
        self._qt = qt
        # At home, as a person's files are: the page that tells where they lie says so.
        self.folder = Path(tempfile.mkdtemp(dir=Path.home()))
        paths = find_paths(self.folder / "mindful")
        if filled:
            fill(paths.log)
        self.parts = Parts(paths, now=lambda: NOW)
        usual = {
            "bell": "low-bowl",
            "ambience": "rain",
            "welcomed": True,
            "read_safety": True,
            "asked_name": True,
            "asked_phrases": True,
            "aloud": "speak",
            "minutes": {"breath": 20, "sit-with-it": 20},
            "favourites": ("body-scan",),
        }
        self.parts.change_settings(**{**usual, **settings})
        self.app = App(qt, paths, self.parts)
        self._behind = ExitStack()

    def open(self) -> None:
        """Show the window and wait until the voice is found."""
        self.app.open()
        self.until(lambda: self.app._steering is not None)  # noqa: SLF001 - made after the first paint
        self.settle()

    def close(self) -> None:
        """Close everything and leave no file behind."""
        self.clear_up()
        self.app.close()
        self.parts.close()
        self._qt.processEvents()
        shutil.rmtree(self.folder)

    def page(self, name: str, kind: type[PageType]) -> PageType:
        """The page of that name, of that kind."""
        page = self.app.window.page(name)
        assert isinstance(page, kind)
        return page

    def home(self) -> None:
        """To Home, whatever was shown."""
        self.app.steering.stop_sit()
        self.app.steering.go("sit")

    def afterwards(self, clear_up: Callable[[], object]) -> None:
        """Have this done before the tour goes on."""
        self._behind.callback(clear_up)

    def clear_up(self) -> None:
        """Undo what the stop left behind."""
        self._behind.close()

    def settle(self) -> None:
        """Wait until the log and the workshop have answered, and no page fades."""
        for _round in range(3):  # an answer may ask for more
            self.parts.desk.submit(lambda _log: None).result()
            self.parts.soon(lambda: None).result()
            self._qt.processEvents()
        self.until(lambda: not self.app.window.fading)

    def resize(self, width: int, height: int, scale: float = 1.0) -> None:
        """Another size of window and text, and everything in its place again."""
        self.app.window.resize(width, height)
        self.app.look.set_scale(scale)
        self.lay_out()

    def lay_out(self) -> None:
        """Wait until nothing moves: a layout may take several turns to find its heights."""
        before: list[QRect] = []
        for _turn in range(50):
            self.live(5)
            QApplication.sendPostedEvents()
            now = [
                part.geometry()
                for part in self.app.window.findChildren(QWidget)
                if part.isVisible()
            ]
            if now == before:
                return
            before = now

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the window live until `ready`.

        Raises:
            TimeoutError: it has not come to be.
        """
        for _turn in range(PATIENCE // 10):
            if ready():
                return
            self.live(10)
        raise TimeoutError(ready)

    def live(self, milliseconds: int) -> None:
        """Let the window live for a while, come what may."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def rest(self, milliseconds: int) -> None:
        """Let what moves come to rest; captions fade even where motion is reduced."""
        self.live(STILL_FADING if self.app.look.reduced_motion else milliseconds)

    def picture(self) -> QPixmap:
        """The window as it stands, with what has opened over it."""
        window = self.app.window
        picture = window.grab()
        over = self._qt.activePopupWidget()
        if over is not None:
            painter = QPainter(picture)
            corner = over.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
            painter.drawPixmap(corner, over.grab())
            painter.end()
        return picture
