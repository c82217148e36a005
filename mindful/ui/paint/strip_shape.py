"""The shape of a sit as numbers: where the water swells, where bells and phases lie. No Qt.

The strip is still water. Each utterance is a box with softened edges (a Gaussian's integral);
boxes add up and saturate, so that a long speech reads as rolling ground and never as a slab.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mindful.exercises.timeline import Timeline

PAD = 26
"""Pixels left free at both ends for the arcs of the opening and closing bells."""

STEP = 1.5
"""Pixels between two samples of the water's height."""

LEAST_VOICE = 5.0
"""Pixels the shortest utterance takes, so that one line in ninety minutes is still seen."""

SATURATION = 1.7

Span = tuple[float, float]
"""From and to, in pixels from the strip's left edge."""


@dataclass(frozen=True)
class Mark:
    """A bell or the beginning of a phase: where, in pixels, and how plainly, 0 to 1."""

    x: float
    strength: float = 1.0


@dataclass(frozen=True)
class Shape:
    """What a strip of a given width shows.

    Attributes:
        heights: swell of the water every `STEP` pixels, 0 to 1.
        bells: ordered by place.
        dividers: beginning of each phase but the first, in order.

    """

    heights: tuple[float, ...]
    bells: tuple[Mark, ...]
    dividers: tuple[Mark, ...]


def place(frame: int, timeline: Timeline, width: float) -> float:
    """Pixels from the left edge of a strip `width` pixels wide at which `frame` lies."""
    return PAD + frame / timeline.frames * (width - 2 * PAD)


def shape_of(timeline: Timeline, width: float) -> Shape:
    """The shape of a planned sit on a strip `width` pixels wide."""
    softness = max(3.6, width / 128)
    utterances = (
        (place(cue.start, timeline, width), place(cue.end, timeline, width))
        for cue in timeline.spoken
    )
    hills = [hill for span in utterances for hill in _sentences(span, softness)]
    return Shape(
        heights=swell(hills, width, softness),
        bells=tuple(Mark(place(bell.start, timeline, width)) for bell in timeline.bells),
        dividers=tuple(Mark(place(phase.start, timeline, width)) for phase in timeline.phases[1:]),
    )


def swell(spans: Iterable[Span], width: float, softness: float) -> tuple[float, ...]:
    """Height of the water, 0 to 1, every `STEP` pixels; `softness` is the Gaussian's sigma.

    A span is felt only four sigmas beyond its ends, which keeps ninety minutes under 10 ms.
    """
    sums = [0.0] * (int(width / STEP) + 1)
    scale = 1 / (softness * math.sqrt(2))
    reach = 4 * softness
    for begin, end in spans:
        first = max(0, math.ceil((begin - reach) / STEP))
        last = min(len(sums) - 1, int((end + reach) / STEP))
        for index in range(first, last + 1):
            x = index * STEP
            sums[index] += 0.5 * (math.erf((x - begin) * scale) - math.erf((x - end) * scale))
    return tuple(1 - math.exp(-SATURATION * total) for total in sums)


def blend(old: Shape, new: Shape, share: float) -> Shape:
    """A shape `share`, 0 to 1, of the way from `old` to `new`; both of the same width.

    Marks that both have move; others fade.
    """
    if share >= 1 or len(old.heights) != len(new.heights):
        return new
    heights = tuple(a + (b - a) * share for a, b in zip(old.heights, new.heights, strict=True))
    return Shape(
        heights=heights,
        bells=_blend_marks(old.bells, new.bells, share),
        dividers=_blend_marks(old.dividers, new.dividers, share),
    )


def _blend_marks(old: tuple[Mark, ...], new: tuple[Mark, ...], share: float) -> tuple[Mark, ...]:
    if len(old) == len(new):
        return tuple(
            Mark(a.x + (b.x - a.x) * share, a.strength + (b.strength - a.strength) * share)
            for a, b in zip(old, new, strict=True)
        )
    stay = {round(mark.x) for mark in old} & {round(mark.x) for mark in new}
    leaving = [
        Mark(mark.x, mark.strength * (1 - share)) for mark in old if round(mark.x) not in stay
    ]
    coming = [
        Mark(mark.x, mark.strength if round(mark.x) in stay else mark.strength * share)
        for mark in new
    ]
    return tuple(sorted([*leaving, *coming], key=lambda mark: mark.x))


def _sentences(span: Span, softness: float) -> list[Span]:
    """A long utterance as several hills with a dip between, a short one widened to be seen."""
    begin, end = span
    end = max(end, begin + LEAST_VOICE)
    count = max(1, round((end - begin) / (softness * 4.6)))
    dip = softness * 0.95 if count > 1 else 0.0
    length = (end - begin) / count
    return [
        (
            begin + index * length + (dip / 2 if index else 0),
            begin + (index + 1) * length - (dip / 2 if index < count - 1 else 0),
        )
        for index in range(count)
    ]
