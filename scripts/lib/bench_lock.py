"""What encryption costs: the same log plain and locked, saving a sit and opening History."""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mindful.log.key import Key  # noqa: E402 - after the path
from mindful.log.log import Log  # noqa: E402
from mindful.log.records import Ended  # noqa: E402
from mindful.log.sealing import change_key  # noqa: E402
from mindful.log.which import Which  # noqa: E402
from scripts.lib.bench_row import Row  # noqa: E402
from tests.log.aids import a_cue, a_sit  # noqa: E402

SITS = 5_000
TIMES = 60


class Steps:
    """A clock that moves by five hours a sit."""

    now = datetime(2023, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def fill(path: Path, clock: Steps) -> None:
    """A log of some years."""
    with closing(Log(path, clock)) as log:
        for number in range(SITS):
            clock.now += timedelta(hours=5)
            sit = log.sits.begin(a_sit(feelings=("sad", "tired"), places=("chest",))).id
            cues = [a_cue(cue) for cue in range(20)]
            log.sits.finish(sit, Ended.FINISHED, 300.0, cues)
            log.sits.reflect(sit, intensity_after=3, note=f"note {number}")


def save_a_sit(log: Log) -> None:
    """What one sit writes: its beginning, two touches, its end, and what is said after it."""
    sit = log.sits.begin(a_sit(feelings=("sad",))).id
    for number in (1, 2):
        log.sits.touch(sit, 2.0 * number, [a_cue(number)])
    log.sits.finish(sit, Ended.FINISHED, 300.0)
    log.sits.reflect(sit, intensity_after=3, note="a note")


def open_history(log: Log) -> None:
    """What History asks when it opens."""
    everything = Which()
    log.history.count(everything)
    log.history.read(log.history.keys(everything)[:50])
    log.history.days_of(Which(since=date(2025, 1, 1)))
    log.statistics.before_and_after(everything)


def seconds_of(work: Callable[[Log], object], log: Log) -> float:
    """How long it takes, once."""
    begun = time.perf_counter()
    work(log)
    return time.perf_counter() - begun


def in_turns(work: Callable[[Log], object], plain: Log, sealed: Log) -> tuple[float, float]:
    """Milliseconds in either log, the middle of many, in turns: what else runs slows both."""
    taken = [(seconds_of(work, plain), seconds_of(work, sealed)) for _ in range(TIMES)]
    one, other = zip(*taken, strict=True)
    return statistics.median(one) * 1000, statistics.median(other) * 1000


def locked() -> list[Row]:
    """Encrypted beside plain; the derivation of the key apart."""
    clock, key = Steps(), Key(bytes(range(32)), b"salt of the file")
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder) / "plain.db", Path(folder) / "sealed.db"
        fill(path, clock)
        shutil.copy(path, other)
        begun = time.perf_counter()
        change_key(other, None, key)
        change = time.perf_counter() - begun
        with closing(Log(path, clock)) as plain, closing(Log(other, clock, key=key)) as sealed:
            first = seconds_of(open_history, plain), seconds_of(open_history, sealed)
            again = in_turns(open_history, plain, sealed)
            saved = in_turns(save_a_sit, plain, sealed)
    begun = time.perf_counter()
    Key.derived("a quiet place", b"salt of the file")
    derived = (time.perf_counter() - begun) * 1000
    return [
        _beside("saving a sit", *saved),
        _beside("opening History first", *(seconds * 1000 for seconds in first)),
        _beside("opening History again", *again),
        Row("key from the passphrase", f"{derived:.0f} ms", "apart from all else", "-", met=True),
        Row(f"locking a log of {SITS:,} sits", f"{change:.1f} s", "-", "-", met=True),
    ]


def _beside(name: str, plain: float, sealed: float) -> Row:
    return Row(
        f"locked log of {SITS:,} sits: {name}",
        f"{sealed:.1f} ms",
        f"{plain:.1f} ms plain",
        "2 x",
        met=sealed <= 2 * plain,
    )
