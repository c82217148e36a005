"""The lines that a sit may say: their alternatives chosen, their slots still open."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from mindful.exercises import slots
from mindful.exercises.answers import Answers
from mindful.exercises.estimate import line_frames, listed_frames
from mindful.exercises.feelings import valence
from mindful.exercises.model import Exercise, Line
from mindful.exercises.script import CORE
from mindful.exercises.timeline import RATE, Cue

ORDER_STEP = 1_000
"""Between the orders of two lines, so that others can be put in between in mid-sit."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A line on its way into a script: its alternative chosen, its slots still open.

    Attributes:
        key: stable name of the line in its exercise, such as ``2.3``.
        phase: index of its phase.
        order: place in the exercise.
        line: the line itself.
        words: the chosen alternative.
        seconds: its estimated length.
        rank: `CORE`, or when it entered among the optional lines.
    """

    key: str
    phase: int
    order: int
    line: Line
    words: str
    seconds: float
    rank: int = CORE

    @property
    def unit(self) -> str:
        """Lines of one unit enter together: a module of its phase, or the line alone."""
        return f"{self.phase}/{self.line.module}" if self.line.module else self.key

    @property
    def needed(self) -> float:
        """Seconds it takes with its least pause."""
        return self.seconds + self.line.pause


def drafts(
    exercise: Exercise,
    answers: Answers,
    minutes: int,
    seed: int,
    said: Mapping[str, Cue],
    lengths: Sequence[int] = (),
) -> Iterator[Draft]:
    """Every line that this length and these answers allow, and every line said, in order.

    Where the length has changed in mid-sit, phases that had begun keep the core lines of the
    length they began with (`lengths`, by phase): a longer sit has others of the same sense.

    The alternative is drawn for every line of the file in turn, allowed or not, so that sits of
    one seed say the same words at every length.
    """
    # Not cryptography: the seed is logged so that a sit can be composed again.
    draw = random.Random(f"{exercise.id}/{seed}")  # noqa: S311
    given = _given(answers)
    felt = valence(answers.feelings)
    order = 0
    for number, phase in enumerate(exercise.phase):
        for place, line in enumerate(phase.line):
            words = line.say if isinstance(line.say, str) else draw.choice(line.say)
            order += ORDER_STEP
            key = f"{number + 1}.{place + 1}"
            length = lengths[number] if lengths and line.core else minutes
            if key in said or _allowed(line, length, given, felt):
                yield Draft(
                    key=key,
                    phase=number,
                    order=order,
                    line=line,
                    words=words,
                    seconds=_seconds(exercise, words, answers, said.get(key)),
                )


def _seconds(exercise: Exercise, words: str, answers: Answers, said: Cue | None) -> float:
    if said is not None:
        return (said.end - said.start) / RATE
    if "{" not in words:
        return listed_frames(words, exercise.pace) / RATE
    return line_frames(slots.fill(words, answers, name=False), exercise.pace) / RATE


def _given(answers: Answers) -> set[str]:
    named = {
        "feeling": answers.feelings,
        "place": answers.places,
        "name": answers.name,
        "phrase": answers.own_phrases,
        "writing": answers.written,
    }
    return {name for name, value in named.items() if value}


def _allowed(line: Line, minutes: int, given: Collection[str], felt: str) -> bool:
    if line.valence == "pleasant" and felt != "pleasant":
        return False
    if line.valence == "hard" and felt == "pleasant":
        return False
    in_length = line.since <= minutes <= line.upto
    return (
        in_length
        and all(answer in given for answer in line.needs)
        and not any(answer in given for answer in line.without)
    )
