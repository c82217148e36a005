"""A sit under a tracer: it speaks to nothing outside this computer, and its files are private.

strace sees every call of the app and of all its processes that has to do with sockets. Screen,
sound server and session bus are reached through Unix sockets, which never leave the machine.
"""

from __future__ import annotations

import os
import re
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mindful.log.log import Log
from mindful.log.records import Ended, Sit
from mindful.parts import local_now
from tests.log import power

ROOT = Path(__file__).parents[1]
LOCAL = {"UNIX", "LOCAL", "UNSPEC"}
"""Address families of this machine alone. UNSPEC is no address: it stands where a call has none."""
PATIENCE = 120.0
_BUS = "DBUS_SESSION_BUS_ADDRESS"
_HUSHED = re.compile("CI$|ORT_|TF_BUILD$|GITHUB_|GITLAB_|JENKINS_|BUILDKITE|TRAVIS|CIRCLECI")

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(
        not power.can_trace(), reason="needs strace, and leave to trace a process of one's own"
    ),
]


class TracedSit:
    """A sit in a process of its own, all its network calls recorded."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.data = folder / "new" / "data"
        self._trace = folder / "trace"
        tracer = [
            "strace",
            "-f",
            "--seccomp-bpf",
            "-e",
            "trace=%network,execve",
            "-o",
            str(self._trace),
        ]
        mindful = [sys.executable, "-m", "mindful", "--data-dir", str(self.data), "sit"]
        self._process = subprocess.Popen(
            [*tracer, *mindful, *arguments],
            cwd=ROOT,
            # onnxruntime reports nothing where it sees a build server, or was told elsewhere.
            env={name: value for name, value in os.environ.items() if not _HUSHED.match(name)}
            # Where no session bus runs, one would be started, and outlive the sit.
            | {_BUS: os.environ.get(_BUS, "disabled:")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            umask=0,  # the modes are the app's own doing
        )

    def wait_until(self, there: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait for something the sit does."""
        over = time.monotonic() + seconds
        while not there():
            assert time.monotonic() < over, self._process.poll()
            select.select([], [], [], 0.1)

    def has_spoken(self) -> bool:
        """Whether the first line has been heard and kept."""
        file = self.data / "mindful.db"
        if not file.exists():
            return False
        log = Log(file, local_now)
        try:
            running = log.history._store.rows("SELECT count(*) AS said FROM sit_cues")
            return bool(running[0]["said"])
        finally:
            log.close()

    def end(self) -> None:
        """Ask the app, not its tracer, to end."""
        os.kill(int(self._trace.read_text(encoding="ascii").split(maxsplit=1)[0]), signal.SIGTERM)

    def wait(self) -> str:
        """Wait for the end; gives what was printed."""
        told, _ = self._process.communicate(timeout=110)
        assert self._process.returncode == 0, told
        return told

    def stop(self) -> None:
        if self._process.poll() is None:
            self.end()
            self._process.communicate()

    def families(self) -> set[str]:
        """Every address family that appears in a call."""
        calls = self._trace.read_text(encoding="ascii", errors="replace")
        assert "socket(" in calls
        return set(re.findall(r"\b[AP]F_(\w+)", calls))

    def modes(self) -> dict[str, int]:
        """Each file and folder of the app with its mode."""
        found = [self.data, *self.data.rglob("*")]
        return {str(place): stat.S_IMODE(place.stat().st_mode) for place in found}

    def kept(self) -> Sit | None:
        log = Log(self.data / "mindful.db", local_now)
        try:
            return log.history.last()
        finally:
            log.close()


def check(sit: TracedSit) -> None:
    """Nothing but local families, and nothing that others may read."""
    assert sit.families() <= LOCAL
    for place, mode in sit.modes().items():
        assert mode == (0o700 if Path(place).is_dir() else 0o600), (place, oct(mode))


@pytest.fixture
def sits(tmp_path: Path) -> Iterator[Callable[..., TracedSit]]:
    begun: list[TracedSit] = []

    def begin(*arguments: str) -> TracedSit:
        folder = tmp_path / str(len(begun))
        folder.mkdir()
        begun.append(TracedSit(folder, *arguments))
        return begun[-1]

    yield begin
    for sit in begun:
        sit.stop()


@pytest.mark.window
def test_sits_in_window_and_terminal_stay_on_this_computer(
    sits: Callable[..., TracedSit],
) -> None:
    """The one with the natural voice, the other with the simple one."""
    simple = ("--terminal", "--voice", "pyttsx3:gmw/en-us+f3")
    both = [sits("grounding", "-m", "5"), sits("grounding", "-m", "5", *simple)]
    for sit in both:
        sit.wait_until(sit.has_spoken)
        sit.end()
        sit.wait()
        kept = sit.kept()
        assert kept is not None
        assert kept.ended is Ended.EARLY
        assert list((sit.data / "backups").iterdir())
        check(sit)


@pytest.mark.long
@pytest.mark.window
@pytest.mark.timeout(240)
def test_whole_sits_stay_on_this_computer(sits: Callable[..., TracedSit]) -> None:
    terminal, window = sits("timer", "-m", "1", "--terminal"), sits("timer", "-m", "1")
    window.wait_until(lambda: window.has_spoken() and window.kept() is not None, 2 * PATIENCE)
    window.end()
    for sit in (terminal, window):
        sit.wait()
        kept = sit.kept()
        assert kept is not None
        assert kept.ended is Ended.FINISHED
        assert (sit.data / "measures.json").exists()
        check(sit)
