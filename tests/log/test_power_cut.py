"""The power is cut at any moment: what a person was told is kept is on the disk."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from tests.log import power
from tests.log.aids import Hands, start, utc_now
from tests.log.test_crash import check

needs_strace = pytest.mark.skipif(
    not power.can_trace(), reason="needs strace, and leave to trace a process of one's own"
)


def cut_often(folder: Path, times: int, seed: int) -> int:
    """Cut the power at random moments of six sits; how many had ended by then, summed up."""
    chance = random.Random(seed)
    data = folder / "data"
    steps = power.record(
        data, folder / "trace", "tests.log.sitter", str(data / "mindful.db"), "sit-some"
    )
    assert any(step.what == "sync" for step in steps)
    confirmed = 0
    for number in range(times):
        done = steps[: chance.randrange(len(steps) + 1)]
        after = folder / f"after-{number}"
        after.mkdir()
        for name, content in power.disk_after(done, chance).items():
            (after / name).write_bytes(content)
        heard = power.said(done)
        try:
            check(after / "mindful.db", heard)
        except LogTrouble as trouble:
            pytest.fail(f"seed {seed}, cut {number}, after {heard[-1:]}: {trouble}")
        confirmed += sum(words[0] == "finished" for words in heard)
    return confirmed


@needs_strace
def test_nothing_confirmed_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    assert cut_often(tmp_path, 25, seed=6) > 40


@needs_strace
@pytest.mark.long
@pytest.mark.timeout(1800)
def test_nothing_confirmed_is_lost_in_two_thousand_power_cuts(tmp_path: Path) -> None:
    assert cut_often(tmp_path, 2000, seed=int.from_bytes(os.urandom(4), "big")) > 2000


def left_open(path: Path) -> list[list[str]]:
    """A log whose process was killed, with a write-ahead log beside it; what it had said."""
    child = start(path, "sit")
    assert child.stdout is not None
    lines: list[str] = []
    while sum(line.startswith("reflected") for line in lines) < 3:
        lines.append(child.stdout.readline())
    child.kill()
    child.communicate(timeout=60)
    return [line.split() for line in lines]


@pytest.mark.parametrize("torn", [False, True], ids=["cut short", "torn page"])
def test_a_write_ahead_log_with_a_bad_end_keeps_what_comes_before_it(
    path: Path, torn: bool, hands: Hands
) -> None:
    left_open(path)
    files = {name: path.with_name(name).read_bytes() for name in ("mindful.db", "mindful.db-wal")}
    ahead = files["mindful.db-wal"]
    chance = random.Random(4)
    most = 0
    for _ in range(8):
        path.write_bytes(files["mindful.db"])
        path.with_name("mindful.db-shm").unlink(missing_ok=True)
        where = chance.randrange(len(ahead))
        rest = chance.randbytes(min(4096, len(ahead) - where)) if torn else b""
        path.with_name("mindful.db-wal").write_bytes(ahead[:where] + rest)
        log = Log(path, utc_now)
        log.sits.recover()
        found = log.history.find()
        assert all(sit.note in {"", f"note of {sit.id}"} for sit in found)
        most = max(most, len(found))
        log.close()
    assert most >= 2
