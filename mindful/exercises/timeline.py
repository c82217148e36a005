"""What a plan is: cues at exact frames. Everything that plays, writes or draws a sit reads this."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from mindful.exercises.model import Keeps, Pattern, Step

RATE = 48_000
"""Frames a second of every timeline, whatever rate a voice engine uses."""


class CueKind(StrEnum):
    """What happens at a cue."""

    BELL = "bell"
    SAY = "say"
    BREATH = "breath"
    WRITE = "write"
    END = "end"


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happens in a sit. Times are frames at `RATE` from the opening strike.

    Attributes:
        kind: what happens.
        phase: name of the phase it belongs to, as shown to a person.
        start: first frame. For a bell, the onset of its first strike.
        end: the frame after the last one. For a bell, the onset of its last strike;
            the tail rings on and is nobody's business but the mixer's.
        text: the words of a ``say``, slots filled; empty otherwise.
        line: which line of the exercise is spoken, stable across plans; empty otherwise.
        whole: frames of a ``say`` that was ended before its end; 0 for one said to its end.
        private: the words hold something the person wrote, so a clip of them never
            reaches the disk.
        strikes: how many strikes a ``bell`` has.
        spacing: seconds between its strikes.
        soft: an interval bell, struck more softly than the opening and closing ones.
        steps: the parts of one breath of a ``breath``, each with its seconds; they repeat.
        prompt: the sentence above the page of a ``write``.
        keeps: what becomes of what is written: see `model.Phase`.
    """

    kind: CueKind
    phase: str
    start: int
    end: int
    text: str = ""
    line: str = ""
    whole: int = 0
    private: bool = False
    strikes: int = 0
    spacing: float = 0.0
    soft: bool = False
    steps: tuple[Step, ...] = ()
    prompt: str = ""
    keeps: Keeps | None = None

    @property
    def pattern(self) -> Pattern | None:
        """Seconds of in, hold, out, hold of a ``breath``; breaths in on one another as one."""
        return pattern_of(self.steps) if self.steps else None


def pattern_of(steps: Sequence[Step]) -> Pattern:
    """Seconds of in, hold, out, hold that `steps` come to."""
    seconds = [0.0, 0.0, 0.0, 0.0]
    breathed_out = False
    for kind, length in steps:
        breathed_out = breathed_out or kind == "out"
        place = {"in": 0, "hold": 3 if breathed_out else 1, "out": 2}[kind]
        seconds[place] += length
    return (seconds[0], seconds[1], seconds[2], seconds[3])


class PhaseSpan(msgspec.Struct, frozen=True):
    """Where a phase lies: its name, first frame and the frame after its last."""

    name: str
    start: int
    end: int


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """A whole sit, to the frame.

    Attributes:
        exercise: id of the exercise.
        minutes: length chosen, whole minutes.
        frames: length in frames: ``minutes * 60 * RATE`` until it is changed in mid-sit; the
            first closing strike, or the ``end`` cue where there is none, lies on it.
        cues: ordered by start.
        phases: ordered, without gaps, from frame 0 to `frames`.
    """

    exercise: str
    minutes: int
    frames: int
    cues: tuple[Cue, ...]
    phases: tuple[PhaseSpan, ...]

    @property
    def spoken(self) -> tuple[Cue, ...]:
        """The ``say`` cues, in order."""
        return tuple(cue for cue in self.cues if cue.kind is CueKind.SAY)

    @property
    def bells(self) -> tuple[Cue, ...]:
        """The ``bell`` cues, in order."""
        return tuple(cue for cue in self.cues if cue.kind is CueKind.BELL)
