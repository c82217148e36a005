"""What `scripts/bench` measures of History and imports: 100,000 sits asked for, seen, brought in.

Beside what a clock on the wall says stands the processor time of this process, which other
programs on the machine hardly change.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mindful.commands.stats import figures_of
from mindful.log.driver import connect_to
from mindful.log.log import Log
from mindful.log.records import Ended
from mindful.log.store import Store
from mindful.log.which import Order, Which
from mindful.parts import Parts
from mindful.paths import find_paths
from scripts.lib.bench_row import Row
from scripts.lib.make_log import UNTIL, make_log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import SignalInstance

    from mindful.app import App
    from mindful.ui.pages.history import HistoryPage

ROOT = Path(__file__).parents[2]
SITS, SEEN = 100_000, 50_000
PAGE = 100
ASKED = {
    "by feeling": (Which(feeling="afraid"), Order.NEWEST),
    "by place": (Which(place="chest"), Order.NEWEST),
    "a word in most notes": (Which(search="the"), Order.NEWEST),
    "by practice": (Which(exercise="breath"), Order.NEWEST),
    "by ending": (Which(ended=Ended.EARLY), Order.NEWEST),
    "by dates": (Which(since=date(1990, 1, 1), until=date(2020, 6, 30)), Order.NEWEST),
    "a word searched": (Which(search="rain"), Order.NEWEST),
    "the longest": (Which(), Order.LONGEST),
}


def history_asked() -> list[Row]:
    """Filters, searches and statistics, each beside its own SQL run bare."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mindful.db"
        make_log(path, SITS)
        log = Log(path, lambda: UNTIL)
        worst = max(
            (
                _beside_bare(path, partial(_list, log, which, order)),
                name,
            )
            for name, (which, order) in ASKED.items()
        )
        (took, bare), name = worst
        rows = [_row(f"100,000 sits, a filter or search ({name}, the slowest)", took, bare, 50)]
        took, bare = _beside_bare(path, lambda: figures_of(log, Which()))
        rows.append(_row("100,000 sits, all statistics", took, bare, 300))
        log.close()
    return rows


def history_seen() -> list[Row]:
    """The page in the real window: opened, and scrolled from end to end."""
    return [row for count in (SEEN, SITS) for row in _seen(count)]


def imported() -> list[Row]:
    """100,000 lines of another app, in a process of its own, beside their inserts run bare."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "timer.csv"
        file.write_text(_lines(SITS), encoding="utf-8")
        code = _IMPORT.format(log=str(Path(folder) / "mindful.db"), file=str(file))
        told = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
        )
    wall, processor, before, most = map(float, told.stdout.split())
    return [
        Row(
            "100,000 lines imported",
            f"{wall:.1f} s, {processor:.1f} s of processor time",
            "—",
            "5 s",
            wall <= 5,
        ),
        Row(
            "memory while they are",
            f"{most:.0f} MB",
            f"{before:.0f} MB before",
            "200 MB",
            most < 200,
        ),
    ]


def _lines(count: int) -> str:
    """Insight Timer's: one sit every three hours."""
    first = datetime(1990, 1, 1, 6, tzinfo=UTC)
    starts = (first + timedelta(hours=3 * number) for number in range(count))
    rows = (
        f"{one:%m/%d/%Y %H:%M:%S},0:{number % 40 + 1}:0,Morning,Meditation"
        for number, one in enumerate(starts)
    )
    return "\n".join(("Started At,Duration,Preset,Activity", *rows))


_IMPORT = """
import re, time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from mindful.log.log import Log
from mindful.log.sorting import How
log = Log(Path({log!r}), lambda: datetime.now(UTC))
# Not getrusage: its maximum includes that of the process this one was forked from.
status = lambda: Path("/proc/self/status").read_text()
most = lambda: int(re.search("VmHWM:\\s*(\\d+)", status())[1]) / 1024
before, wall, processor = most(), time.perf_counter(), time.process_time()
log.imports.take(Path({file!r}), How(zone=UTC))
print(time.perf_counter() - wall, time.process_time() - processor, before, most())
log.close()
"""


def _list(log: Log, which: Which, order: Order) -> object:
    keys = log.history.keys(which, order)
    return log.history.read(keys[:PAGE])


def _row(what: str, took: float, bare: float, most: int) -> Row:
    return Row(
        what,
        f"{took * 1000:.1f} ms ({took / bare:.2f} ×)",
        f"bare SQL {bare * 1000:.1f} ms",
        f"{most} ms, 2 ×",
        took * 1000 <= most and took <= 2 * bare,
    )


def _beside_bare(path: Path, ask: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of asking, and of running the statements it runs, with nothing around."""
    asked: list[tuple[str, object]] = []
    rows = Store.rows

    def noting(store: Store, sql: str, values: object = None) -> object:
        asked.append((sql, values or {}))
        return rows(store, sql, values)  # type: ignore[arg-type]  # as it was called

    Store.rows = noting  # type: ignore[assignment, method-assign]  # for one call
    try:
        ask()
    finally:
        Store.rows = rows  # type: ignore[method-assign]  # as it was
    with closing(connect_to(path, 5)) as connection:
        # By turns, so that what else the machine does falls on both.
        both = [
            (_timed(ask), _timed(lambda: [_fetch(connection, *one) for one in asked]))
            for _turn in range(9)
        ]
    took, bare = zip(*both, strict=True)
    return statistics.median(took), statistics.median(bare)


def _fetch(connection: object, sql: str, values: object) -> Iterable[object]:
    return connection.execute(sql, values).fetchall()  # type: ignore[attr-defined, no-any-return]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _seen(count: int) -> list[Row]:
    from PySide6.QtWidgets import QApplication

    from mindful.app import App as Window

    qt = cast("QApplication", QApplication.instance() or QApplication([]))
    qt.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(find_paths(Path(folder)), now=lambda: UNTIL)
        parts.change_settings(welcomed=True)
        make_log(parts.paths.log, count)
        app = Window(qt, parts.paths, parts)
        app.open()
        while not app.window.made("journal"):  # made ahead behind History, while all is quiet
            _live(0.3)
        first, *times = [_open(app) for _turn in range(8)]
        _live(2)
        longest = _scroll(cast("HistoryPage", app.window.page("history")))
        app.close()
        parts.close()
        _live(0.1)
    wall, processor = (statistics.median(each) for each in zip(*times, strict=True))
    return [
        Row(
            f"History with {count:,} sits, until its first rows are painted",
            f"{wall * 1000:.0f} ms, {processor * 1000:.0f} ms of processor time",
            f"the first time {first[0] * 1000:.0f}, {first[1] * 1000:.0f} ms",
            "150 ms",
            wall <= 0.150,
        ),
        Row(
            f"longest turn of the window while {count:,} sits are scrolled through",
            f"{longest * 1000:.0f} ms",
            "—",
            "50 ms",
            longest <= 0.050,
        ),
    ]


def _open(app: App) -> tuple[float, float]:
    """Seconds from Home until History's rows have come and are painted; and of the processor."""
    app.steering.go("sit")
    _live(1)
    wall, processor = time.perf_counter(), time.process_time()
    app.steering.go("history")
    page = cast("HistoryPage", app.window.page("history"))
    _until(page.model.modelReset)
    page.list.viewport().repaint()
    return time.perf_counter() - wall, time.process_time() - processor


def _scroll(page: HistoryPage) -> float:
    """Seconds of the longest turn, scrolling all the way in two hundred steps."""
    from PySide6.QtCore import QEventLoop, QTimer

    bar = page.list.verticalScrollBar()
    loop, timer = QEventLoop(), QTimer()
    turns, steps = [time.perf_counter()], 200

    def step() -> None:
        turns.append(time.perf_counter())
        bar.setValue(bar.maximum() * (len(turns) - 1) // steps)
        page.list.viewport().repaint()
        if len(turns) > steps:
            loop.quit()

    timer.timeout.connect(step)
    timer.start(16)
    loop.exec()
    return max(later - before for before, later in pairwise(turns)) - 0.016


def _live(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _until(signal: SignalInstance) -> None:
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    connection = signal.connect(loop.quit)
    loop.exec()
    signal.disconnect(connection)
