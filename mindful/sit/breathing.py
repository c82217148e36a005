"""A paced breath as what rises and falls: the same for the tones, the orb and the ring."""

from __future__ import annotations

from collections.abc import Sequence

from mindful.exercises.model import Step

Part = tuple[float, float, float]
"""Seconds, and how full the breath is at their start and at their end, 0 to 1."""

Breath = tuple[Part, ...]
"""The parts of one breath, in order; they repeat."""


def breath_of(steps: Sequence[Step]) -> Breath:
    """How full the breath is over its steps.

    Breaths in that follow on one another share the way up by their seconds, as the two of a sigh
    do; likewise breaths out. A hold stays where it is.
    """
    moves = [kind for kind, _ in steps if kind != "hold"]
    level = 1.0 if moves[:1] == ["out"] else 0.0
    parts: list[Part] = []
    for number, (kind, seconds) in enumerate(steps):
        end = level
        if kind != "hold":
            share = seconds / _seconds_alike(steps[number:])
            end += ((1.0 if kind == "in" else 0.0) - level) * share
        parts.append((seconds, level, end))
        level = end
    return tuple(parts)


def _seconds_alike(steps: Sequence[Step]) -> float:
    """Seconds of the first step and of those like it, up to the first that turns the breath."""
    first = steps[0][0]
    seconds = 0.0
    for kind, length in steps:
        if kind == first:
            seconds += length
        elif kind != "hold":
            break
    return seconds
