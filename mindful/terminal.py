"""A sit in the terminal: captions, and the time left on a line of its own."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TextIO

from mindful.change_words import changed_words
from mindful.exercises.live import Change
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.records import Ended
from mindful.sit import events
from mindful.sit.player import Status
from mindful.sit.writing import blank_page
from mindful.terminal_page import Keyboard, TypedPage
from mindful.wording import _, notice

if TYPE_CHECKING:  # the libraries of sound stand behind it
    from mindful.sit.session import Session

WIDTH = 30
"""Characters of the progress bar."""


class TerminalListener:
    """Writes what a sit says to a terminal, or line by line to a file.

    Args:
        out: where to write.
        keyboard: what pages of writing are written with; without one they stay blank.
        open_ended: the time counts up.
    """

    def __init__(
        self,
        out: TextIO | None = None,
        keyboard: Keyboard | None = None,
        *,
        open_ended: bool = False,
    ) -> None:
        self._out = out or sys.stdout
        self._live = self._out.isatty()
        self._keyboard = keyboard
        self._open_ended = open_ended
        self._session: Session | None = None
        self._writing = threading.Lock()
        self._page: Cue | None = None
        self._typed: TypedPage | None = None
        self._plan: Timeline | None = None
        self._frames = 0
        self._second = -1
        self.over = threading.Event()
        self.ended: Ended | None = None
        self.seconds = 0.0

    def write_into(self, session: Session) -> None:
        """Give what is typed on pages of writing to this sit."""
        self._session = session

    def planned(self, timeline: Timeline) -> None:
        """Take the length of the sit."""
        self._plan = timeline
        self._frames = timeline.frames

    def status(self, status: Status) -> None:
        """Say when the sit stands still."""
        if status is Status.PAUSED:
            self._line(_("Paused."))

    def reached(self, frame: int) -> None:
        """Move the progress line on, once a second."""
        second = frame // RATE
        if not self._live or second == self._second or self._page is not None:
            return
        self._second = second
        if self._open_ended:
            self._out.write(f"\r\033[2K{clock(second)} ")
            self._out.flush()
            return
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

    def writing(self, cue: Cue | None) -> None:
        """Write the prompt of a page and listen; say so when the page closes by itself."""
        with self._writing:
            before, self._page = self._page, None
            if cue is None:
                if before is not None and self._typed is not None and self._typed.writing.rows:
                    self._line(_("What you wrote is kept."))
            elif self._keyboard is None or self._session is None or self._plan is None:
                self._line(cue.prompt)
            else:
                self._page = cue
                if before is None:
                    self._open(cue)

    def _open(self, cue: Cue) -> None:
        assert self._keyboard is not None
        assert self._plan is not None
        self._typed = TypedPage(blank_page(self._plan, cue))
        left = clock((cue.end - cue.start) // RATE)
        self._line(f"\n{cue.prompt}")
        if cue.keeps == "phrases":
            self._line(_("One on each line, with its number before it: 7 I can begin again"))
        self._line(_("Write here, for up to {time}. An empty line goes on.").format(time=left))
        self._keyboard.listen(self._take)

    def _take(self, line: str) -> None:
        """A line was typed; one that comes late still belongs to the page that is over."""
        with self._writing:
            session, typed, page = self._session, self._typed, self._page
            if session is None or typed is None:
                return
            gone_on = typed.finished
            if gone_on:
                return
            question = typed.take(line)
            session.wrote(typed.writing)
            if typed.keeps:
                session.keep_phrases(typed.writing.believed)
            if question:
                self._out.write(question)
                self._out.flush()
            if typed.finished and page is not None:
                self._page = None
                session.tell(events.WentOn(page.start))

    def changed(self, change: Change) -> None:
        """Say what has changed."""
        self._line(changed_words(change))

    def notice(self, code: str, seconds: float = 0.0) -> None:
        """Write a notice, when it has words."""
        if text := notice(code, seconds):
            self._line(text)

    def finished(self, ended: Ended, seconds: float) -> None:
        """The sit is over."""
        self.ended, self.seconds = ended, seconds
        self.over.set()

    def close(self) -> None:
        """Leave the progress line behind, and take nothing more that is typed."""
        with self._writing:
            self._session = None
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
