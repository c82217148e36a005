"""A script: the lines that one sit will say, in order, with what is needed to place them."""

from __future__ import annotations

import msgspec

from mindful.exercises.model import Density, Keeps, Pace, PhaseKind, Step

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
        named: it says the person's name.
        again: its words for saying them again: they mention neither name nor feeling, and
            announce nothing.
        put_in: the person's doing in mid-sit (see `live`); it is in no exercise.
        frames: its estimated length.
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
    named: bool = False
    again: str = ""
    put_in: bool = False
    frames: int


class ScriptPhase(msgspec.Struct, frozen=True, kw_only=True):
    """A phase of a script.

    Attributes:
        name: as shown.
        share: its percent of what is left when every phase has its core lines.
        kind: what fills it.
        longest: the most it lasts by its own wish, in seconds.
        steps: the parts of one breath of a paced breath.
        prompt: the sentence above a page of writing.
        keeps: what becomes of the writing.
        ends: the frame on which it ends, once that is settled in mid-sit (see `changing`).
        left_out: of its lines, those not said yet are left out, but for what was put in.
    """

    name: str
    share: float
    kind: PhaseKind = PhaseKind.GUIDED
    longest: float | None = None
    steps: tuple[Step, ...] = ()
    prompt: str = ""
    keeps: Keeps = "note"
    ends: int | None = None
    left_out: bool = False


class Bells(msgspec.Struct, frozen=True, kw_only=True):
    """The strikes of a sit.

    Attributes:
        opening: how many strikes begin it, 0 to 9.
        closing: how many strikes end it; with 0 it ends on an ``end`` cue.
        spacing: seconds between strikes of a group.
        every: minutes between soft interval bells; 0 for none.
        at: further minutes at which a soft bell is struck.
        scattered: how many further soft bells are struck at moments that the seed chooses.
        over: minutes that they are scattered over; 0 for the length of the sit.
    """

    opening: int = 1
    closing: int = 3
    spacing: float = 4.0
    every: int = 0
    at: tuple[int, ...] = ()
    scattered: int = 0
    over: int = 0


class Script(msgspec.Struct, frozen=True, kw_only=True):
    """What `compose` makes and `plan` lays out.

    Attributes:
        exercise: id of the exercise.
        minutes: length as it was chosen.
        frames: length in frames, which may change while the sit plays (see `changing`).
        density: how much of the guidance is in it.
        seed: what chose among equal alternatives.
        pace: how quickly it is spoken.
        phases: in order.
        lines: those to be said, in order.
        reserve: further lines by rank, taken only where silences would pass their caps.
        bells: its strikes.
        capped: whether silences have a cap.
        lulling: it leads to sleep: nothing is said beside its own lines.
    """

    exercise: str
    minutes: int
    frames: int
    density: Density
    seed: int
    pace: Pace
    phases: tuple[ScriptPhase, ...]
    lines: tuple[ScriptLine, ...]
    reserve: tuple[ScriptLine, ...] = ()
    bells: Bells = Bells()
    capped: bool = True
    lulling: bool = False

    def speaks_in(self, number: int) -> bool:
        """Whether words may be put into a phase: not into a timer's, nor where one may sleep."""
        guided = self.phases[number].kind is PhaseKind.GUIDED
        return guided and self.density is not Density.BELLS and not self.lulling
