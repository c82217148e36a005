"""From a choice to its script: what is drawn, played, written and made ahead is the same."""

from __future__ import annotations

from collections.abc import Sequence

from mindful.exercises.compose import compose
from mindful.exercises.model import Density
from mindful.exercises.script import Script
from mindful.exercises.timeline import Cue
from mindful.sit.choice import Choice
from mindful.sit.course import Version


def composed(choice: Choice, version: Version | None = None, spoken: Sequence[Cue] = ()) -> Script:
    """The lines of a sit.

    With a breath of the person's own nothing is said: the lines of a pacer name its own seconds.

    Args:
        choice: the sit.
        version: what has changed in its middle, where anything has.
        spoken: ``say`` cues that have begun.

    Raises:
        ExerciseTrouble: ``length-out-of-range``.
    """
    version = version or Version(answers=choice.answers)
    offered = choice.exercise.minutes
    minutes = version.minutes or choice.minutes
    if version.minutes is not None:
        minutes = max(offered.least, min(minutes, offered.longest))
    density = Density.BELLS if choice.pattern else version.density or choice.density
    return compose(
        choice.exercise,
        version.answers,
        minutes,
        density,
        choice.seed,
        spoken=spoken,
        bells=choice.bells,
        pattern=choice.pattern,
        lengths=[min(length, offered.longest) for length in version.lengths],
    )
