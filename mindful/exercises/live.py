"""What a person may change while a sit plays, and what each change makes of the script.

Pure, and one mechanism for all: a change gives another script, and `plan`, with the timeline held
so far, lays out the rest. What was played never moves, and the closing strike is exact for the new
length. A line that is being said ends early where the change is a turn (`cut`).

| change | guided | writing | paced breath | timer | sleep | bells only | open end |
|---|---|---|---|---|---|---|---|
| longer | more minutes, and lines for them; late in the sit an announced silence | the same; on an open page the page is longer | more whole breaths, up to its longest | more minutes | more minutes | more minutes | no |
| finish | a line, then the closing, in two minutes | the same, not from an open page | after the breath in hand | a closing strike in two minutes | fades in two minutes, nothing said | a closing strike in two minutes | a closing strike in two minutes |
| again | the last line once more, without the name | not on a page | not while breath is paced | the line | the line | no | the line |
| quieter | the next lower density | the same; pages stay | the same, while lines are to come | no | the same | no | no |
| stay | a minute more in the phase, without words | not on a page, which has its own | whole breaths, up to the phase's longest | no | the same | no | no |
| ahead | the next phase now; the sit is shorter by what was left | not on a page, which has its own | after the breath in hand | no | the same | no | no |
| gentler | an anchor, and no contact in this phase and those to come, but for the last | the same, not on a page | no | no | no | no | no |

Everywhere a change is offered only where it changes something, and within the longest length.
"""  # noqa: E501 — a table

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from mindful.exercises import changing, rules
from mindful.exercises.bridges import Bridges
from mindful.exercises.estimate import line_frames
from mindful.exercises.model import LONGEST_MINUTES, Density, Exercise, PhaseKind
from mindful.exercises.put_in import fillers, put_in, say_again
from mindful.exercises.quiet import in_frames
from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.timeline import RATE, CueKind, Timeline
from mindful.exercises.whereabouts import Whereabouts, cycle_of

MINUTE = 60 * RATE
"""Frames."""

FINISH = 2 * MINUTE
"""Frames in which a sit finishes when asked to, closing included."""

LONGEST = 120
"""Minutes to which a sit can be lengthened whose exercise sets no shorter limit."""

LOWER = {
    Density.FULL: Density.SOME,
    Density.SOME: Density.LITTLE,
    Density.LITTLE: Density.BELLS,
}
"""What more quiet comes to."""


class Change(StrEnum):
    """What a person may ask for in mid-sit."""

    LONGER = "longer"
    FINISH = "finish"
    AGAIN = "again"
    QUIETER = "quieter"
    STAY = "stay"
    AHEAD = "ahead"
    GENTLER = "gentler"


TURNS = frozenset({Change.FINISH, Change.AGAIN, Change.AHEAD, Change.GENTLER})
"""Changes that end the line being said at once."""

PATIENCE = 3 * RATE
"""Frames that a line may still have to go so as to be said to its end before a bridge."""


NAME_APART = in_frames(rules.NAME_APART + 30)
"""Frames between two names as planned; clips longer than their estimates still move lines."""


def patience(change: Change) -> int | None:
    """Frames that a line being said may go on for, None where it is said to its end anyway."""
    if change is Change.LONGER:
        return None
    return 0 if change in TURNS else PATIENCE


def longest_minutes(exercise: Exercise) -> int:
    """Minutes to which a sit can be lengthened: the exercise's own longest where it sets one."""
    longest = exercise.minutes.longest
    return longest if longest < LONGEST_MINUTES else LONGEST


def offered(script: Script, timeline: Timeline, now: int, longest: int) -> frozenset[Change]:
    """The changes that make sense at `now`; `longest` is the longest length in frames.

    An open page of writing has its own ways to stay and go on, so nothing but its length is
    offered there. Nothing is offered once the sit is over.
    """
    if now >= timeline.frames:
        return frozenset()
    return frozenset(_offered(Whereabouts(script, timeline, now), longest))


def _offered(at: Whereabouts, longest: int) -> Iterator[Change]:
    if at.script.frames + MINUTE <= longest:
        yield Change.LONGER
    if at.page is CueKind.WRITE:
        return
    if at.timeline.frames - at.now > FINISH + MINUTE // 2:
        yield Change.FINISH
    if at.page is None and at.said and not at.contact_would_last:
        yield Change.AGAIN
    if at.phase.kind is PhaseKind.TIMER:
        return
    if at.script.density in LOWER and at.to_come:
        yield Change.QUIETER
    if at.script.density is not Density.BELLS or at.page is CueKind.BREATH:
        if 0 < _more_here(at) <= longest - at.script.frames:
            yield Change.STAY
        if at.number < at.last and at.can_end < at.timeline.frames:
            yield Change.AHEAD
    if at.contact_phases:
        yield Change.GENTLER


def lengthened(at: Whereabouts, frames: int) -> Script:
    """The sit is `frames` longer; the last phase stretches, whatever was settled of it."""
    script = at.script
    if at.number == at.last:
        script = _with_phases(script, {at.last: {"ends": None}})
    return msgspec.structs.replace(script, frames=script.frames + frames)


def finishing(at: Whereabouts, bridges: Bridges | None) -> Script:
    """The closing begins, and the sit is over in `FINISH`; what lies between is left out."""
    gone: Mapping[str, Any] = {"ends": at.can_end, "left_out": True}
    changes = dict.fromkeys(range(at.number, at.last), gone) | {at.last: {"ends": None}}
    script = _with_phases(at.script, changes)
    script = msgspec.structs.replace(script, frames=at.now + FINISH)
    if bridges is None or not script.speaks_in(at.last):
        return script
    after = Whereabouts(script, at.timeline, at.now)
    return put_in(after, bridges.finishing, "finishing", phase=at.last, stance="anchor")


def gone_ahead(at: Whereabouts) -> Script:
    """The next phase begins, and the sit is shorter by what was left of this one."""
    left = at.timeline.phases[at.number].end - at.can_end
    gone = _with_phases(at.script, {at.number: {"ends": at.can_end, "left_out": True}})
    return msgspec.structs.replace(gone, frames=at.script.frames - left)


def stayed_here(at: Whereabouts, bridges: Bridges | None) -> Script:
    """The phase lasts a minute longer, a paced breath some whole breaths; and so does the sit."""
    script = changing.stayed(at.script, at.timeline, at.now, _more_here(at))
    if bridges is None or not script.speaks_in(at.number):
        return script
    near = at.contact_since is not None
    words, stance = (bridges.staying_near, "anchor") if near else (bridges.staying, "")
    after = Whereabouts(script, at.timeline, at.now)
    return put_in(after, words, "staying", stance=stance, announces=True, share=4.0)


def repeated(at: Whereabouts) -> Script:
    """The last line is said once more, as soon as may be."""
    return say_again(at)


def quieted(at: Whereabouts, bridges: Bridges | None) -> Script:
    """Says that there will be fewer words, or none; the script is composed so already."""
    if bridges is None or at.script.lulling or at.phase.kind is not PhaseKind.GUIDED:
        return at.script
    if at.script.density is Density.BELLS:
        if at.contact_since is not None:
            return put_in(at, bridges.silent_near, "silent", stance="anchor")
        return put_in(at, bridges.silent, "silent")
    return put_in(at, bridges.quieter, "quieter")


def gentled(at: Whereabouts, bridges: Bridges) -> Script:
    """At an anchor from here on: phases that lead into contact hold only what keeps there.

    The last phase stays as it is, so that the sit closes as it was meant to.
    """
    near = sorted(at.contact_phases)
    reserve = [line for number in near for line in fillers(at, number, bridges)]
    script = _with_phases(at.script, {number: {"left_out": True} for number in near})
    script = msgspec.structs.replace(script, reserve=(*script.reserve, *reserve))
    after = Whereabouts(script, at.timeline, at.now)
    return put_in(after, bridges.gentler, "gentler", stance="anchor", share=2.0)


def anchored(at: Whereabouts, bridges: Bridges) -> Script:
    """With words that lead out of contact with a feeling, where a change took those it had."""
    ends = at.phase.ends
    number = at.number + (at.number < at.last and ends is not None and ends <= at.now)
    if not at.script.speaks_in(number):
        return at.script
    return put_in(at, bridges.anchoring, "anchoring", phase=number, stance="anchor")


def names_apart(at: Whereabouts) -> Script:
    """Without those names to come that the change brings too near to one said before.

    Args:
        at: by the plan of the script that the change has given.
    """
    since, bare = -NAME_APART, set()
    for cue in at.timeline.spoken:
        if at.lines[cue.line].named:
            if cue.start >= at.now and cue.start - since < NAME_APART:
                bare.add(cue.line)
            else:
                since = cue.start
    lines = (_nameless(line, at.script) if line.key in bare else line for line in at.script.lines)
    return msgspec.structs.replace(at.script, lines=tuple(lines)) if bare else at.script


def _nameless(line: ScriptLine, script: Script) -> ScriptLine:
    frames = line_frames(line.again, script.pace)
    return msgspec.structs.replace(
        line, text=line.again, named=False, announces=False, frames=frames
    )


def _more_here(at: Whereabouts) -> int:
    """Frames that the phase can be longer by when asked to stay, 0 for none."""
    if at.phase.kind is not PhaseKind.BREATH:
        return MINUTE
    cycle, span = cycle_of(at.phase), at.timeline.phases[at.number]
    more = max(1, round(MINUTE / cycle))
    if at.phase.longest is not None:
        more = min(more, (in_frames(at.phase.longest) - (span.end - span.start)) // cycle)
    return max(0, more) * cycle


def _with_phases(script: Script, changes: Mapping[int, Mapping[str, Any]]) -> Script:
    # Any: each field has its own type
    phases = list(script.phases)
    for number, fields in changes.items():
        phases[number] = msgspec.structs.replace(phases[number], **fields)
    return msgspec.structs.replace(script, phases=tuple(phases))
