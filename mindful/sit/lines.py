"""The spoken lines of a sit, made ahead in playing order on a thread of their own."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

import msgspec

from mindful.audio.clip import Samples, Stored, stored
from mindful.voice.errors import VoiceTrouble


class Wanted(msgspec.Struct, frozen=True):
    """A line to be made: its words, and whether they hold something the person wrote."""

    text: str
    private: bool


class MakeLine(Protocol):
    """Turns a line into sound."""

    def __call__(self, text: str, *, private: bool) -> Samples:
        """Mono float32 at 48 kHz, shape ``(frames,)``.

        Raises:
            VoiceTrouble: it cannot be spoken; the line is a caption only.
        """


class Lines:
    """Makes lines one after the other; what is wanted can change at any time.

    Every method may be called from any thread.
    """

    def __init__(self, make: MakeLine) -> None:
        self._make = make
        self._changed = threading.Condition()
        self._queue: list[Wanted] = []
        self._made: dict[str, Stored] = {}
        self._failed: dict[str, VoiceTrouble] = {}
        self._closing = False
        self._version = 0
        self._thread = threading.Thread(target=self._work, name="lines", daemon=True)
        self._thread.start()

    def want(self, lines: Sequence[Wanted]) -> None:
        """Make these next, in this order, and nothing else any more."""
        with self._changed:
            known = self._made.keys() | self._failed.keys()
            self._queue = [line for line in lines if line.text not in known]
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
        """Stop making lines; the one in hand is finished first."""
        with self._changed:
            self._closing = True
            self._queue = []
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or bool(self._queue))
                if self._closing:
                    return
                line = self._queue.pop(0)
            self._make_one(line)

    def _make_one(self, line: Wanted) -> None:
        try:
            made = self._make(line.text, private=line.private)
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
