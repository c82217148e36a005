"""A sit in the terminal: captions, and the time left on a line of its own."""

from __future__ import annotations

import sys
import threading
from typing import TextIO

from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.records import Ended
from mindful.sit.player import Status
from mindful.wording import _, notice

WIDTH = 30
"""Characters of the progress bar."""


class TerminalListener:
    """Writes what a sit says to a terminal, or line by line to a file.

    Args:
        out: where to write.
    """

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._live = self._out.isatty()
        self._frames = 0
        self._second = -1
        self.over = threading.Event()
        self.ended: Ended | None = None
        self.seconds = 0.0

    def planned(self, timeline: Timeline) -> None:
        """Take the length of the sit."""
        self._frames = timeline.frames

    def status(self, status: Status) -> None:
        """Say when the sit stands still."""
        if status is Status.PAUSED:
            self._line(_("Paused."))

    def reached(self, frame: int) -> None:
        """Move the progress line on, once a second."""
        second = frame // RATE
        if not self._live or second == self._second:
            return
        self._second = second
        done = round(WIDTH * min(1.0, frame / max(1, self._frames)))
        left = max(0, self._frames // RATE - second)
        bar = "━" * done + "─" * (WIDTH - done)
        self._out.write(f"\r\033[2K{bar}  {clock(left)} ")
        self._out.flush()

    def caption(self, cue: Cue | None) -> None:
        """Write a line."""
        if cue is not None:
            self._line(f"{clock(cue.start // RATE)}  {cue.text}")

    def phase(self, name: str) -> None:
        """Write the name of a phase."""
        self._line(f"\n— {name} —")

    def bell(self, cue: Cue) -> None:
        """Write a strike."""
        self._line(f"{clock(cue.start // RATE)}  " + _("(bell)"))

    def breath(self, cue: Cue) -> None:
        """Write the pattern of a paced breath."""
        if cue.pattern is not None:
            pattern = " – ".join(f"{part:g}" for part in cue.pattern)
            self._line(_("Breathe in, hold, out, hold: {pattern} seconds").format(pattern=pattern))

    def notice(self, code: str) -> None:
        """Write a notice, when it has words."""
        if text := notice(code):
            self._line(text)

    def finished(self, ended: Ended, seconds: float) -> None:
        """The sit is over."""
        self.ended, self.seconds = ended, seconds
        self.over.set()

    def close(self) -> None:
        """Leave the progress line behind."""
        if self._live:
            self._out.write("\r\033[2K")
            self._out.flush()

    def _line(self, text: str) -> None:
        start = "\r\033[2K" if self._live else ""
        self._out.write(f"{start}{text}\n")
        self._out.flush()


def clock(seconds: int) -> str:
    """Minutes and seconds as 4:05."""
    return f"{seconds // 60}:{seconds % 60:02}"
