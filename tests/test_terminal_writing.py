"""A page of writing in a real terminal, in a process of its own."""

from __future__ import annotations

import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mindful.log.log import Log
from mindful.log.records import Ended, Sit, Written

SHORT = """\
id = "short"
title = "A Short Page"
group = "paper"
purpose = "Two minutes with paper."
unvoiced = [[1, 0.5]]
asks = ["writing"]

[minutes]
least = 2
suggested = 2
longest = 5

[[phase]]
name = "Write"
share = 50
kind = "write"
prompt = "What is here?"
keeps = "sentence"

[[phase]]
name = "Hear"
share = 50

[[phase.line]]
core = true
needs = ["writing"]
say = "You wrote: {written}."
pause = 4
"""
COMMAND = ("sit", "short", "-m", "2", "--no-voice", "--bell", "none", "--terminal")
SECONDS = 60


class Terminal:
    """A sit with a keyboard to type on and a screen to read."""

    def __init__(self, data: Path) -> None:
        (data / "exercises").mkdir(parents=True)
        (data / "exercises" / "short.toml").write_text(SHORT, encoding="utf-8")
        self._data = data
        self._hand, theirs = pty.openpty()
        self._screen = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mindful", "--data-dir", str(data), *COMMAND],
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        os.close(theirs)

    def type(self, text: str) -> None:
        """Type as a person does, Enter included where there is one."""
        os.write(self._hand, text.encode())

    def wait_for(self, words: str) -> None:
        """Read the screen until the words are there."""
        over = time.monotonic() + SECONDS
        while words.encode() not in self._screen:
            assert time.monotonic() < over, self._screen.decode(errors="replace")[-2000:]
            if select.select([self._hand], [], [], 1)[0]:
                self._screen += os.read(self._hand, 4096)

    def wait_for_log(self, lines: int) -> None:
        """Wait until the log has so many lines of the page."""
        over = time.monotonic() + SECONDS
        while True:
            log = Log(self._data / "mindful.db", lambda: datetime.now(UTC))
            pages = log.history.writings(self._running(log))
            log.close()
            if pages and len(pages[0].text.splitlines()) == lines:
                return
            assert time.monotonic() < over, "not kept"
            select.select([self._hand], [], [], 0.1)

    def _running(self, log: Log) -> str:
        """The id of the sit that runs: no query of the log gives one that is not over."""
        with sqlite3.connect(self._data / "mindful.db") as database:
            ((sit,),) = database.execute("SELECT uuid FROM sits")
        database.close()
        return str(sit)

    def stop(self, how: signal.Signals) -> bytes:
        """End it; gives what it said on standard error."""
        self.process.send_signal(how)
        _, errors = self.process.communicate(timeout=SECONDS)
        return errors

    def kept(self) -> tuple[Sit, tuple[Written, ...]]:
        """The sit in the log, and its pages."""
        log = Log(self._data / "mindful.db", lambda: datetime.now(UTC))
        log.sits.recover()
        sit = log.history.last()
        assert sit is not None
        pages = log.history.writings(sit.id)
        log.close()
        return sit, pages

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()
        os.close(self._hand)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path / "data")
    yield made
    made.close()


def test_lines_until_an_empty_one_then_the_sit_goes_on(terminal: Terminal) -> None:
    terminal.wait_for("What is here?")
    terminal.wait_for("An empty line goes on.")
    terminal.type("I can\n")
    terminal.type("rest now\n\n")
    terminal.wait_for("You wrote: “I can rest now”.")
    errors = terminal.stop(signal.SIGINT)
    assert (terminal.process.returncode, errors) == (0, b"")
    sit, (page,) = terminal.kept()
    assert sit.ended is Ended.EARLY
    assert (page.text, page.prompt, page.kind) == ("I can\nrest now", "What is here?", "sentence")


def test_what_was_typed_survives_a_kill(terminal: Terminal) -> None:
    terminal.wait_for("An empty line goes on.")
    terminal.type("I can rest now\n")
    terminal.type("and then\n")
    terminal.wait_for_log(2)
    terminal.stop(signal.SIGKILL)
    sit, (page,) = terminal.kept()
    assert sit.ended is Ended.INTERRUPTED
    assert page.text == "I can rest now\nand then"
