"""The spoken lines of a sit, made ahead in playing order on a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from mindful.audio.clip import Samples, Stored, stored
from mindful.voice.errors import VoiceTrouble

LINGER_SECONDS = 10.0
"""How long the voice is kept at hand when every line is made: another change may follow."""


class Wanted(msgspec.Struct, frozen=True):
    """A line to be made: its words, and whether they hold something the person wrote."""

    text: str
    private: bool


class Unwanted(Exception):
    """The line is not needed any more, and was given up before it was whole."""


class MakeLine(Protocol):
    """Turns a line into sound."""

    def __call__(
        self, text: str, *, private: bool, wanted: Callable[[], bool] | None = None
    ) -> Samples:
        """Mono float32 at 48 kHz, shape ``(frames,)``.

        Args:
            text: the words.
            private: whether they hold something the person wrote.
            wanted: asked between two sentences.

        Raises:
            VoiceTrouble: it cannot be spoken; the line is a caption only.
            Unwanted: `wanted` said no.
        """


class Lines:
    """Makes lines one after the other; what is wanted can change at any time.

    Every method may be called from any thread.

    Args:
        make: turns a line into sound.
        rest: called when nothing has been wanted for `linger` seconds, to give memory back.
        linger: seconds.
    """

    def __init__(
        self,
        make: MakeLine,
        rest: Callable[[], None] | None = None,
        linger: float = LINGER_SECONDS,
    ) -> None:
        self._make = make
        self._rest = rest
        self._linger = linger
        self._changed = threading.Condition()
        self._queue: list[Wanted] = []
        self._in_hand: Wanted | None = None
        self._made: dict[str, Stored] = {}
        self._failed: dict[str, VoiceTrouble] = {}
        self._closing = False
        self._version = 0
        self._thread = threading.Thread(target=self._work, name="lines", daemon=True)
        self._thread.start()

    def want(self, lines: Sequence[Wanted]) -> None:
        """Make these next, in this order, and nothing else any more.

        A line in hand that is not among them is given up after the sentence it is at.
        """
        with self._changed:
            if self._in_hand is not None and self._in_hand.text not in {w.text for w in lines}:
                self._in_hand = None
            known = self._made.keys() | self._failed.keys()
            self._queue = [
                line for line in lines if line.text not in known and line != self._in_hand
            ]
            self._changed.notify_all()

    @property
    def version(self) -> int:
        """Goes up by one with every line made or given up."""
        return self._version

    def samples(self, text: str) -> Stored | None:
        """The sound of a line in 16 bits, or None while there is none."""
        return self._made.get(text)

    def frames(self, text: str) -> int | None:
        """The length of a line in frames, or None while it is not known."""
        made = self._made.get(text)
        return None if made is None else len(made)

    def failed(self, text: str) -> VoiceTrouble | None:
        """Why a line cannot be spoken, or None."""
        return self._failed.get(text)

    def pending(self, text: str) -> bool:
        """Whether a line is still waited for."""
        return text not in self._made and text not in self._failed

    def wait_for(self, texts: Sequence[str], timeout: float) -> bool:
        """Wait up to `timeout` seconds until none of `texts` is pending."""
        with self._changed:
            return self._changed.wait_for(
                lambda: self._closing or not any(self.pending(text) for text in texts), timeout
            )

    def close(self) -> None:
        """Stop making lines; the sentence in hand is finished first."""
        with self._changed:
            self._closing = True
            self._queue = []
            self._in_hand = None
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing:
            line = self._next()
            if line is not None:
                self._make_one(line)

    def _next(self) -> Wanted | None:
        """The next line, once there is one; None when all ends, or nothing is wanted after all."""
        self._in_hand = None
        if not self._work_came(self._linger):
            if self._rest is not None:
                self._rest()
            self._work_came(None)
        with self._changed:
            if self._closing:
                return None
            self._in_hand = self._queue.pop(0) if self._queue else None
            return self._in_hand

    def _work_came(self, seconds: float | None) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._closing or bool(self._queue), seconds)

    def _make_one(self, line: Wanted) -> None:
        try:
            made = self._make(
                line.text, private=line.private, wanted=lambda: self._in_hand is not None
            )
        except Unwanted:
            return
        except VoiceTrouble as trouble:
            with self._changed:
                self._failed[line.text] = trouble
                self._told()
        else:
            kept = stored(made)
            with self._changed:
                self._made[line.text] = kept
                self._told()

    def _told(self) -> None:
        self._version += 1
        self._changed.notify_all()


def wanted(timeline_texts: Sequence[tuple[str, bool]]) -> list[Wanted]:
    """Each text once, in order of its first saying."""
    seen: dict[str, bool] = {}
    for text, private in timeline_texts:
        seen[text] = seen.get(text, False) or private
    return [Wanted(text, private) for text, private in seen.items()]
