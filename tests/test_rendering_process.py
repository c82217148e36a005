"""A sit written in a process of its own: followed, cancelled, killed, orphaned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mindful.parts import Parts
from mindful.rendering_job import Progress, RenderJob, from_line, to_line
from mindful.rendering_process import RenderingProcess
from mindful.voice.command import worker_command
from mindful.wording import tell
from tests.rendering_aids import an_order, decoded, some_parts

PATIENCE = 60.0
"""Seconds; only a broken process takes so long."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and their processes")


class Heard:
    """What a rendering told, and when something is reached."""

    def __init__(self) -> None:
        self.all: list[Progress] = []
        self._changed = threading.Condition()

    def __call__(self, progress: Progress) -> None:
        with self._changed:
            self.all.append(progress)
            self._changed.notify_all()

    def wait(self, reached: Callable[[Progress], bool]) -> Progress:
        """The first progress that is `reached`."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(reached, self.all)), PATIENCE)
            return next(filter(reached, self.all))

    def end(self) -> Progress:
        return self.wait(lambda progress: progress.over)


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = some_parts(tmp_path / "data")
    yield parts
    parts.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def started(parts: Parts, folder: Path) -> Iterator[Callable[..., tuple[RenderingProcess, Heard]]]:
    running: list[RenderingProcess] = []

    def start(name: str = "sit.ogg", **changes: object) -> tuple[RenderingProcess, Heard]:
        job = RenderJob(paths=parts.paths, order=an_order(parts, folder / name, **changes))
        heard = Heard()
        process = RenderingProcess(job, heard)
        running.append(process)
        process.start()
        return process, heard

    yield start
    for process in running:
        process.close()


def a_long_one() -> dict[str, object]:
    """What makes a job that is not over before it is cancelled."""
    return {"minutes": 60, "ambience": "rain", "voice": None}


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def writing(progress: Progress) -> bool:
    return progress.stage == "sound"


@pytest.mark.parametrize("name", ["sit.ogg", "für mich.ogg", os.fsdecode(b"no \xff text.ogg")])
def test_a_job_survives_the_pipe(parts: Parts, folder: Path, name: str) -> None:
    job = RenderJob(paths=parts.paths, order=an_order(parts, folder / name))
    assert from_line(to_line(job), RenderJob) == job
    assert to_line(job).count(b"\n") == 1


def test_it_writes_the_sit_and_says_so(
    started: Callable[..., tuple[RenderingProcess, Heard]], folder: Path
) -> None:
    _, heard = started("sit.ogg")
    end = heard.end()
    assert (end.stage, end.share, end.unspoken) == ("done", 1.0, 0)
    assert left(folder) == ["sit.ogg", "sit.vtt"]
    assert len(decoded(folder / "sit.ogg")) > 120 * 48_000
    shares = [progress.share for progress in heard.all]
    assert shares == sorted(shares)
    assert sum(progress.over for progress in heard.all) == 1


def test_cancelled_it_ends_and_leaves_nothing(
    parts: Parts, started: Callable[..., tuple[RenderingProcess, Heard]], folder: Path
) -> None:
    process, heard = started(**a_long_one())
    heard.wait(writing)
    process.cancel()
    assert heard.end().stage == "cancelled"
    assert left(folder) == []


def test_cancelled_before_it_began_it_ends_as_well(
    started: Callable[..., tuple[RenderingProcess, Heard]], folder: Path
) -> None:
    process, heard = started()
    process.close()
    assert heard.end().stage == "cancelled"
    assert left(folder) == []


def test_cancelled_before_it_was_started_it_never_writes(parts: Parts, folder: Path) -> None:
    heard = Heard()
    order = an_order(parts, folder / "sit.ogg", **a_long_one())
    process = RenderingProcess(RenderJob(paths=parts.paths, order=order), heard)
    process.cancel()
    process.start()
    assert heard.end().stage == "cancelled"
    process.close()
    assert left(folder) == []


def test_a_trouble_with_a_name_that_is_no_text_is_told(
    started: Callable[..., tuple[RenderingProcess, Heard]],
) -> None:
    _, heard = started(os.fsdecode(b"gone \xff/sit.ogg"))
    assert heard.end().code == "folder-missing"


def test_a_trouble_comes_over_with_its_facts(
    started: Callable[..., tuple[RenderingProcess, Heard]], folder: Path
) -> None:
    _, heard = started("gone/sit.ogg")
    end = heard.end()
    assert (end.stage, end.code) == ("failed", "folder-missing")
    assert end.trouble is not None
    assert end.trouble.facts == {"folder": str(folder / "gone")}
    assert tell(end.trouble)


@posix
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_child_that_is_ended_leaves_nothing(
    parts: Parts,
    started: Callable[..., tuple[RenderingProcess, Heard]],
    folder: Path,
    how: signal.Signals,
) -> None:
    process, heard = started(**a_long_one())
    heard.wait(writing)
    assert process.pid is not None
    os.kill(process.pid, how)
    assert heard.end().stage == ("cancelled" if how is signal.SIGTERM else "failed")
    assert left(folder) == []


@posix
def test_a_child_whose_parent_is_killed_gives_up(parts: Parts, folder: Path) -> None:
    # A go-between is the parent, so that killing it ends nothing of ours; the child inherits our
    # pipe for its output and so tells us when it has ended.
    order = an_order(parts, folder / "sit.ogg", **a_long_one())
    go_between = (
        "import subprocess, sys\n"
        "child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)\n"
        "child.stdin.write(sys.stdin.buffer.readline()); child.stdin.flush()\n"
        "child.wait()\n"
    )
    command = worker_command("mindful.rendering_worker")
    parent = subprocess.Popen(
        [sys.executable, "-c", go_between, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert parent.stdin is not None
    assert parent.stdout is not None
    parent.stdin.write(to_line(RenderJob(paths=parts.paths, order=order)))
    parent.stdin.flush()
    while not writing(from_line(parent.stdout.readline(), Progress)):
        continue
    parent.kill()
    parent.wait(PATIENCE)
    last = parent.stdout.read().splitlines()[-1]  # to its end, which is the child's
    assert from_line(last, Progress).stage == "cancelled"
    assert left(folder) == []
    parent.stdin.close()
    parent.stdout.close()


@posix
def test_what_a_person_feels_is_in_no_list_of_processes(
    parts: Parts, started: Callable[..., tuple[RenderingProcess, Heard]]
) -> None:
    process, heard = started(**a_long_one())
    heard.wait(writing)
    listed = Path(f"/proc/{process.pid}/cmdline")
    if not listed.exists():
        pytest.skip("only Linux shows it so")
    assert b"seasick" not in listed.read_bytes()
    assert b"Rosalind" not in listed.read_bytes()
    assert os.getpriority(os.PRIO_PROCESS, process.pid or 0) > os.getpriority(os.PRIO_PROCESS, 0)
