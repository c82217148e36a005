"""The real window, led from stop to stop of the tour for whoever reads it from another process.

Prints the name of each stop once it is shown, and goes on when a line comes in.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication

from mindful.ui.accessible import announce_windows
from mindful.ui.pages.sit import SitPage
from mindful.ui.sit_models import SitView
from mindful.ui.window import Window
from scripts.lib.tour import STOPS, Stop, stops_of
from scripts.lib.tour_guide import Guide

CAPTION = "Notice the places where you touch the chair."


def captions(guide: Guide) -> None:
    """A sit without a voice: the words are announced as they come."""
    guide.app.window.show_page("sitting")
    page = guide.page("sitting", SitPage)
    page.set_view(SitView(title="A Sit", announce_captions=True))
    page.set_caption(CAPTION)


class Lines(QObject):
    """Tells of lines that come in, while Qt's own loop goes on to answer the bus."""

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Until the next line."""
        loop = QEventLoop()
        self.came.connect(loop.quit)
        loop.exec()

    def _read(self) -> None:
        for _line in sys.stdin:
            self.came.emit()


def main() -> None:
    """Lead through the whole tour once, in the wide layout."""
    QApplication.setStyle("Fusion")
    qt = QApplication(["mindful"])
    qt.setQuitOnLastWindowClosed(False)
    announce_windows(Window)
    lines = Lines()
    for filled in (False, True):
        guide = Guide(qt, filled=filled, theme="light", voice="test:plain", reduced_motion=True)
        guide.open()
        guide.app.window.activateWindow()  # no window manager does it
        stops = [stop for stop in STOPS if stop.filled == filled and "wide" in stop.widths]
        if filled:
            stops.append(Stop("captions", captions))
        for stop in stops_of(guide, tuple(stops)):
            sys.stdout.write(f"{stop.name}\n")
            sys.stdout.flush()
            lines.wait()
        guide.close()


if __name__ == "__main__":
    main()
