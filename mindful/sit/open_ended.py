"""A sit without a length: it lasts until the person ends it, and then the closing bell is struck.

It is laid out like any other sit, as long as one can be; ending it shortens it to the moment.
A few hundred interval bells are all there is to lay out, so its memory stays flat.
"""

from __future__ import annotations

import msgspec

from mindful.exercises import changing
from mindful.exercises.model import Exercise, PhaseKind
from mindful.exercises.script import Script
from mindful.exercises.timeline import RATE, Timeline

LONGEST_MINUTES = 8 * 60
"""Whoever has not ended by then has left, or sleeps: the sit ends by itself, without a bell."""


def can_be_open(exercise: Exercise) -> bool:
    """Whether the exercise has a timer, which nothing but its bells divides."""
    return any(phase.kind is PhaseKind.TIMER for phase in exercise.phase)


def opened(script: Script) -> Script:
    """The script without an end in sight."""
    return msgspec.structs.replace(
        script,
        frames=LONGEST_MINUTES * 60 * RATE,
        bells=msgspec.structs.replace(script.bells, closing=0),
    )


def concluded(script: Script, timeline: Timeline, now: int, closing: int) -> Script:
    """The script ending at `now`, or with the line that is being said, in `closing` strikes."""
    ending = changing.gone_on(script, timeline, now)
    return msgspec.structs.replace(
        ending, bells=msgspec.structs.replace(ending.bells, closing=closing)
    )
