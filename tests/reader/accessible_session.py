"""A session as a screen reader finds it: a session bus of its own with the accessibility bus on it.

The bus is Debian's `at-spi2-core`. What stands on it is read by `tree.py`, which Debian's own
Python runs, for a virtual environment lacks the bindings (`python3-pyatspi`).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from types import TracebackType

import msgspec

READER = Path(__file__).with_name("tree.py")
PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class Node(msgspec.Struct, frozen=True):
    """What the bus says of one thing on the screen."""

    role: str
    name: str
    description: str
    states: tuple[str, ...]
    path: tuple[str, ...]
    """Names and roles of what it lies in, from the window down."""


class AccessibleSession:
    """Started on entering, ended with all that it started on leaving.

    Args:
        folder: for the session's own files.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._processes: list[subprocess.Popen[str]] = []
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }

    def __enter__(self) -> AccessibleSession:
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address"])
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self._start([LAUNCHER, "--launch-immediately"])
        self._reader = self._start([PYTHON, str(READER)])
        self._answer()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._processes):
            # With its children: the launcher starts a bus of its own.
            os.killpg(process.pid, signal.SIGTERM)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
            process.wait(timeout=60)

    def read(self) -> list[Node]:
        """All that is shown now, in the order in which a screen reader walks it."""
        self._ask("tree")
        return msgspec.convert(self._answer(), list[Node])

    def press(self, name: str, role: str) -> None:
        """Do the first action of what has this name and role, as a screen reader does."""
        self._ask(f"press {role}\t{name}")
        assert self._answer() == "done"

    def rect(self, name: str, role: str) -> tuple[int, int, int, int]:
        """Where what has this name and role lies on the screen: left, top, width, height."""
        self._ask(f"rect {role}\t{name}")
        return msgspec.convert(self._answer(), tuple[int, int, int, int])

    def announced(self) -> list[str]:
        """What programs asked to be spoken since the last time."""
        self._ask("announced")
        return msgspec.convert(self._answer(), list[str])

    def _ask(self, line: str) -> None:
        assert self._reader.stdin is not None
        self._reader.stdin.write(line + "\n")
        self._reader.stdin.flush()

    def _answer(self) -> object:
        assert self._reader.stdout is not None
        return json.loads(self._reader.stdout.readline())

    def _start(self, command: list[str]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        self._processes.append(process)
        return process


def missing() -> str:
    """What this machine lacks for these tests; empty where all is there."""
    lacking = [name for name in (PYTHON, LAUNCHER) if not Path(name).exists()]
    if shutil.which("dbus-daemon") is None:
        lacking.append("dbus-daemon")
    return ", ".join(lacking)
