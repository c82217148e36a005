"""How exactly a sit is played: bells against the computer's clock, gaps, lines that came late.

Nothing here has words, names or feelings, nor the day of a sit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from mindful.exercises.live import Change
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.records import Ended
from mindful.sit.lines import Lines
from mindful.sit.listener import Listener
from mindful.sit.player import Status


class Strike(msgspec.Struct, frozen=True):
    """A bell: the frame of the sit where it was planned, and where it was heard."""

    planned: int
    actual: int

    @property
    def error(self) -> float:
        """Seconds by which it was heard late; early is less than 0."""
        return (self.actual - self.planned) / RATE


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One sit as it was played.

    Attributes:
        frames: its length as planned at the end.
        strikes: its bells.
        missing: frames the card asked for that were not rendered in time.
        outages: how often the sound was gone.
        silent_seconds: how long in all.
        lines: how many lines were begun.
        unspoken: how many of them were captions alone.
        late_lines: how many waited for their voice.
        latest_seconds: how long at most.
        voice: the engine of the voice; empty without one.
    """

    frames: int
    strikes: tuple[Strike, ...] = ()
    missing: int = 0
    outages: int = 0
    silent_seconds: float = 0.0
    lines: int = 0
    unspoken: int = 0
    late_lines: int = 0
    latest_seconds: float = 0.0
    voice: str = ""


class Played(Protocol):
    """What is asked of the way to the sound card: `audio.playback.Playback`."""

    @property
    def missing(self) -> int:
        """Frames that were not rendered in time."""

    def position(self) -> int:
        """The frame heard now."""


class Measured:
    """A listener that measures, and passes everything on to another one.

    Args:
        listener: told everything.
        sound: where the sit is played.
        lines: makes the spoken lines, or None without a voice.
        voice: the engine of the voice; empty without one.
        now: the clock the sound is played by, in seconds.
        keep: takes the measure when the sit is over.
    """

    def __init__(
        self,
        listener: Listener,
        *,
        sound: Played,
        lines: Lines | None,
        voice: str,
        now: Callable[[], float],
        keep: Callable[[Measure], None],
    ) -> None:
        self._listener = listener
        self._sound = sound
        self._lines = lines
        self._voice = voice
        self._now = now
        self._keep = keep
        self._timeline: Timeline | None = None
        self._zero: float | None = None
        self._behind = 0.0
        self._strikes: list[Strike] = []
        self._outages = 0
        self._silent = 0.0
        self._silent_since: float | None = None
        self._begun = self._unspoken = 0
        self._late: dict[str, float] = {}

    def planned(self, timeline: Timeline) -> None:
        """See whether the next line waits for its voice."""
        if self._timeline is not None and self._lines is not None:
            self._see_lateness(self._timeline, timeline, self._lines)
        self._timeline = timeline
        self._listener.planned(timeline)

    def status(self, status: Status) -> None:
        """The clock of the sit stands still unless it plays."""
        if status is not Status.PLAYING and self._zero is not None:
            self._zero = None
        self._listener.status(status)

    def reached(self, frame: int) -> None:
        """Compare the sit with the clock; after a pause from where it goes on."""
        behind = self._now() - frame / RATE
        if self._zero is None:
            self._zero = behind - self._behind
        self._behind = behind - self._zero
        self._listener.reached(frame)

    def caption(self, cue: Cue | None) -> None:
        """Count the lines."""
        if cue is not None:
            self._begun += 1
            self._unspoken += self._lines is None or self._lines.frames(cue.text) is None
        self._listener.caption(cue)

    def phase(self, name: str) -> None:
        """Pass on."""
        self._listener.phase(name)

    def bell(self, cue: Cue) -> None:
        """Work out where it was heard."""
        since = self._now() - self._sound.position() / RATE
        behind = 0.0 if self._zero is None else since - self._zero
        self._strikes.append(Strike(cue.start, cue.start + round(behind * RATE)))
        self._listener.bell(cue)

    def breath(self, cue: Cue) -> None:
        """Pass on."""
        self._listener.breath(cue)

    def writing(self, cue: Cue | None) -> None:
        """Pass on."""
        self._listener.writing(cue)

    def changed(self, change: Change) -> None:
        """Pass on."""
        self._listener.changed(change)

    def notice(self, code: str, seconds: float = 0.0) -> None:
        """Count how often, and for how long, nothing was heard."""
        if code == "sound-stopped" and self._silent_since is None:
            self._outages += 1
            self._silent_since = self._now()
        elif code == "sound-back":
            self._end_silence()
        self._listener.notice(code, seconds)

    def finished(self, ended: Ended, seconds: float) -> None:
        """Keep what was measured."""
        self._end_silence()
        self._keep(self._measure())
        self._listener.finished(ended, seconds)

    def _measure(self) -> Measure:
        return Measure(
            frames=0 if self._timeline is None else self._timeline.frames,
            strikes=tuple(self._strikes),
            missing=self._sound.missing,
            outages=self._outages,
            silent_seconds=round(self._silent, 1),
            lines=self._begun,
            unspoken=self._unspoken,
            late_lines=len(self._late),
            latest_seconds=round(max(self._late.values(), default=0.0), 1),
            voice=self._voice,
        )

    def _end_silence(self) -> None:
        if self._silent_since is not None:
            self._silent += self._now() - self._silent_since
            self._silent_since = None

    def _see_lateness(self, before: Timeline, after: Timeline, lines: Lines) -> None:
        """A line that lay ahead, has moved later, and is not made: it waits."""
        here = self._sound.position()
        coming = next((cue for cue in after.spoken if cue.start > here), None)
        if coming is None or not lines.pending(coming.text):
            return
        same = (cue for cue in before.spoken if cue.text == coming.text and cue.start > here)
        lay = next(same, None)
        if lay is not None and coming.start > lay.start:
            moved = (coming.start - lay.start) / RATE
            self._late[coming.text] = self._late.get(coming.text, 0.0) + moved
