"""Measures of the window: page changes, the orb, the shape of the sit under a moving slider.

Each runs in a process of its own, so that nothing else of `scripts/bench` is in its way.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mindful.ui.fade import CrossFade  # noqa: E402 — after the path
from mindful.ui.pages.home import Home  # noqa: E402
from mindful.ui.paint.strip import Strip  # noqa: E402
from scripts.lib.bench_row import Row  # noqa: E402
from scripts.lib.tour import home, sit  # noqa: E402
from scripts.lib.tour_guide import Guide  # noqa: E402

WAYS = ("history", "sit", "settings", "sit", "help", "history", "settings", "help", "sit") * 3
"""Pages gone to, one after the other; each is made before it is measured."""

LOOKED = 10_000
"""Milliseconds for which the orb is looked at."""

Measured = dict[str, float]


def page_change() -> list[Row]:
    """From the press to the first frame, and between the frames of the fade."""
    told = _aside("pages")
    return [
        Row(
            "page change: first frame (95th percentile; longest)",
            f"{told['first_95']:.0f} ms; {told['first_most']:.0f} ms",
            f"a picture of the window {told['copy']:.1f} ms",
            "50 ms",
            told["first_95"] <= 50,
        ),
        Row(
            "page change: between frames (95th percentile; longest)",
            f"{told['gap_95']:.0f} ms; {told['gap_most']:.0f} ms",
            f"a picture of the window {told['copy']:.1f} ms",
            "33 ms",
            told["gap_95"] <= 33,
        ),
    ]


def orb() -> list[Row]:
    """Processor of the breathing orb, and of the window when nobody can see it."""
    told = _aside("orb")
    bare = f"home {told['home']:.1f} %"
    return [
        Row("orb, of one core", f"{told['orb']:.1f} %", bare, "2 %", told["orb"] <= 2),
        Row(
            "orb, minimised or hidden",
            f"{told['minimised']:.1f} %; {told['hidden']:.1f} %",
            bare,
            "0.5 %",
            max(told["minimised"], told["hidden"]) <= 0.5,
        ),
    ]


def strip() -> list[Row]:
    """From a step of Home's slider to the new shape on the screen."""
    told = _aside("strip")
    return [
        Row(
            "shape of the sit while the slider is dragged (95th percentile; longest)",
            f"{told['95']:.0f} ms; {told['most']:.0f} ms",
            f"planning alone {told['plan']:.0f} ms",
            "16 ms",
            told["95"] <= 16,
        )
    ]


def _aside(kind: str) -> Measured:
    made = subprocess.run(
        [sys.executable, __file__, kind], capture_output=True, text=True, check=True, cwd=ROOT
    )
    told: Measured = json.loads(made.stdout.splitlines()[-1])
    return told


class _Watch(QObject):
    """Has widgets of a kind painted, and notes when that is done."""

    def __init__(self, kind: type[QWidget], painted: list[float]) -> None:
        super().__init__()
        self._kind = kind
        self._painted = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paints here, so that the moment after it is known."""
        if event.type() != QEvent.Type.Paint or not isinstance(watched, self._kind):
            return False
        watched.event(event)
        self._painted.append(time.perf_counter())
        return True


def _watching(kind: type[QWidget]) -> tuple[list[float], QObject]:
    painted: list[float] = []
    watch = _Watch(kind, painted)
    QApplication.instance().installEventFilter(watch)
    return painted, watch


def _measure_pages(guide: Guide) -> Measured:
    painted, watch = _watching(CrossFade)
    for name in set(WAYS):
        guide.app.steering.go(name)
        guide.settle()
    first, gaps = [], []
    for name in WAYS:
        painted.clear()
        began = time.perf_counter()
        guide.app.steering.go(name)
        guide.until(lambda: not guide.app.window.fading)
        first.append(painted[0] - began)
        gaps += [later - one for one, later in pairwise(painted)]
        guide.settle()
    watch.deleteLater()
    return {
        "first_95": _share(first, 0.95),
        "first_most": 1000 * max(first),
        "gap_95": _share(gaps, 0.95),
        "gap_most": 1000 * max(gaps),
        "copy": _copying(guide.app.window),
    }


def _copying(window: QWidget) -> float:
    """Milliseconds of drawing a picture as large as the window, half seen through."""
    picture, ground = window.grab(), QPixmap(window.size())
    painter = QPainter(ground)
    painter.setOpacity(0.5)
    began = time.perf_counter()
    for _time in range(20):
        painter.drawPixmap(0, 0, picture)
    painter.end()
    return 1000 * (time.perf_counter() - began) / 20


def _measure_orb(guide: Guide) -> Measured:
    home(guide)
    guide.settle()
    told = {"home": _used()}
    sit(guide)
    guide.live(6000)  # the controls fade, and the caption has come
    told["orb"] = _used()
    guide.app.window.showMinimized()
    told["minimised"] = _used()
    guide.app.window.showNormal()
    guide.app.window.hide()
    told["hidden"] = _used()
    return told


def _used() -> float:
    """Percent of one core that this process takes."""
    loop = QEventLoop()
    began, used = time.perf_counter(), time.process_time()
    QTimer.singleShot(LOOKED, loop.quit)
    loop.exec()
    return 100 * (time.process_time() - used) / (time.perf_counter() - began)


def _measure_strip(guide: Guide) -> Measured:
    painted, watch = _watching(Strip)
    home(guide)
    guide.settle()
    taken, planned = [], []
    page = guide.page("sit", Home)
    for minutes in (*range(10, 60), *range(60, 10, -1)):
        painted.clear()
        began = time.perf_counter()
        page.minutes_changed.emit(minutes)
        while not painted and time.perf_counter() < began + 1:
            QApplication.processEvents()
        taken += [when - began for when in painted[:1]]
    watch.deleteLater()
    for minutes in range(10, 60):
        guide.app.steering.chosen.minutes = minutes
        began = time.perf_counter()
        guide.app.steering.chosen.timeline()
        planned.append(time.perf_counter() - began)
    return {"95": _share(taken, 0.95), "most": 1000 * max(taken), "plan": _share(planned, 0.5)}


def _share(seconds: list[float], share: float) -> float:
    """Milliseconds that this share of the times is not above."""
    return 1000 * sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]


KINDS: dict[str, Callable[[Guide], Measured]] = {
    "pages": _measure_pages,
    "orb": _measure_orb,
    "strip": _measure_strip,
}


def main() -> None:
    """Measure one kind and print it."""
    QApplication.setStyle("Fusion")
    qt = QApplication([])
    qt.setQuitOnLastWindowClosed(False)
    guide = Guide(qt, voice="test:plain")
    guide.open()
    guide.live(1500)
    print(json.dumps(KINDS[sys.argv[1]](guide)))
    guide.close()


if __name__ == "__main__":
    main()
