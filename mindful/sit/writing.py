"""What is written in a sit: as typed, as it is kept, and as later lines take it up."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mindful.exercises.answers import Answers, own_phrase, own_sentence
from mindful.exercises.errors import ExerciseTrouble
from mindful.exercises.model import Keeps
from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Written

BELIEVED = 6
"""Phrases of this rating and more are spoken, of 0 to 10."""

LONGEST_READ = 2_000
"""Characters of a text that is looked at for something to say; longer ones are no sentence."""


class Phrase(msgspec.Struct, frozen=True):
    """One of the person's own phrases, as typed.

    Attributes:
        text: the words.
        rating: how true it sounds, 0 to 10; None when not said.
    """

    text: str
    rating: int | None = None

    def __repr__(self) -> str:
        """Without the words, which belong in no message of an error."""
        return f"Phrase(rating={self.rating})"


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a page of writing.

    Attributes:
        page: index of the phase that is the page.
        phase: its name.
        prompt: the sentence above the page.
        kind: what becomes of it.
        text: a note or a sentence, as typed.
        phrases: on a page of phrases, all that stand there.
    """

    page: int
    phase: str
    prompt: str
    kind: Keeps
    text: str = ""
    phrases: tuple[Phrase, ...] = ()

    def __repr__(self) -> str:
        """Without what was written, which belongs in no message of an error."""
        return f"Writing(page={self.page}, kind={self.kind!r})"

    @property
    def rows(self) -> tuple[Written, ...]:
        """What the log keeps of it: nothing of a blank page."""
        if self.kind == "phrases":
            return tuple(self._row(each.text, each.rating) for each in self.phrases if each.text)
        return (self._row(self.text),) if self.text.strip() else ()

    @property
    def believed(self) -> tuple[str, ...]:
        """The phrases that go on to be spoken, fit to be."""
        rated = (one.text for one in self.phrases if (one.rating or 0) >= BELIEVED)
        return tuple(filter(None, (_fit(own_phrase, text) for text in rated)))

    def answered(self, answers: Answers) -> Answers:
        """`answers` with what is written here.

        A sentence too long to be said, and a page that is blank, change nothing; where phrases
        are rated, none that was brought along is said besides.
        """
        if self.kind == "sentence" and (sentence := _fit(own_sentence, self.text)):
            return msgspec.structs.replace(answers, written=sentence)
        if self.kind == "phrases" and any(one.rating is not None for one in self.phrases):
            return msgspec.structs.replace(answers, phrases=self.believed, phrase="")
        return answers

    def _row(self, text: str, rating: int | None = None) -> Written:
        return Written(
            page=self.page,
            phase=self.phase,
            prompt=self.prompt,
            kind=self.kind,
            text=text,
            rating=rating,
        )


def blank_page(timeline: Timeline, cue: Cue) -> Writing:
    """The page that a ``write`` cue opens, with nothing on it yet."""
    return Writing(
        page=page_of(timeline, cue),
        phase=cue.phase,
        prompt=cue.prompt,
        kind=cue.keeps or "note",
    )


def page_of(timeline: Timeline, cue: Cue) -> int:
    """Index of the phase that is the page of a ``write`` cue."""
    return next(
        number
        for number, span in enumerate(timeline.phases)
        if span.name == cue.phase and span.start <= cue.start <= span.end
    )


def is_sayable(sentence: str) -> bool:
    """Whether the voice can take up a sentence: it is not blank, and short enough."""
    return bool(_fit(own_sentence, sentence))


def _fit(make: Callable[[str], str], text: str) -> str:
    """A text made fit to speak, empty where it cannot be."""
    if len(text) > LONGEST_READ:
        return ""
    try:
        return make(text)
    except ExerciseTrouble:
        return ""  # it is kept as typed; the lines that would say it are left out
