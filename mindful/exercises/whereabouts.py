"""Where a sit stands at a frame: what is playing, what was said last, what is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from mindful.exercises import changing, rules
from mindful.exercises.model import PhaseKind
from mindful.exercises.quiet import in_frames
from mindful.exercises.script import Script, ScriptLine, ScriptPhase
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline

PAGES = (CueKind.WRITE, CueKind.BREATH)
"""What takes the place of silence and words."""

NEXT_WORDS = 5.0
"""Seconds in which other words follow a line and its pause."""

NEARLY = 0.9
"""Of the longest stay in contact."""


class Whereabouts:
    """A sit at a frame.

    Args:
        script: what is said.
        timeline: as it plays.
        now: what begins before this frame counts as begun.
    """

    def __init__(self, script: Script, timeline: Timeline, now: int) -> None:
        self.script = script
        self.timeline = timeline
        self.now = now
        self.number = changing.playing(timeline, now)
        self.last = len(script.phases) - 1
        self.lines = {line.key: line for line in (*script.reserve, *script.lines)}

    @property
    def phase(self) -> ScriptPhase:
        """The phase that is playing."""
        return self.script.phases[self.number]

    @property
    def page(self) -> CueKind | None:
        """``write`` while a page of writing is open, ``breath`` while breath is paced."""
        for cue in self.timeline.cues:
            if cue.kind in PAGES and cue.start <= self.now < cue.end:
                return cue.kind
        return None

    @property
    def said(self) -> list[ScriptLine]:
        """The lines that have begun, in order."""
        spoken = self.timeline.spoken
        return [self.lines[cue.line] for cue in spoken if cue.start < self.now]

    @property
    def to_come(self) -> list[ScriptLine]:
        """The exercise's own lines that are still to be said as far as there is time, in order."""
        reached = max((line.order for line in self.said), default=0)
        return [
            line
            for line in self.script.lines
            if line.order > reached and line.phase >= self.number and not line.put_in
            if not self.script.phases[line.phase].left_out
        ]

    @property
    def can_end(self) -> int:
        """Where the phase that is playing can end: now, or with the breath in hand."""
        span = self.timeline.phases[self.number]
        if self.phase.kind is not PhaseKind.BREATH:
            return min(self.now, span.end)
        cycle = cycle_of(self.phase)
        return min(span.end, span.start + -(-(self.now - span.start) // cycle) * cycle)

    @property
    def contact_since(self) -> int | None:
        """Frame at which the person came into contact with a feeling; None where they are not."""
        since = None
        for cue, line in zip(self.timeline.spoken, self.said, strict=False):
            if line.stance == "anchor":
                since = None
            elif line.stance == "contact" and since is None:
                since = cue.start
        if since is None:
            return None
        pages = (cue.start for cue in self.timeline.cues if cue.kind in PAGES)
        return None if any(since <= start < self.now for start in pages) else since

    @property
    def contact_would_last(self) -> bool:
        """Whether saying the last line again could keep the person in contact for too long."""
        if self.contact_since is None:
            return False
        line = self.said[-1]
        until = self.now + line.frames + in_frames(line.pause + NEXT_WORDS)
        return until - self.contact_since > in_frames(rules.CONTACT_SECONDS)

    @property
    def contact_lasts(self) -> bool:
        """Whether the person is in contact now, and for too long by the plan.

        `NEARLY` of what may be, as the plan may rest on estimates.
        """
        since = self.contact_since
        if since is None:
            return False
        ends = [cue.start for cue in self.timeline.cues if self._ends_contact(cue)]
        until = min((start for start in ends if start >= self.now), default=self.timeline.frames)
        return until - since > NEARLY * in_frames(rules.CONTACT_SECONDS)

    def _ends_contact(self, cue: Cue) -> bool:
        return cue.kind in PAGES or (
            cue.kind is CueKind.SAY and self.lines[cue.line].stance == "anchor"
        )

    @property
    def contact_phases(self) -> set[int]:
        """Phases before the last that lead into contact from here on, or are in it."""
        phases = {line.phase for line in self.to_come if line.stance == "contact"}
        phases.discard(self.last)
        return phases if self.contact_since is None else phases | {self.number}

    def left_unannounced(self) -> Iterator[tuple[ScriptLine, int]]:
        """Silences to come, longer than one that nothing announces may be.

        Each with the line before it, and its frames.
        """
        most = in_frames(rules.ANNOUNCED_ABOVE) + RATE // 100
        cues = [cue for cue in self.timeline.cues if cue.kind is not CueKind.BELL]
        for number, cue in enumerate(cues):
            following = cues[number + 1].start if number + 1 < len(cues) else self.timeline.frames
            silence = following - cue.end
            if cue.kind is not CueKind.SAY or following <= self.now or silence <= most:
                continue
            if not (line := self.lines[cue.line]).announces:
                yield line, silence


def cycle_of(phase: ScriptPhase) -> int:
    """Frames of one breath of a paced breath."""
    return sum(in_frames(seconds) for _, seconds in phase.steps)
