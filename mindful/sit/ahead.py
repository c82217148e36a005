"""The first lines of a sit that may begin, made while it is still being chosen.

When nothing has been chosen for a while, lines are made that are kept for whenever they are needed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from mindful.exercises.plan import estimated, plan
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.sit.lines import MakeLine, Unwanted, Wanted, wanted
from mindful.voice.errors import VoiceTrouble

LINES = 3
"""So many lines are made; they last for the first minute, in which the next ones are made."""

SETTLE_SECONDS = 0.4
"""A choice has to stand so long: nobody needs the lines of every length slid past."""

IDLE_SECONDS = 8.0
"""No new choice for so long: then there is time for what may be needed some day."""

Spare = Callable[[], None]
"""Makes something there is time for; may raise `VoiceTrouble`, and then the rest is left."""

LINGER_SECONDS = 20.0
"""How long the voice is kept at hand for the next choice."""


class Ahead:
    """Makes lines for the cache of spoken lines; a new choice takes the place of the last.

    Every method may be called from any thread.

    Args:
        rest: called when nothing has been wanted for `linger` seconds, to give memory back.
        settle: seconds a choice has to stand.
        linger: seconds.
        idle: seconds until there is time for spare work.
    """

    def __init__(
        self,
        rest: Callable[[], None],
        settle: float = SETTLE_SECONDS,
        linger: float = LINGER_SECONDS,
        idle: float = IDLE_SECONDS,
    ) -> None:
        self._rest = rest
        self._settle = settle
        self._linger = linger
        self._idle = idle
        self._spare: list[Spare] = []
        self._changed = threading.Condition()
        self._turn = self._settled = self._idled = 0
        self._make: MakeLine | None = None
        self._queue: list[Wanted] = []
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="lines ahead", daemon=True)
        self._thread.start()

    def prepare(self, make: MakeLine, lines: Sequence[Wanted], spare: Sequence[Spare] = ()) -> None:
        """Make these, soon, and nothing else any more; `spare` one by one when there is time."""
        with self._changed:
            self._turn += 1
            self._make = make
            self._queue = list(lines)
            self._spare = list(spare)
            self._changed.notify_all()

    def stop(self) -> None:
        """Make nothing more; the sentence in hand is finished."""
        with self._changed:
            self._turn += 1
            self._queue = []
            self._spare = []
            self._changed.notify_all()

    def close(self) -> None:
        """Stop, and end. Safe to call twice."""
        with self._changed:
            self._closing = True
        self.stop()
        self._thread.join()

    def _work(self) -> None:
        used = False
        while not self._closing:
            if self._came(self._linger if used else None):
                used = self._make_next() or used
            elif self._make_spare():
                used = True
            else:
                used = False
                self._rest()

    def _came(self, seconds: float | None) -> bool:
        """Whether a line is wanted, before there is time for something else."""
        with self._changed:
            while not (self._closing or self._queue):
                turn, wait = self._turn, seconds
                if self._spare:
                    wait = 0 if turn == self._idled else self._idle
                if not self._is_told_anew(turn, wait):
                    return False
            return True

    def _is_told_anew(self, turn: int, seconds: float | None) -> bool:
        return self._changed.wait_for(lambda: self._closing or self._turn != turn, seconds)

    def _make_spare(self) -> bool:
        with self._changed:
            if not self._spare:
                return False
            self._idled, spare = self._turn, self._spare.pop(0)
        try:
            spare()
        except VoiceTrouble:
            with self._changed:
                self._spare = []  # whoever needs it later hears another voice
        return True

    def _make_next(self) -> bool:
        """Make the next line, if it is still wanted when the choice has stood; whether it was."""
        with self._changed:
            turn = self._turn
            if turn != self._settled:
                if self._changed.wait_for(lambda: self._turn != turn, self._settle):
                    return False
                self._settled = turn
            if not self._queue or self._make is None:
                return False
            make, line = self._make, self._queue.pop(0)
        try:
            make(line.text, private=line.private, wanted=lambda: self._turn == turn)
        except (Unwanted, VoiceTrouble):
            return True  # the sit itself tells of trouble
        return True


def first_lines(choice: Choice) -> list[Wanted]:
    """The lines that a sit would begin with."""
    spoken = plan(composed(choice), estimated).spoken[:LINES]
    return wanted([(cue.text, cue.private) for cue in spoken])
