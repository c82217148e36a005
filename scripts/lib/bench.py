"""What `scripts/bench` runs: each measure beside its yardstick, as one table of Markdown."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mindful.audio.output import Device, SoundCard, Take  # noqa: E402 — after the path
from mindful.audio.playback import Playback  # noqa: E402
from mindful.cli import main as mindful_main  # noqa: E402, F401 — the drivers run it
from mindful.exercises.answers import Answers  # noqa: E402
from mindful.exercises.compose import compose  # noqa: E402
from mindful.exercises.library import load_library  # noqa: E402
from mindful.exercises.model import Exercise  # noqa: E402
from mindful.exercises.plan import estimated, plan  # noqa: E402
from mindful.exercises.timeline import Timeline  # noqa: E402
from mindful.parts import Parts  # noqa: E402
from mindful.paths import find_paths  # noqa: E402
from mindful.sit.choice import Choice  # noqa: E402
from mindful.sitting import new_session  # noqa: E402
from mindful.terminal import TerminalListener  # noqa: E402
from scripts.lib import bench_changes, bench_history, bench_lock, bench_sound, bench_window  # noqa: E402
from scripts.lib.bench_row import Row  # noqa: E402
from tests.sound_server import Recording  # noqa: E402
from tests.whole.hearing import RATE, as_mono, strikes  # noqa: E402


def pss(pid: int) -> float:
    """Proportional set size of a process and its children, in MB."""
    total = 0.0
    for one in [pid, *children(pid)]:
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:")
    return total / 1024


def children(pid: int) -> list[int]:
    """Process ids of all descendants."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *children(int(child))]
    return found


def seconds_used(pid: int) -> float:
    """Processor seconds of a process and its children so far."""
    ticks = 0
    for one in [pid, *children(pid)]:
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


PAINTED = """
    import os, sys, time
    from pathlib import Path
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Watch(QObject):
        def eventFilter(self, seen, event):
            if event.type() == QEvent.Type.Paint and not hasattr(self, "told"):
                self.told = True
                QTimer.singleShot(0, self.tell)
            return False

        def tell(self):
            rollup = Path("/proc/self/smaps_rollup").read_text()
            pss = next(l.split()[1] for l in rollup.splitlines() if l.startswith("Pss:"))
            print(time.monotonic(), int(pss) / 1024, flush=True)
            os._exit(0)
"""
BARE = """
    qt = QApplication([])
    window = QWidget()
    window.resize(1180, 780)
    watch = Watch()
    qt.installEventFilter(watch)
    window.show()
    qt.exec()
"""
OURS = """
    import mindful.app
    shown = mindful.app.App.open
    watch = Watch()
    def watched(app, choice=None):
        QApplication.instance().installEventFilter(watch)
        shown(app, choice)
    mindful.app.App.open = watched
    os.environ["MINDFUL_DATA_DIR"] = sys.argv[1]
    sys.argv[1:] = []
    from mindful.__main__ import main
    main()
"""


def first_window() -> list[Row]:
    """From starting the process to the first painted frame, and the memory then."""
    times: dict[str, list[float]] = {"bare": [], "ours": []}
    sizes: dict[str, list[float]] = {"bare": [], "ours": []}
    # Ours starts as a person's does: Qt is imported on its own way, not by the watcher first.
    code = {"bare": PAINTED + BARE, "ours": PAINTED + OURS}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(11):
            for name in ("bare", "ours"):
                began = time.monotonic()
                done = subprocess.run(
                    [sys.executable, "-c", textwrap.dedent(code[name]), folder],
                    capture_output=True,
                    text=True,
                    check=True,
                    timeout=30,
                )
                painted, size = map(float, done.stdout.split())
                if turn:  # the first run warms the disk
                    times[name].append(painted - began)
                    sizes[name].append(size)
    t = {name: statistics.median(values) for name, values in times.items()}
    m = {name: statistics.median(values) for name, values in sizes.items()}
    return [
        Row(
            "first painted window",
            f"{t['ours'] * 1000:.0f} ms ({t['ours'] / t['bare']:.2f} ×)",
            f"bare window {t['bare'] * 1000:.0f} ms",
            "1.5 ×",
            t["ours"] / t["bare"] <= 1.5,
        ),
        Row(
            "its memory (PSS)",
            f"{m['ours']:.0f} MB ({m['ours'] / m['bare']:.2f} ×)",
            f"bare window {m['bare']:.0f} MB",
            "1.7 ×",
            m["ours"] / m["bare"] <= 1.7,
        ),
    ]


class WatchedCard:
    """A sound card that notes when it is first given frames."""

    def __init__(self) -> None:
        self._card = SoundCard()
        self.given = threading.Event()
        self.at = 0.0

    @property
    def name(self) -> str:
        return self._card.name

    def start(self, take: Take) -> None:
        def watched(frames: int) -> bytes:
            taken = take(frames)
            if not self.given.is_set():
                self.at = time.monotonic()
                self.given.set()
            return taken

        self._card.start(watched)

    def close(self) -> None:
        self._card.close()


def begin_to_bell() -> list[Row]:
    """From Begin to the opening bell's first sample handed to the card; Home has been shown."""
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(7):
        began = time.monotonic()
        card = WatchedCard()
        card.start(lambda frames: bytes(4 * frames))
        card.given.wait(5)
        bare.append(card.at - began)
        card.close()
        with tempfile.TemporaryDirectory() as folder:
            parts = Parts(find_paths(Path(folder)))
            parts.warm()
            cards: list[WatchedCard] = []

            def opened(cards: list[WatchedCard] = cards) -> Device:
                cards.append(WatchedCard())
                return cards[-1]

            parts.playback = lambda opened=opened: Playback(opened)  # type: ignore[method-assign, misc]  # the card is watched
            choice = Choice(
                exercise=parts.library.find("sit-with-it"),
                minutes=20,
                voice=parts.choose_voice(None),
                ambience="rain",
            )
            with Path(os.devnull).open("w") as nowhere:
                began = time.monotonic()
                session = new_session(parts, choice, TerminalListener(nowhere))
                session.begin()
                while not cards:
                    time.sleep(0.001)
                cards[0].given.wait(5)
                ours.append(cards[0].at - began)
                session.close()
                parts.close()
    a, b = statistics.median(ours), statistics.median(bare)
    return [
        Row(
            "Begin to the bell's first sample at the card",
            f"{a * 1000:.0f} ms (worst {max(ours) * 1000:.0f})",
            f"bare device {b * 1000:.0f} ms",
            "150 ms",
            max(ours) <= 0.150,
        )
    ]


def playing() -> list[Row]:
    """Processor and memory while a sit plays: window shown, orb moving, rain, voice."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "mindful", "--data-dir", folder, "sit", "breath"),
                *("-m", "10", "--ambience", "rain", "--voice", "pyttsx3:gmw/en-us+f3"),
            ]
        )
        time.sleep(20)
        used, began = seconds_used(process.pid), time.monotonic()
        sizes = []
        while time.monotonic() - began < 60:
            time.sleep(5)
            sizes.append(pss(process.pid))
        share = (seconds_used(process.pid) - used) / (time.monotonic() - began)
        process.terminate()
        process.wait()
    idle = bare_idle()
    return [
        Row(
            "processor while a sit plays",
            f"{share:.1%} of a core",
            f"bare window {idle:.1%}",
            "4 %",
            share <= 0.04,
        ),
        Row(
            "memory during a sit, worker included (PSS)",
            f"{max(sizes):.0f} MB",
            "—",
            "170 MB",
            max(sizes) <= 170,
        ),
    ]


def bare_idle() -> float:
    """Share of a core that a bare window takes."""
    code = (
        "from PySide6.QtWidgets import *\n"
        "q = QApplication([]); w = QWidget(); w.resize(1180, 780); w.show(); q.exec()"
    )
    process = subprocess.Popen([sys.executable, "-c", code])
    time.sleep(3)
    used, began = seconds_used(process.pid), time.monotonic()
    time.sleep(10)
    share = (seconds_used(process.pid) - used) / (time.monotonic() - began)
    process.kill()
    process.wait()
    return share


BLOCKED = """
    import sys, time
    from PySide6.QtCore import QTimer
    import mindful.app
    shown = mindful.app.App.open
    def block():
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            pass
    def watched(app, choice=None):
        app.timer = QTimer()
        app.timer.timeout.connect(block)
        app.timer.start(5000)
        shown(app, choice)
    mindful.app.App.open = watched
    from mindful.cli import main
    main(["--data-dir", sys.argv[1], "sit", "breath", "-m", "3", "--bell", "wood-block"])
"""


def closing_strike() -> list[Row]:
    """Opening to closing strike of three minutes, recorded, the GUI blocked 300 ms every 5 s."""
    with tempfile.TemporaryDirectory() as folder:
        recording = Recording(os.environ["PULSE_SERVER"])
        process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(BLOCKED), folder])
        began = recording.seconds
        recording.wait_for(began + 180 + 12, timeout=240)
        process.terminate()
        process.wait()
        found = strikes(as_mono(recording.finish()), "wood-block")
    error = ((found[1] - found[0]) / RATE - 180) * 1000
    return [
        Row(
            "closing strike of 3 minutes, GUI blocked",
            f"{error:+.2f} ms",
            "exact: 180 s",
            "20 ms",
            abs(error) <= 20,
        )
    ]


def planning() -> list[Row]:
    """Composing and planning 90 minutes."""
    library = load_library(ROOT / "assets" / "exercises" / "en")
    worst, name = 0.0, ""
    for exercise in library.exercises:
        if exercise.minutes.longest < 90:
            continue
        took = best_of(partial(_planned, exercise, 90))
        if took > worst:
            worst, name = took, exercise.id
    load = best_of(lambda: load_library(ROOT / "assets" / "exercises" / "en"))
    return [
        Row(
            f"planning 90 minutes ({name}, the slowest)",
            f"{worst * 1000:.1f} ms",
            f"reading all exercises {load * 1000:.0f} ms",
            "10 ms",
            worst <= 0.010,
        )
    ]


def _planned(exercise: Exercise, minutes: int) -> Timeline:
    return plan(compose(exercise, Answers(), minutes), estimated)


def best_of(work: Callable[[], object], times: int = 9) -> float:
    """Median seconds of several runs."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


MEASURES: dict[str, Callable[[], list[Row]]] = {
    "planning": planning,
    "window": first_window,
    "pages": bench_window.page_change,
    "orb": bench_window.orb,
    "strip": bench_window.strip,
    "begin": begin_to_bell,
    "playing": playing,
    "strike": closing_strike,
    "ambience": bench_sound.ambience,
    "rendering": bench_sound.rendering,
    "voice": bench_sound.voice_speed,
    "cold": bench_sound.cold_start,
    "changes": bench_changes.changes,
    "beside": bench_sound.writing_beside,
    "locked": bench_lock.locked,
    "history": bench_history.history_asked,
    "history-window": bench_history.history_seen,
    "import": bench_history.imported,
}


def main() -> int:
    """Measure, and print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*MEASURES, []], default=[])
    names = parser.parse_args().names or list(MEASURES)
    rows = [row for name in names for row in MEASURES[name]()]
    print("| what | measured | yardstick, same run | at most | met |")
    print("|---|---|---|---|---|")
    for row in rows:
        met = "yes" if row.met else "**no**"
        print(f"| {row.what} | {row.measured} | {row.yardstick} | {row.bar} | {met} |")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
