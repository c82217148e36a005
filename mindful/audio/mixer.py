"""A sit as sound: the same samples in any block and from any start.

Nothing here has a state, so playing and writing to a file are the same code. What changes over
time (fades, ducking, levels) is a function of position.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mindful.audio.ceiling import under_ceiling
from mindful.audio.clip import Samples, Stored, floats
from mindful.audio.levels import Levels, gain
from mindful.audio.tones import Part, breath_tones

RATE = 48_000

MONO_GAIN = np.float32(0.5**0.5)
"""Gain of a voice in each channel: its loudness over both is then that of the clip (BS.1770)."""

AMBIENCE_IN = 4 * RATE
AMBIENCE_OUT = 8 * RATE
"""Frames over which ambience comes in at the start, and goes after the closing strike."""

DUCK = 10 ** (-9 / 20)
"""Gain of the ambience under the voice: 9 dB less."""

DUCK_BEFORE, DUCK_AFTER = int(0.8 * RATE), int(2.5 * RATE)
"""Frames in which it gives way before a line, and comes back after it."""

DUCK_BRIDGE = 5 * RATE
"""Frames between lines over which it stays down, so that it does not pump."""

LEVEL_RAMP = RATE // 20
"""Frames of a change of level: 50 ms."""


class Under(Protocol):
    """What sounds under a sit: `ambience.Ambience` or `own_ambience.OwnAmbience`."""

    def render(self, start: int, frames: int) -> Samples:
        """Stereo samples from `start` on, the same whatever the block."""


@dataclass(frozen=True, eq=False)
class Placed:
    """Sound at a place.

    Attributes:
        start: first frame in the sit.
        samples: float32 or 16 bits, shape ``(frames,)`` for a voice, ``(frames, 2)`` for a bell.
    """

    start: int
    samples: Samples | Stored

    @property
    def end(self) -> int:
        """The frame after the last one."""
        return self.start + len(self.samples)


@dataclass(frozen=True)
class Breath:
    """A stretch of paced breath: first frame, frame after the last, the parts of one breath."""

    start: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, eq=False)
class Score:
    """Everything that sounds in a sit.

    Attributes:
        total: frames from the opening strike to the first closing strike.
        voice: spoken lines, in order.
        strikes: single strikes of bells.
        breaths: stretches of paced breath.
        under: the ambience, or None.
        levels: levels from frame to frame, each until the next; the first at frame 0.
    """

    total: int
    voice: tuple[Placed, ...] = ()
    strikes: tuple[Placed, ...] = ()
    breaths: tuple[Breath, ...] = ()
    under: Under | None = None
    levels: tuple[tuple[int, Levels], ...] = field(default=((0, Levels()),))


class Mixer:
    """Renders a score."""

    def __init__(self, score: Score) -> None:
        self._score = score
        levels = score.levels
        self._voice_gain = _Curve.steps((at, gain(level.voice)) for at, level in levels)
        self._bell_gain = _Curve.steps((at, gain(level.bell)) for at, level in levels)
        self._under_gain = _Curve.steps((at, gain(level.ambience)) for at, level in levels)
        self._under_fade = _Curve(
            [0, AMBIENCE_IN, score.total, score.total + AMBIENCE_OUT], [0.0, 1.0, 1.0, 0.0]
        )
        self._duck = _ducking(score.voice)

    @property
    def frames_with_tail(self) -> int:
        """Frames until all is silent."""
        ends = [placed.end for placed in (*self._score.voice, *self._score.strikes)]
        under = self._score.total + AMBIENCE_OUT if self._score.under else 0
        return max([self._score.total, under, *ends])

    def render(self, start: int, frames: int) -> Samples:
        """Samples from `start` on.

        Args:
            start: first frame, from the opening strike.
            frames: how many.

        Returns:
            float32 of shape ``(frames, 2)``, at most `ceiling.CEILING` at and between samples.
        """
        return under_ceiling(self._sum, start, frames)

    def _sum(self, start: int, frames: int) -> Samples:
        """Everything added up, however loud that is."""
        out = np.zeros((frames, 2), np.float32)
        self._add_under(out, start)
        _add(out, start, self._score.strikes, self._bell_gain)
        for breath in self._score.breaths:
            self._add_breath(out, start, breath)
        _add(out, start, self._score.voice, self._voice_gain)
        return out

    def _add_under(self, out: Samples, start: int) -> None:
        under = self._score.under
        end = start + len(out)
        if under is None or end <= 0 or start >= self._score.total + AMBIENCE_OUT:
            return
        shape = self._under_gain.over(start, end) * self._under_fade.over(start, end)
        shape = shape * self._duck.over(start, end)
        if np.any(shape):
            out += under.render(start, len(out)) * shape[:, None]

    def _add_breath(self, out: Samples, start: int, breath: Breath) -> None:
        first, last = max(start, breath.start), min(start + len(out), breath.end)
        if first < last:
            tones = breath_tones(breath.parts, first - breath.start, last - first)
            shape = self._bell_gain.over(first, last)
            out[first - start : last - start] += tones * shape[:, None]


class _Curve:
    """A gain that is a straight line between points, constant outside them."""

    def __init__(self, frames: Sequence[float], gains: Sequence[float]) -> None:
        self._frames = np.asarray(frames, np.float64)
        self._gains = np.asarray(gains, np.float64)

    @classmethod
    def steps(cls, points: Iterable[tuple[int, float]]) -> _Curve:
        """A gain that goes to each next value within `LEVEL_RAMP` of its frame."""
        frames: list[float] = []
        gains: list[float] = []
        for at, value in points:
            if gains:
                frames.append(max(float(at), frames[-1]))
                gains.append(gains[-1])
                frames.append(frames[-1] + LEVEL_RAMP)
            else:
                frames.append(float(at))
            gains.append(value)
        return cls(frames, gains)

    def over(self, start: int, end: int) -> NDArray[np.float32]:
        """The gain at each frame from `start` to before `end`."""
        if len(self._gains) == 1 or (end <= self._frames[0]):
            return np.full(end - start, self._gains[0], np.float32)
        if start >= self._frames[-1]:
            return np.full(end - start, self._gains[-1], np.float32)
        at = np.arange(start, end, dtype=np.float64)
        return np.interp(at, self._frames, self._gains).astype(np.float32)


def _ducking(voice: Sequence[Placed]) -> _Curve:
    """The gain of the ambience under the lines; down without a break through short silences."""
    spans: list[list[int]] = []
    for placed in voice:
        if spans and placed.start - spans[-1][1] < DUCK_BRIDGE:
            spans[-1][1] = max(spans[-1][1], placed.end)
        else:
            spans.append([placed.start, placed.end])
    frames: list[float] = []
    gains: list[float] = []
    for start, end in spans:
        frames += [start - DUCK_BEFORE, start, end, end + DUCK_AFTER]
        gains += [1.0, DUCK, DUCK, 1.0]
    return _Curve(frames, gains) if frames else _Curve([0.0], [1.0])


def _add(out: Samples, start: int, sounds: Sequence[Placed], curve: _Curve) -> None:
    """Add what lies within the block; sounds lie over each other, none cuts another short."""
    end = start + len(out)
    for placed in sounds:
        first, last = max(start, placed.start), min(end, placed.end)
        if first >= last:
            continue
        part = floats(placed.samples[first - placed.start : last - placed.start])
        shaped = part if part.ndim == 2 else part[:, None] * MONO_GAIN
        out[first - start : last - start] += shaped * curve.over(first, last)[:, None]
