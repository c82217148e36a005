"""Laying out a sit again and again, as lines are made and as its course changes."""

from __future__ import annotations

from mindful.exercises import rules
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import RATE, Timeline
from mindful.sit.course import Course
from mindful.sit.lines import Lines, Wanted

AHEAD_FRAMES = RATE * 6 // 10
"""Frames beyond what is rendered that are left as they are: rendering goes on meanwhile."""

LATE_FRAMES = RATE
"""A line that is not made this many frames before rendering reaches it moves later."""

SETTLED_FRAMES = round(rules.SETTLING[1] * RATE)
"""Where the first line begins at the latest, and does begin while its sound is not made yet."""


class Planning:
    """Makes the timelines of one sit.

    Args:
        course: what is said.
        lines: makes the spoken lines, or None for a sit without voice.
    """

    def __init__(self, course: Course, lines: Lines | None) -> None:
        self._course = course
        self._lines = lines
        self._version = 0

    def estimate(self) -> Timeline:
        """The sit by estimated lengths."""
        return plan(self._course.script, estimated)

    def beginning(self) -> Timeline:
        """With the lines made by now; the first one, while it is not, waits its longest."""
        timeline = self.estimate()
        if self._lines is None:
            return timeline
        self._version = self._lines.version
        pending = any(self._lines.pending(cue.text) for cue in timeline.spoken[:1])
        earliest = SETTLED_FRAMES * pending
        return plan(self._course.script, self._lines.frames, earliest=earliest)

    def again(self, timeline: Timeline, rendered: int) -> Timeline:
        """What is still to come, with the lengths known by now.

        Nothing moves that is rendered already. A line that is due and not made waits a second.
        """
        now = rendered + AHEAD_FRAMES
        late = self.is_late(timeline, rendered)
        lengths = estimated if self._lines is None else self._lines.frames
        if self._lines is not None:
            self._version = self._lines.version
        return plan(
            self._course.script,
            lengths,
            held=timeline,
            now=now,
            earliest=now + LATE_FRAMES if late else now,
        )

    def want(self, timeline: Timeline, frame: int) -> None:
        """Have the lines made that begin at `frame` or later, in their order."""
        if self._lines is not None:
            coming = [cue for cue in timeline.spoken if cue.start >= frame]
            self._lines.want([Wanted(cue.text, cue.private) for cue in coming])

    @property
    def lines_changed(self) -> bool:
        """Whether lines were made, or given up, since the last plan."""
        return self._lines is not None and self._lines.version != self._version

    def is_late(self, timeline: Timeline, rendered: int) -> bool:
        """Whether the next line is due and not made."""
        if self._lines is None:
            return False
        for cue in timeline.spoken:
            if cue.start >= rendered:
                return cue.start < rendered + LATE_FRAMES and self._lines.pending(cue.text)
        return False
