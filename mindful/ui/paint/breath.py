"""How far the orb has opened at a moment of a breath. Pure arithmetic, no Qt."""

from __future__ import annotations

import math

Pattern = tuple[float, float, float, float]
"""Seconds of in, hold, out, hold; as `mindful.exercises.timeline.Cue.pattern`."""

LOW, HIGH, STILL = 0.82, 1.0, 0.94
"""Scale of the orb breathed out, breathed in, and holding still (``motion`` in the tokens)."""

IDLE_LOW, IDLE_PERIOD = 0.97, 11.0
"""Practices that do not pace the breath: scale at rest, and seconds of a cycle."""

DRIFT_PERIOD, DRIFT = 18.0, 0.64
"""Seconds in which the washes swing to and fro, and by how much phase, in radians.

The swing is chosen so that no edge moves by more than 3.5 % of the radius: the outer wash has
wobbles of 0.026 and 0.017, and 0.64 · (0.026 + 1.7 · 0.017) = 0.035.
"""


def ease(share: float) -> float:
    """InOutSine: 0 to 1 for `share` from 0 to 1."""
    return 0.5 - 0.5 * math.cos(math.pi * share)


def part_at(pattern: Pattern, seconds: float) -> tuple[int, float]:
    """Which part of the breath (0 in, 1 hold, 2 out, 3 hold), and the seconds into it."""
    place = seconds % sum(pattern)
    for part, length in enumerate(pattern):
        if place < length:
            return part, place
        place -= length
    return 0, 0.0


def paced_share(pattern: Pattern, seconds: float) -> float:
    """How full the breath is, 0 to 1, `seconds` after the pattern began."""
    part, into = part_at(pattern, seconds)
    if part == 0:
        return ease(into / pattern[0])
    if part == 2:
        return 1.0 - ease(into / pattern[2])
    return 1.0 if part == 1 else 0.0


def paced_scale(pattern: Pattern, seconds: float) -> float:
    """Scale of the orb, `seconds` after the pattern began."""
    return LOW + (HIGH - LOW) * paced_share(pattern, seconds)


def stepped_share(pattern: Pattern, seconds: float) -> float:
    """As `paced_share`, in whole seconds and without easing: the pace for reduced motion."""
    part, into = part_at(pattern, seconds)
    if part in {1, 3}:
        return 1.0 if part == 1 else 0.0
    length = pattern[part]
    share = min(1.0, (math.floor(into) + 1) / length)
    return share if part == 0 else 1.0 - share


def idle_scale(seconds: float) -> float:
    """Scale of the orb where no breath is paced."""
    return IDLE_LOW + (HIGH - IDLE_LOW) * ease(2 * seconds / IDLE_PERIOD)


def drift_phase(seconds: float) -> float:
    """Phase of the washes in radians, a slow swing round zero."""
    return DRIFT * math.sin(2 * math.pi * seconds / DRIFT_PERIOD)
