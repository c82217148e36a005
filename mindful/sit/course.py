"""The course of a sit: its script, which changes as the person writes, goes on, or stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mindful.exercises import changing
from mindful.exercises.answers import Answers
from mindful.exercises.script import Script
from mindful.exercises.timeline import Cue, Timeline
from mindful.sit.open_ended import concluded, opened
from mindful.sit.writing import Writing

Compose = Callable[[Answers, Sequence[Cue]], Script]
"""Composes the sit for these answers, given the ``say`` cues that have begun."""


class Course:
    """What a sit will say, as far as it is known now.

    `take` may be called from any thread, everything else from the sit's own.

    Args:
        compose: composes the sit, at first and again.
        answers: given before the sit.
        closing: strikes that end a sit which is open-ended; None for one that has a length.

    Attributes:
        script: what is said.
    """

    def __init__(self, compose: Compose, answers: Answers, closing: int | None = None) -> None:
        self._compose = compose
        self._closing = closing
        self._first = self._answers = answers
        self._written: dict[int, Writing] = {}
        self._news = False
        self.script = self._composed(answers, ())

    @property
    def open_ended(self) -> bool:
        """Whether it lasts until the person ends it."""
        return self._closing is not None

    def conclude(self, timeline: Timeline, now: int) -> None:
        """An open-ended sit ends at `now`, with its closing strikes."""
        assert self._closing is not None
        self.script = concluded(self.script, timeline, now, self._closing)

    def take(self, writing: Writing) -> None:
        """Something was written; `renew` takes it up."""
        self._written[writing.page] = writing
        self._news = True

    def renew(self, timeline: Timeline, now: int, unfinished: int | None = None) -> bool:
        """Compose again where what was written changes anything; whether it did.

        Args:
            timeline: as it plays.
            now: what begins before this frame stays as it is.
            unfinished: a page that is still being written on, so nothing is taken from it.
        """
        if not self._news:
            return False
        self._news = unfinished is not None
        answers = self._first
        for page, writing in sorted(self._written.items()):
            if page != unfinished:
                answers = writing.answered(answers)
        if answers == self._answers:
            return False
        self._answers = answers
        begun = [cue for cue in timeline.spoken if cue.start < now]
        self.script = changing.renewed(self._composed(answers, begun), self.script)
        return True

    def hold(self, timeline: Timeline, page: int, now: int) -> None:
        """A page that has opened ends where it is planned to, whatever else moves."""
        self.stay(timeline, page, now, 0)

    def go_on(self, timeline: Timeline, page: int, now: int) -> bool:
        """The page ends at `now` and shortens the sit; False when it is over by then."""
        if changing.playing(timeline, now) != page:
            return False
        self.script = changing.gone_on(self.script, timeline, now)
        return True

    def stay(self, timeline: Timeline, page: int, now: int, frames: int) -> bool:
        """The page lasts `frames` longer, and so does the sit; False when it is over by `now`."""
        if changing.playing(timeline, now) != page:
            return False
        self.script = changing.stayed(self.script, timeline, now, frames)
        return True

    def _composed(self, answers: Answers, spoken: Sequence[Cue]) -> Script:
        script = self._compose(answers, spoken)
        return opened(script) if self.open_ended else script
