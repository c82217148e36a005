"""An exercise as its author wrote it: phases with shares, lines with slots and pauses."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Ask = Literal["feeling", "place", "name", "phrase", "writing"]
Group = Literal["steady", "here", "kindness", "paper", "breathing", "quiet"]
Keeps = Literal["note", "sentence", "phrases"]
Breathing = Literal["in", "hold", "out"]
Step = tuple[Breathing, float]
"""A part of one breath, and its seconds."""

Pattern = tuple[float, float, float, float]
"""Seconds of in, hold, out, hold."""

LONGEST_MINUTES = 90
"""The longest sit offered by any exercise that sets no shorter one."""

Words = Annotated[str, Meta(min_length=1, max_length=600)]
Label = Annotated[str, Meta(min_length=1, max_length=60)]
Remark = Annotated[str, Meta(max_length=2000)]
Seconds = Annotated[float, Meta(ge=0, le=LONGEST_MINUTES * 60)]
Whole = Annotated[int, Meta(ge=0, le=LONGEST_MINUTES)]
Percent = Annotated[float, Meta(gt=0, le=100)]
Part = Annotated[float, Meta(ge=0, le=1)]
Point = tuple[Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)], Part]
"""Minutes, and a share of a sit of that length."""

Unvoiced = Literal["guided", "mixed", "spacious"] | Annotated[tuple[Point, ...], Meta(min_length=1)]


LONGEST_STEP = 60.0
"""The longest part of a paced breath, in seconds."""


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


def steps_of(pattern: Pattern) -> tuple[Step, ...]:
    """The parts of a breath of in, hold, out, hold, without those that take no time."""
    kinds: tuple[Breathing, ...] = ("in", "hold", "out", "hold")
    return tuple((kind, seconds) for kind, seconds in zip(kinds, pattern, strict=True) if seconds)


class Table(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A table of an exercise file: what it does not know is refused."""


class Line(Table, frozen=True, kw_only=True):
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

    say: Words | Annotated[tuple[Words, ...], Meta(min_length=1, max_length=20)]
    pause: Annotated[float, Meta(ge=0.5, le=60)] = 3.0
    share: Annotated[float, Meta(ge=0, le=100)] = 1.0
    cap: Seconds | None = None
    core: bool = False
    since: Whole = msgspec.field(default=0, name="from")
    upto: Whole = LONGEST_MINUTES
    module: Annotated[str, Meta(max_length=60)] = ""
    stance: Literal["", "contact", "anchor"] = ""
    needs: tuple[Ask, ...] = ()
    without: tuple[Ask, ...] = ()
    valence: Literal["", "hard", "pleasant"] = ""
    refrain: bool = False

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The equal alternatives, at least one."""
        return (self.say,) if isinstance(self.say, str) else self.say


class Phase(Table, frozen=True, kw_only=True):
    """A stretch of an exercise.

    Attributes:
        name: as shown under the shape of the sit.
        share: percent of the time that is left when every phase has its core lines.
        longest: the most it lasts, in seconds; what is over goes to the other phases.
        kind: what fills it: guided by lines, a paced breath, a timer, or a page of writing.
        pattern: seconds of in, hold, out, hold, for paced breath.
        steps: the parts of a breath one by one, where a pattern cannot say it.
        prompt: the sentence above the page of writing.
        keeps: what becomes of the writing: a note of the sit; one sentence, which later lines
            take up by ``{written}``; or the person's own phrases, which they rate, and of which
            those of 6 and more are said by ``{phrase}``.
        every: minutes between interval bells of a timer, unless the person says otherwise.
        line: its lines in the order of speaking; before a page of writing they are said first.
    """

    name: Label
    share: Percent
    longest: Annotated[float, Meta(gt=0, le=LONGEST_MINUTES * 60)] | None = None
    kind: PhaseKind = PhaseKind.GUIDED
    pattern: Pattern | None = None
    steps: Annotated[tuple[Step, ...], Meta(max_length=12)] = ()
    prompt: Annotated[str, Meta(max_length=300)] = ""
    keeps: Keeps = "note"
    every: Annotated[int, Meta(ge=0, le=60)] = 0
    line: Annotated[tuple[Line, ...], Meta(max_length=200)] = ()

    @property
    def breath(self) -> tuple[Step, ...]:
        """The parts of one breath of a paced breath; empty for other phases."""
        return self.steps or (steps_of(self.pattern) if self.pattern else ())


class Minutes(Table, frozen=True, kw_only=True):
    """The lengths an exercise offers, in whole minutes.

    Attributes:
        least: the shortest sit in which it is whole.
        suggested: the length it is offered with.
        longest: the longest sit.
    """

    least: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    suggested: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    longest: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)] = LONGEST_MINUTES


class Quiet(Table, frozen=True, kw_only=True):
    """How a silence above a minute is announced.

    Attributes:
        first: equal alternatives that announce the first one of a sit in so many words.
        cues: short cues that announce the later ones in turn.
    """

    first: Annotated[tuple[Words, ...], Meta(max_length=50)] = ()
    cues: Annotated[tuple[Words, ...], Meta(max_length=50)] = ()


class Exercise(Table, frozen=True, kw_only=True):
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

    id: Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]{0,59}$")]
    title: Label
    group: Group
    purpose: Words
    minutes: Minutes
    unvoiced: (
        Literal["guided", "mixed", "spacious"] | Annotated[tuple[Point, ...], Meta(min_length=1)]
    )
    phase: Annotated[tuple[Phase, ...], Meta(min_length=1, max_length=30)]
    caution: Remark = ""
    evidence: Remark = ""
    icon: Annotated[str, Meta(max_length=60)] = ""
    order: int = 100
    pace: Pace = Pace.USUAL
    asks: tuple[Ask, ...] = ()
    closing: bool = True
    quiet: Quiet = Quiet()
    exempt: dict[str, str] = {}
    schema_: str = msgspec.field(default="", name="$schema")
