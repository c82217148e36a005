"""A sit whose length changes while it plays: one mechanism for every change.

A change gives a script of other frames, or with a settled end of the phase that is playing, or
both. `plan` with the timeline held so far then lays out the rest: what was played never moves, and
the closing strike is exact for the new length.

    script = gone_on(script, timeline, now)
    timeline = plan(script, lengths, held=timeline, now=now)
"""

from __future__ import annotations

import msgspec

from mindful.exercises.script import Script, ScriptLine
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline

CUT = RATE * 3 // 20
"""Frames in which a line falls silent that is ended before its end."""


def gone_on(script: Script, timeline: Timeline, now: int) -> Script:
    """The phase that is playing ends at `now`, and the sit is shorter by what was left of it.

    In the last phase that ends the sit. A line that is being said is said to its end.

    Args:
        script: of the sit.
        timeline: as planned from `script`.
        now: frame that the sit has reached.
    """
    number = playing(timeline, now)
    spoken_until = max((cue.end for cue in timeline.spoken if cue.start < now), default=0)
    end = min(max(now, spoken_until), timeline.phases[number].end)
    return _with_end(script, timeline, number, end)


def stayed(script: Script, timeline: Timeline, now: int, frames: int) -> Script:
    """The phase that is playing lasts `frames` longer than planned, and so does the sit."""
    number = playing(timeline, now)
    return _with_end(script, timeline, number, timeline.phases[number].end + frames)


def renewed(composed: Script, before: Script) -> Script:
    """A script composed again in mid-sit, with the changes that were made to the one before.

    Args:
        composed: with the same phases.
        before: the script that has been playing.
    """
    phases = zip(composed.phases, before.phases, strict=True)
    announced = {line.key: line.text for line in before.lines if line.announces}
    kept = (_announcing(line, announced.get(line.key)) for line in composed.lines)
    lines = [*kept, *(line for line in before.lines if line.put_in)]
    return msgspec.structs.replace(
        composed,
        frames=before.frames,
        phases=tuple(
            msgspec.structs.replace(new, ends=old.ends, left_out=old.left_out)
            for new, old in phases
        ),
        lines=tuple(sorted(lines, key=lambda line: line.order)),
        reserve=(*composed.reserve, *(line for line in before.reserve if line.put_in)),
        # Those scattered over the length chosen first stay where they are.
        bells=msgspec.structs.replace(before.bells, over=before.bells.over or before.minutes),
    )


def _announcing(line: ScriptLine, words: str | None) -> ScriptLine:
    """A line that was said with a cue of ours still announces the silence after it."""
    return msgspec.structs.replace(line, announces=True) if line.text == words else line


def cut(timeline: Timeline, at: int, patience: int = 0) -> Timeline:
    """No line is said for longer than `CUT` beyond frame `at`, and none that begins later.

    Args:
        timeline: as it plays.
        at: the first frame that can still change.
        patience: frames; a line that is over by then is said to its end.
    """

    def ended(cue: Cue) -> Cue:
        if cue.kind is not CueKind.SAY or cue.end <= at + max(CUT, patience):
            return cue
        whole = cue.whole or cue.end - cue.start
        return msgspec.structs.replace(cue, end=at + CUT, whole=whole)

    cues = [ended(cue) for cue in timeline.cues if cue.kind is not CueKind.SAY or cue.start < at]
    return msgspec.structs.replace(timeline, cues=tuple(cues))


def playing(timeline: Timeline, now: int) -> int:
    """Index of the phase that frame `now` lies in."""
    begun = [number for number, span in enumerate(timeline.phases) if span.start < now]
    return begun[-1] if begun else 0


def _with_end(script: Script, timeline: Timeline, number: int, end: int) -> Script:
    phases = list(script.phases)
    phases[number] = msgspec.structs.replace(phases[number], ends=end)
    change = end - timeline.phases[number].end
    return msgspec.structs.replace(script, frames=script.frames + change, phases=tuple(phases))
