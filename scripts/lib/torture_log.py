"""Harm done to the log: each fault for real, each outcome looked at in the file that is left."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from mindful.exercises.timeline import RATE
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended
from scripts.lib.torture_row import Bench, Row
from tests.log import power
from tests.log.aids import PAGE, ROOT, Hands, start, utc_now
from tests.log.test_crash import check, killed_somewhere
from tests.log.test_damage import a_log_backed_up, damage_in_turn

RIGHT_WITHIN = 5.0
"""Seconds by which an interrupted sit's time may differ from what was sat."""
AT_ONCE = 8
"""Sits that play at the same time, each in its own folder."""


def killed_writers(bench: Bench) -> Row:
    """A process that writes sits as fast as it can, killed between or within two writes."""
    row = Row("kill -9 while sits are written, one log")
    path = bench.folder / "mindful.db"
    for number in range(bench.times(200, 10)):
        said = killed_somewhere(path, bench.chance)
        row.add(_found_wrong(partial(check, path, said), f"kill {number}"))
    return row


def killed_sits(bench: Bench) -> Row:
    """Real sits, with sound, killed at a random moment of their first 15 s."""
    row = Row("kill -9 in a real sit")
    moments = [bench.chance.uniform(0, 15) for _ in range(bench.times(200, 8))]
    with ThreadPoolExecutor(AT_ONCE) as sits:
        off = list(sits.map(_kill_a_sit, _folders(bench.folder, len(moments)), moments))
    for number, seconds in enumerate(off):
        fine = seconds is not None and abs(seconds) <= RIGHT_WITHIN
        row.add(None if fine else f"sit {number}, at {moments[number]:.2f} s: off by {seconds}")
    known = sorted(abs(seconds) for seconds in off if seconds is not None)
    row.seen = f"time kept wrong by {known[len(known) // 2]:.1f} s (median), {known[-1]:.1f} s most"
    return row


def power_cuts(bench: Bench) -> Row:
    """The disk as it may be after the power was cut between any two writes, some torn."""
    row = Row("power cut: any unsynced writes lost or torn")
    if not power.can_trace():
        row.seen = "not tried: strace may not trace here"
        return row
    data = bench.folder / "data"
    sitting = ("tests.log.sitter", str(data / "mindful.db"), "sit-some")
    steps = power.record(data, bench.folder / "trace", *sitting)
    for number in range(bench.times(2000, 50)):
        done = steps[: bench.chance.randrange(len(steps) + 1)]
        after = bench.folder / f"after-{number}"
        after.mkdir()
        for name, content in power.disk_after(done, bench.chance).items():
            (after / name).write_bytes(content)
        look = partial(check, after / "mindful.db", power.said(done))
        row.add(_found_wrong(look, f"cut {number}"))
    row.seen = f"{len(steps)} writes and syncs of six sits"
    return row


def damaged_pages(bench: Bench) -> Row:
    """Noise in place of each page of a log of 1,000 sits, in turn."""
    row = Row("noise in place of a page of the log")
    path, hands = bench.folder / "mindful.db", Hands()
    sits = a_log_backed_up(path, hands, bench.times(996, 96), 4)
    pages = range(path.stat().st_size // PAGE)
    tally = damage_in_turn(path, hands, pages, sits, bench.chance)
    row.tried = tally.pages
    row.survived = tally.pages - bool(tally.lost)
    row.seen = (
        f"{tally.unharmed} opened whole, {tally.mended} mended whole, {tally.poorer} restored "
        f"without a sit newer than the backup; {tally.lost} older sits lost"
    )
    return row


def full_disks(bench: Bench) -> Row:
    """A real disk of little room, filled to the last byte; then given room again."""
    row = Row("disk full, then room again")
    place = bench.folder / "disk"
    place.mkdir()
    for number in range(bench.times(40, 4)):
        kilobytes = bench.chance.randrange(400, 1200)
        inside = (
            f"mount -t tmpfs -o size={kilobytes}k none {place} || exit 77; "
            f"exec {sys.executable} -m tests.log.sitter {place}/mindful.db fill-disk"
        )
        ran = subprocess.run(
            ["unshare", "--mount", "sh", "-c", inside],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode in {1, 77} and "ermi" in ran.stderr:
            row.seen = "not tried: no disk may be mounted here"
            return row
        fine = ran.stdout.startswith("log-disk-full ") and ran.stdout.endswith("\nall\n")
        row.add(None if fine else f"disk {number}, {kilobytes} kB: {ran.stdout}{ran.stderr}")
    return row


def copies_at_once(bench: Bench) -> Row:
    """Several copies of the app that write to one log, made at the same moment."""
    row = Row("copies of the app in one new log at once")
    for number, folder in enumerate(_folders(bench.folder, bench.times(20, 3))):
        path = folder / "mindful.db"
        others = [start(path, "write", f"copy-{one}") for one in range(3)]
        for other in others:
            assert other.stdout is not None
            other.stdout.readline()
        for other in others:
            other.communicate("go\n", timeout=120)

        def look(path: Path = path) -> None:
            log = Log(path, utc_now)
            assert len(log.profile.all()) == 150
            log.close()

        row.add(_found_wrong(look, f"log {number}"))
    return row


FAULTS: dict[str, Callable[[Bench], Row]] = {
    "kills": killed_writers,
    "sits": killed_sits,
    "power": power_cuts,
    "pages": damaged_pages,
    "full": full_disks,
    "copies": copies_at_once,
}


def _kill_a_sit(folder: Path, seconds: float) -> float | None:
    """Kill a sit so many seconds after its first frame; by how much its time is wrong."""
    sitter = subprocess.Popen(
        [sys.executable, "-m", "scripts.lib.torture_sitter", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert sitter.stdout is not None
    first = sitter.stdout.readline()
    began = time.monotonic()
    if not first:
        return None
    try:
        sitter.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        sitter.kill()
    sat = int(first) / RATE + time.monotonic() - began
    sitter.communicate()
    log = Log(folder / "mindful.db", utc_now)
    try:
        kept = log.sits.recover()
        whole = len(kept) == 1 and kept[0].ended is Ended.INTERRUPTED
        return kept[0].sat_seconds - sat if whole else None
    finally:
        log.close()


def _folders(folder: Path, count: int) -> list[Path]:
    places = [folder / str(number) for number in range(count)]
    for place in places:
        place.mkdir()
    return places


def _found_wrong(look: Callable[[], None], which: str) -> str | None:
    try:
        look()
    except (AssertionError, LogTrouble) as error:
        return f"{which}: {error}"
    return None
