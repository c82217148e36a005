"""A script: the lines that one sit will say, in order, with what is needed to place them."""

from __future__ import annotations

import msgspec

from mindful.exercises.estimate import line_frames
from mindful.exercises.model import Density, Pace, Pattern, PhaseKind

CORE = 0
"""The rank of lines that are spoken at every length."""


class ScriptLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line with its slots filled.

    Attributes:
        key: stable name of the line in its exercise, such as ``2.3``.
        text: the words.
        phase: index of its phase.
        order: place in the exercise; lines are said in this order.
        rank: `CORE`, or when it entered among the optional lines: 1 came first and goes last.
        pause: least seconds of silence after it.
        share: its share of the spare silence of its phase.
        cap: most seconds of silence after it by its own wish, or None.
        stance: ``contact`` with a feeling, ``anchor``, or neither.
        announces: it says that a long silence follows.
        private: it holds something the person wrote.
    """

    key: str
    text: str
    phase: int
    order: int
    rank: int
    pause: float
    share: float
    cap: float | None = None
    stance: str = ""
    announces: bool = False
    private: bool = False

    def frames(self, pace: Pace) -> int:
        """Its estimated length in frames."""
        return line_frames(self.text, pace)


class ScriptPhase(msgspec.Struct, frozen=True, kw_only=True):
    """A phase of a script: see `model.Phase`; ``longest`` in seconds, ``every`` in minutes."""

    name: str
    share: float
    kind: PhaseKind = PhaseKind.GUIDED
    longest: float | None = None
    pattern: Pattern | None = None


class Bells(msgspec.Struct, frozen=True, kw_only=True):
    """The strikes of a sit.

    Attributes:
        opening: how many strikes begin it, 0 to 9.
        closing: how many strikes end it; with 0 it ends on an ``end`` cue.
        spacing: seconds between strikes of a group.
        every: minutes between soft interval bells; 0 for none.
        at: further minutes at which a soft bell is struck.
    """

    opening: int = 1
    closing: int = 3
    spacing: float = 4.0
    every: int = 0
    at: tuple[int, ...] = ()


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """What `compose` makes and `plan` lays out.

    Attributes:
        exercise: id of the exercise.
        minutes: length of the sit.
        density: how much of the guidance is in it.
        seed: what chose among equal alternatives.
        pace: how quickly it is spoken.
        phases: in order.
        lines: those to be said, in order.
        reserve: further lines by rank, taken only where silences would pass their caps.
        bells: its strikes.
    """

    exercise: str
    minutes: int
    density: Density
    seed: int
    pace: Pace
    phases: tuple[ScriptPhase, ...]
    lines: tuple[ScriptLine, ...]
    reserve: tuple[ScriptLine, ...] = ()
    bells: Bells = Bells()
    capped: bool = True
