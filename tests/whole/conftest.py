"""A short exercise of the person's own, so that a whole sit takes a minute."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound_server import PulseServer, Recording

ROOT = Path(__file__).parents[2]

SHORT = """\
id = "short"
title = "A Short Sit"
group = "here"
purpose = "One minute with what is here."
unvoiced = [[1, 0.5]]
asks = ["feeling", "place", "name"]

[minutes]
least = 1
suggested = 1
longest = 5

[[phase]]
name = "Arrive"
share = 40

[[phase.line]]
core = true
say = "Sit in any way you like{name}. You can stop at any time."
pause = 4

[[phase]]
name = "Stay"
share = 60

[[phase.line]]
core = true
say = "Notice {this-feeling} {in-place}."
pause = 6

[[phase.line]]
core = true
say = "Look around the room."
pause = 4
"""

VOICE = "pyttsx3:gmw/en-us+f3"
"""Quick on any machine; `test_being_understood` listens to the natural one."""

SOUND = ("--bell", "wood-block", "--voice", VOICE)
WORDS = ("--feeling", "anxious", "--place", "chest", "--name", "Ada")


def data_folder(folder: Path) -> Path:
    """A data folder with the short exercise in it."""
    (folder / "exercises").mkdir(parents=True)
    (folder / "exercises" / "short.toml").write_text(SHORT, encoding="utf-8")
    return folder


def mindful(data: Path, *arguments: str) -> list[str]:
    """The command line of a Mindful that keeps its files in `data`."""
    return [sys.executable, "-m", "mindful", "--data-dir", str(data), *arguments]


class TerminalSit:
    """A sit in the terminal, in a process of its own, its sound recorded from the other sink."""

    def __init__(self, folder: Path) -> None:
        self.data = data_folder(folder)
        self.recording = Recording(os.environ["PULSE_SERVER"], "other")
        environment = {**os.environ, "PULSE_SINK": "other"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        self._process = subprocess.Popen(
            mindful(self.data, "sit", "short", *WORDS, *SOUND, "--terminal"),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def finish(self) -> tuple[int, str, str, bytes]:
        """Wait for the sit's end; gives exit code, output, errors and the recording."""
        out, errors = self._process.communicate(timeout=110)
        return self._process.returncode, out, errors, self.recording.finish()

    def stop(self) -> None:
        """End what still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
            self.recording.finish()


@pytest.fixture(scope="session")
def terminal_sit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TerminalSit]:
    """Plays beside the window's sit, so that both take one minute."""
    sit = TerminalSit(tmp_path_factory.mktemp("terminal") / "data")
    yield sit
    sit.stop()


class ChangedSit:
    """A sit that is changed while it plays, in a process and on a sound server of its own."""

    def __init__(self, folder: Path) -> None:
        self._server = PulseServer(folder / "pulse")
        self._server.start()
        self._recording = self._server.record()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.whole.changer", str(folder / "data")],
            cwd=ROOT,
            env={**os.environ, "PULSE_SERVER": self._server.address},
            stdout=subprocess.PIPE,
            text=True,
        )

    def finish(self) -> tuple[str, bytes]:
        """Wait for the sit's end; gives what it said and the recording."""
        out, _ = self._process.communicate(timeout=110)
        return out, self._recording.finish()

    def stop(self) -> None:
        """End what still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
            self._recording.finish()
        self._server.stop()


@pytest.fixture(scope="session")
def changed_sit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChangedSit]:
    """Plays beside the others too, from the first of them on."""
    sit = ChangedSit(tmp_path_factory.mktemp("changed"))
    yield sit
    sit.stop()
