"""From a timeline and the lines made so far to a mix."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np

from mindful.audio.clip import Samples, Stored, floats
from mindful.audio.errors import SoundTrouble
from mindful.audio.levels import Levels
from mindful.audio.mixer import Breath, Mixer, Placed, Score, Under
from mindful.audio.own_sounds import is_own
from mindful.audio.rack import SoundRack
from mindful.exercises.changing import CUT
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.sit.breathing import breath_of
from mindful.sit.choice import DEFAULT_BELL, SILENT, Choice
from mindful.sit.lines import Lines


class Scoring:
    """Makes the mix of one sit, again and again as lines come in and levels change.

    Args:
        choice: bell, ambience and levels.
        rack: bells and ambiences.
        lines: the spoken lines, or None for a sit without voice.

    Attributes:
        notices: codes of what the person should be told: ``own-bell-gone`` where an own bell
            cannot be used any more and the usual one is struck, ``own-ambience-gone`` where an
            own ambience cannot and there is none.

    Raises:
        SoundTrouble: ``unknown-ambience``.
    """

    def __init__(self, choice: Choice, rack: SoundRack, lines: Lines | None) -> None:
        self._rack = rack
        self._lines = lines
        self.notices: tuple[str, ...] = ()
        self._bell = self._bell_or_usual(choice.bell)
        self._under = self._ambience_or_none(choice)
        self._lock = threading.Lock()
        self._levels: list[tuple[int, Levels]] = [(0, choice.levels)]

    def set_levels(self, levels: Levels, at: int) -> None:
        """Levels from frame `at` on."""
        with self._lock:
            kept = [(frame, before) for frame, before in self._levels if frame < at]
            self._levels = [*(kept or self._levels[:1]), (at, levels)]

    def __call__(self, timeline: Timeline) -> Mixer:
        """The mix of a timeline with the lines there are now."""
        with self._lock:
            levels = tuple(self._levels)
        return Mixer(
            Score(
                total=timeline.frames,
                voice=tuple(self._voice(timeline)),
                strikes=tuple(self._strikes(timeline)),
                breaths=tuple(
                    Breath(cue.start, cue.end, breath_of(cue.steps))
                    for cue in timeline.cues
                    if cue.kind is CueKind.BREATH and cue.steps
                ),
                under=self._under,
                levels=levels,
            )
        )

    def _bell_or_usual(self, bell: str) -> str:
        """The bell to strike; an own one is loaded now, since later nothing could be told."""
        if not is_own(bell):
            return bell
        try:
            self._rack.get(bell)
        except SoundTrouble:
            self.notices += ("own-bell-gone",)
            return DEFAULT_BELL
        return bell

    def _ambience_or_none(self, choice: Choice) -> Under | None:
        if choice.ambience == SILENT:
            return None
        try:
            return self._rack.ambience(choice.ambience, choice.seed)
        except SoundTrouble:
            if not is_own(choice.ambience):
                raise
            self.notices += ("own-ambience-gone",)
            return None

    def _voice(self, timeline: Timeline) -> Iterator[Placed]:
        if self._lines is None:
            return
        for cue in timeline.spoken:
            samples = self._lines.samples(cue.text)
            # A line that was planned by its estimate when it came due stays a caption: its
            # sound might reach over the next one.
            if samples is None or len(samples) != (cue.whole or cue.end - cue.start):
                continue
            yield Placed(cue.start, ended(samples, cue.end - cue.start) if cue.whole else samples)

    def _strikes(self, timeline: Timeline) -> Iterator[Placed]:
        if self._bell == SILENT:
            return
        for cue in timeline.bells:
            sound = self._rack.get(self._bell, soft=cue.soft)
            for onset in onsets(cue):
                yield Placed(onset, sound)


def ended(samples: Stored, frames: int) -> Samples:
    """The first `frames` of a line, the last of them falling silent."""
    begun: Samples = np.array(floats(samples[:frames]))
    fall = np.linspace(1.0, 0.0, min(CUT, frames), dtype=np.float32)
    begun[frames - len(fall) :] *= fall
    return begun


def onsets(cue: Cue) -> list[int]:
    """First frames of the strikes of a bell."""
    return [cue.start + round(strike * cue.spacing * RATE) for strike in range(cue.strikes)]
