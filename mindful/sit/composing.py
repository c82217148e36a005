"""From a choice to its script: what is drawn, played, written and made ahead is the same."""

from __future__ import annotations

from collections.abc import Sequence

from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.model import Density
from mindful.exercises.script import Script
from mindful.exercises.timeline import Cue
from mindful.sit.choice import Choice


def composed(choice: Choice, answers: Answers | None = None, spoken: Sequence[Cue] = ()) -> Script:
    """The lines of a sit.

    With a breath of the person's own nothing is said: the lines of a pacer name its own seconds.

    Args:
        choice: the sit.
        answers: in place of those given before, where some came in its middle.
        spoken: ``say`` cues that have begun.

    Raises:
        ExerciseTrouble: ``length-out-of-range``.
    """
    return compose(
        choice.exercise,
        choice.answers if answers is None else answers,
        choice.minutes,
        Density.BELLS if choice.pattern else choice.density,
        choice.seed,
        spoken=spoken,
        bells=choice.bells,
        pattern=choice.pattern,
    )
