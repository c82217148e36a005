"""A page of writing in the terminal: lines until an empty one."""

from __future__ import annotations

import codecs
import os
import sys
import threading
from collections.abc import Callable

import msgspec

from mindful.sit.writing import Phrase, Writing
from mindful.wording import _

CHUNK = 4096
"""Bytes read from the keyboard at once; a terminal hands over a line at a time."""


class TypedPage:
    """What is typed on one page, line by line.

    Args:
        blank: the page before anything is written.

    Attributes:
        writing: what stands there now.
        finished: whether the person has gone on.
        keeps: whether the phrases they believe are kept for other sits.
    """

    def __init__(self, blank: Writing) -> None:
        self.writing = blank
        self.finished = False
        self.keeps = False
        self._lines: list[str] = []
        self._take: Callable[[str], str] = (
            self._take_phrase if blank.kind == "phrases" else self._take_line
        )

    def take(self, line: str) -> str:
        """A line, without its end, was typed; gives what to ask next, empty for nothing."""
        return self._take(line)

    def _take_line(self, line: str) -> str:
        if line.strip():
            self._lines.append(line)
            text = "\n".join(self._lines)
            self.writing = msgspec.structs.replace(self.writing, text=text)
        else:
            self.finished = True
        return ""

    def _take_phrase(self, line: str) -> str:
        phrase = rated(line)
        if not phrase.text:
            return self._finish()
        phrases = (*self.writing.phrases, phrase)
        self.writing = msgspec.structs.replace(self.writing, phrases=phrases)
        if phrase.rating is None:
            self._take = self._take_rating
            return _("How true does it sound, 0 to 10? ")
        return ""

    def _take_rating(self, line: str) -> str:
        self._take = self._take_phrase
        *before, last = self.writing.phrases
        phrases = (*before, Phrase(last.text, rating(line)))
        self.writing = msgspec.structs.replace(self.writing, phrases=phrases)
        return ""

    def _finish(self) -> str:
        if not self.writing.believed:
            self.finished = True
            return ""
        self._take = self._take_keeping
        return _("Keep the phrases of 6 and more for other sits? (Y/n) ")

    def _take_keeping(self, line: str) -> str:
        self.keeps = not line.strip().lower().startswith("n")
        self.finished = True
        return ""


def rated(line: str) -> Phrase:
    """A phrase as typed, such as "7 I can begin again"; without a number it is not rated."""
    first, _space, rest = line.strip().partition(" ")
    number = rating(first)
    if number is None or not rest.strip():
        return Phrase(line.strip())
    return Phrase(rest.strip(), number)


def rating(typed: str) -> int | None:
    """A whole number from 0 to 10, or None for anything else."""
    plain = typed.strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= 2 and int(plain) <= 10:
        return int(plain)
    return None


class Keyboard:
    """Lines typed into a terminal, read on a thread of its own.

    Args:
        handle: of the terminal, as `os.read` takes it.
        encoding: of what is typed; anything else in it becomes "�".
    """

    def __init__(self, handle: int, encoding: str = "utf-8") -> None:
        self._handle = handle
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._thread: threading.Thread | None = None
        self._take: Callable[[str], None] = lambda _line: None

    def listen(self, take: Callable[[str], None]) -> None:
        """Hand over every line from now on, without its end; nobody else gets one any more."""
        self._take = take
        if self._thread is None:
            # A daemon, and no buffered reader: a read that nobody answers must not keep the
            # program from ending, and would hold a reader's lock while it ends.
            self._thread = threading.Thread(target=self._read, name="keyboard", daemon=True)
            self._thread.start()

    def _read(self) -> None:
        rest = ""
        while chunk := self._next():
            *lines, rest = (rest + self._decoder.decode(chunk)).split("\n")
            for line in lines:
                self._take(line.rstrip("\r"))

    def _next(self) -> bytes:
        try:
            return os.read(self._handle, CHUNK)
        except OSError:
            return b""  # the terminal is gone: the sit goes on in silence


def find_keyboard() -> Keyboard | None:
    """The keyboard, or None where standard input is no terminal, or closed."""
    try:
        if sys.stdin is None or not sys.stdin.isatty():
            return None
        return Keyboard(sys.stdin.fileno(), sys.stdin.encoding)
    except (ValueError, OSError):  # closed
        return None
