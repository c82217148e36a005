"""A mistake of ours: told in one sentence, reported without a word of the person's."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from mindful.crash import KEPT, Reporter, watching
from mindful.trouble import Trouble
from mindful.wording import bug

NOW = datetime(2026, 3, 12, 7, 0, tzinfo=UTC)
PRIVATE = "I miss Ada"


def fill_the_disk(note: str) -> None:
    raise Trouble("log-disk-full", path=f"/home/ada/{note}")


def write_down(note: str) -> None:
    try:
        fill_the_disk(note)
    except Trouble as trouble:
        raise ValueError(note) from trouble


def raised() -> ValueError:
    try:
        write_down(PRIVATE)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_never_what(tmp_path: Path) -> None:
    path = Reporter(tmp_path / "reports", lambda: NOW).report(raised(), "sit")
    assert path is not None
    told = path.read_text(encoding="utf-8")
    assert "builtins.ValueError" in told
    assert "mindful.trouble.Trouble log-disk-full" in told
    assert f"test_crash.py:{write_down.__code__.co_firstlineno + 4} write_down" in told
    for word in ("Ada", "ada", "miss", "note)"):
        assert word not in told
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_only_the_newest_reports_stay(tmp_path: Path) -> None:
    minutes = count()
    reporter = Reporter(tmp_path, lambda: NOW + timedelta(minutes=next(minutes)))
    paths = [reporter.report(raised(), "sit") for _ in range(KEPT + 3)]
    assert sorted(tmp_path.iterdir()) == paths[3:]


def test_where_no_report_can_be_written_the_person_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[Path | None] = []
    with watching(tmp_path / "file" / "reports", told.append, lambda: NOW):
        error = raised()
        sys.excepthook(type(error), error, error.__traceback__)
    assert told == [None]
    assert "mistake of Mindful’s" in bug("")


def test_other_threads_are_watched_and_everything_is_as_before_afterwards(tmp_path: Path) -> None:
    told: list[Path | None] = []
    before = sys.excepthook, threading.excepthook
    with watching(tmp_path, told.append, lambda: NOW):
        thread = threading.Thread(target=raised.__globals__["write_down"], args=(PRIVATE,))
        thread.start()
        thread.join()
    assert (sys.excepthook, threading.excepthook) == before
    (path,) = told
    assert path is not None
    assert str(path) in bug(str(path))


def test_ctrl_c_is_no_mistake(tmp_path: Path) -> None:
    """In a process of its own, which leaves as Python does."""
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from mindful.crash import watching\n"
        f"with watching(Path({str(tmp_path)!r}), print, lambda: datetime.now(UTC)):\n"
        "    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout == ""
    assert not list(tmp_path.iterdir())
