"""An exercise as its author wrote it: phases with shares, lines with slots and pauses."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

Ask = Literal["feeling", "place", "name", "phrase", "writing"]
Group = Literal["steady", "here", "kindness", "paper", "breathing", "quiet"]
Pattern = tuple[float, float, float, float]

LONGEST_MINUTES = 90
"""The longest sit offered by any exercise that sets no shorter one."""


class Density(StrEnum):
    """How much of the guidance is spoken."""

    FULL = "full"
    SOME = "some"
    LITTLE = "little"
    BELLS = "bells"


class Pace(StrEnum):
    """How quickly an exercise is spoken: most alike, sleep slower, grounding quicker."""

    USUAL = "usual"
    SLOW = "slow"
    QUICK = "quick"


class PhaseKind(StrEnum):
    """What fills a phase."""

    GUIDED = "guided"
    BREATH = "breath"
    TIMER = "timer"
    WRITE = "write"


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One spoken cue of one to three sentences, and the silence that follows it.

    Attributes:
        say: the words, with slots; several are equal alternatives, of which the seed chooses.
        pause: the least silence after it, in seconds.
        share: its share of the spare silence of its phase.
        cap: the most silence after it, in seconds, where that is less than the sit's own cap.
        core: spoken at every length within `since` and `upto`; other lines come and go with length.
        since: spoken in sits of at least this many minutes (``from`` in the file).
        upto: spoken in sits of at most this many minutes.
        module: lines of a phase with the same module name enter and leave together.
        stance: whether the line brings the person into contact with a feeling or to an anchor.
        needs: answers without which the line is not spoken.
        without: answers with which the line is not spoken.
        valence: spoken only for a hard, or only for a pleasant, feeling.
        refrain: may be spoken alike to another line.
    """

    say: str | tuple[str, ...]
    pause: float = 3.0
    share: float = 1.0
    cap: float | None = None
    core: bool = False
    since: int = msgspec.field(default=0, name="from")
    upto: int = LONGEST_MINUTES
    module: str = ""
    stance: Literal["", "contact", "anchor"] = ""
    needs: tuple[Ask, ...] = ()
    without: tuple[Ask, ...] = ()
    valence: Literal["", "hard", "pleasant"] = ""
    refrain: bool = False

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The equal alternatives, at least one."""
        return (self.say,) if isinstance(self.say, str) else self.say


class Phase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of an exercise.

    Attributes:
        name: as shown under the shape of the sit.
        share: percent of the time that is left when every phase has its core lines.
        longest: the most it lasts, in seconds; what is over goes to the other phases.
        kind: what fills it.
        pattern: seconds of in, hold, out, hold, for paced breath.
        every: minutes between interval bells of a timer, unless the person says otherwise.
        line: its lines in the order of speaking.
    """

    name: str
    share: float
    longest: float | None = None
    kind: PhaseKind = PhaseKind.GUIDED
    pattern: Pattern | None = None
    every: int = 0
    line: tuple[Line, ...] = ()


class Minutes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lengths an exercise offers, in whole minutes."""

    least: int
    suggested: int
    longest: int = LONGEST_MINUTES


class Quiet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a silence above a minute is announced: once in so many words, then by short cues."""

    first: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


class Exercise(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole exercise.

    Attributes:
        id: its file's name and what the command line calls it.
        title: as shown.
        group: where Home lists it.
        purpose: one sentence on what it is for.
        minutes: lengths it offers.
        unvoiced: share of the sit without speech by length: a named profile, or points of
            minutes and share.
        phase: its phases in order.
        caution: a quiet line beside the length.
        evidence: where its parts were studied.
        icon: name of the Phosphor icon beside its title.
        order: place within its group; lower comes first, then by title.
        pace: how quickly it is spoken.
        asks: the answers its lines take up.
        closing: whether it ends with a strike; sleep does not.
        quiet: announcements of long silences.
        exempt: rules of the review that do not fit it, each with the reason.
        schema_: where an editor finds the JSON Schema (``$schema`` in the file).
    """

    id: str
    title: str
    group: Group
    purpose: str
    minutes: Minutes
    unvoiced: Literal["guided", "mixed", "spacious"] | tuple[tuple[int, float], ...]
    phase: tuple[Phase, ...]
    caution: str = ""
    evidence: str = ""
    icon: str = ""
    order: int = 100
    pace: Pace = Pace.USUAL
    asks: tuple[Ask, ...] = ()
    closing: bool = True
    quiet: Quiet = Quiet()
    exempt: dict[str, str] = {}
    schema_: str = msgspec.field(default="", name="$schema")
