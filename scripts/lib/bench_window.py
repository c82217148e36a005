"""Measures of the window: page changes, the orb, the shape of the sit under a moving slider.

Each runs in a process of its own, so that nothing else of `scripts/bench` is in its way.
"""

from __future__ import annotations

import json
import os
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
from mindful.ui.steering.pages_ahead import PAGES  # noqa: E402
from scripts.lib.bench_row import Row  # noqa: E402
from scripts.lib.tour import home, sit_faded  # noqa: E402
from scripts.lib.tour_guide import Guide  # noqa: E402

WAYS = ("history", "sit", "settings", "sit", "help", "history", "settings", "help", "sit") * 3
"""Pages gone to, one after the other; each was seen before."""

FIRST_VISITS = ("history", "settings", "help", "journal", "sit")
"""Pages gone to for the first time; Home alone was seen."""

LOOKED = 10_000
"""Milliseconds for which the orb is looked at."""

Measured = dict[str, float]
Moment = tuple[float, float]
"""Seconds of the wall clock, and of work of the GUI thread."""


def page_change() -> list[Row]:
    """From the press to the first frame, and from frame to frame until the page itself is there."""
    cold, told = _aside("pages-cold"), _aside("pages")
    beside = f"a picture of the window {told['copy']:.1f} ms; {_load()}"
    return [
        _first_frame("later visits", told, "first", beside),
        _first_frame("first visits, made ahead", told, "visit", beside),
        _first_frame("first visits right after the start", cold, "first", beside),
        Row(
            "page change: from frame to frame (95th percentile; longest; of processor)",
            f"{told['gap_95']:.0f} ms; {told['gap_most']:.0f} ms; {told['gap_work']:.0f} ms",
            beside,
            "33 ms, the longest",
            told["gap_most"] <= 33,
        ),
    ]


def _first_frame(which: str, told: Measured, name: str, beside: str) -> Row:
    share, most, work = (told[f"{name}_{kind}"] for kind in ("95", "most", "work"))
    return Row(
        f"page change, {which}: first frame (95th percentile; longest; of processor)",
        f"{share:.0f} ms; {most:.0f} ms; {work:.0f} ms",
        beside,
        "50 ms",
        share <= 50,
    )


def orb() -> list[Row]:
    """Processor of the breathing orb, and of the window when nobody can see it."""
    told = _aside("orb")
    bare = f"home {told['home']:.1f} %"
    return [
        Row("orb, of one core", f"{told['orb']:.1f} %", bare, "2 %", told["orb"] <= 2),
        Row(
            "orb, minimised or hidden",
            f"{told['minimised']:.2f} %; {told['hidden']:.2f} %",
            bare,
            "nothing: 0.05 %",
            max(told["minimised"], told["hidden"]) <= 0.05,
        ),
    ]


def strip() -> list[Row]:
    """From a step of Home's slider to the new shape on the screen."""
    told = _aside("strip")
    return [
        Row(
            "shape of the sit while the slider is dragged (95th percentile; longest; of processor)",
            f"{told['95']:.0f} ms; {told['most']:.0f} ms; {told['work']:.0f} ms",
            f"planning alone {told['plan']:.0f} ms; {_load()}",
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


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"


class _Frames(QObject):
    """Notes when each frame of the window is painted: wall clock, and work of the GUI thread.

    A frame is one request of the window for an update, or the first of a fade, which does not
    wait for it. Only the window is watched: a filter on all of the application would be asked
    about every event of every widget, and be measured with the rest.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.noted: list[Moment] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paints here, so that the moment after it is known."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        self.noted.append(_moment())
        return True

    def note_fades(self) -> None:
        """Notes the first frame of each fade too."""
        begin = CrossFade.begin

        def watched(fade: CrossFade, below: QWidget) -> None:
            begin(fade, below)
            self.noted.append(_moment())

        CrossFade.begin = watched  # type: ignore[method-assign, assignment]  # for this process


def _moment() -> Moment:
    return time.perf_counter(), time.thread_time()


def _measure_cold(guide: Guide) -> Measured:
    frames = _Frames(guide.app.window)
    frames.note_fades()
    return _shares("first", [_go(guide, frames, name)[0] for name in FIRST_VISITS])


def _make_all(guide: Guide) -> None:
    """Wait until all pages are made ahead, and the last one is laid out."""
    guide.until(lambda: all(guide.app.window.made(name) for name in PAGES))
    guide.live(1000)


def _measure_pages(guide: Guide) -> Measured:
    window = guide.app.window
    _make_all(guide)
    frames = _Frames(window)
    frames.note_fades()
    visits = [_go(guide, frames, name) for name in FIRST_VISITS]
    later = [_go(guide, frames, name) for name in WAYS]
    gaps = [pair for gone in (*visits, *later) for pair in gone[1:]]
    return {
        **_shares("visit", [gone[0] for gone in visits]),
        **_shares("first", [gone[0] for gone in later]),
        **_shares("gap", gaps),
        "copy": _copying(window),
    }


def _go(guide: Guide, frames: _Frames, name: str) -> list[Moment]:
    """Seconds until the first frame, and from each to the next, by the clock and of work."""
    frames.noted.clear()
    began = _moment()
    guide.app.steering.go(name)
    guide.until(lambda: not guide.app.window.fading)
    QApplication.processEvents()  # the page itself, once it is uncovered
    noted = [began, *frames.noted]
    guide.settle()
    guide.live(50)
    return [(later[0] - one[0], later[1] - one[1]) for one, later in pairwise(noted)]


def _shares(name: str, taken: list[Moment]) -> Measured:
    clock = [each[0] for each in taken]
    return {
        f"{name}_95": _share(clock, 0.95),
        f"{name}_most": 1000 * max(clock),
        f"{name}_work": _share([each[1] for each in taken], 0.95),
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
    _make_all(guide)
    told = {"home": _used()}
    sit_faded(guide)
    guide.live(6000)  # the controls have faded, and the caption has come
    told["orb"] = _used()
    guide.app.window.showMinimized()
    guide.live(1000)  # the window manager's own work is none of the orb's
    told["minimised"] = _used()
    guide.app.window.showNormal()
    guide.app.window.hide()
    guide.live(1000)
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
    home(guide)
    _make_all(guide)
    frames = _Frames(guide.app.window)
    taken = []
    rule = guide.page("sit", Home).panel.length.rule
    for step in (*[1] * 50, *[-1] * 50):
        frames.noted.clear()
        began = _moment()
        rule.step(step)
        while not frames.noted:
            QApplication.processEvents()
        taken.append((frames.noted[0][0] - began[0], frames.noted[0][1] - began[1]))
        guide.live(20)  # the hand is no faster
    chosen, planned = guide.app.steering.chosen, []
    for minutes in range(10, 60):
        chosen.set_minutes(minutes)
        began = _moment()
        chosen.timeline()
        planned.append(_moment()[0] - began[0])
    told = _shares("shape", taken)
    return {
        "95": told["shape_95"],
        "most": told["shape_most"],
        "work": told["shape_work"],
        "plan": _share(planned, 0.5),
    }


def _share(seconds: list[float], share: float) -> float:
    """Milliseconds that this share of the times is not above."""
    return 1000 * sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]


KINDS: dict[str, Callable[[Guide], Measured]] = {
    "pages": _measure_pages,
    "pages-cold": _measure_cold,
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
