"""How far the orb has opened at a moment of a breath. Pure arithmetic, no Qt."""

from __future__ import annotations

import math

from mindful.sit.breathing import Breath

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


def part_at(breath: Breath, seconds: float) -> tuple[int, float]:
    """Which part of the breath, and the seconds into it."""
    place = seconds % sum(part[0] for part in breath)
    for number, (length, _, _) in enumerate(breath):
        if place < length:
            return number, place
        place -= length
    return 0, 0.0


def paced_share(breath: Breath, seconds: float) -> float:
    """How full the breath is, 0 to 1, `seconds` after the first one began."""
    number, into = part_at(breath, seconds)
    length, start, end = breath[number]
    return start if start == end else start + (end - start) * ease(into / length)


def paced_scale(breath: Breath, seconds: float) -> float:
    """Scale of the orb, `seconds` after the first breath began."""
    return LOW + (HIGH - LOW) * paced_share(breath, seconds)


def stepped_share(breath: Breath, seconds: float) -> float:
    """As `paced_share`, in whole seconds and without easing: the pace for reduced motion."""
    number, into = part_at(breath, seconds)
    length, start, end = breath[number]
    if start == end:
        return start
    return start + (end - start) * min(1.0, (math.floor(into) + 1) / length)


def idle_scale(seconds: float) -> float:
    """Scale of the orb where no breath is paced."""
    return IDLE_LOW + (HIGH - IDLE_LOW) * ease(2 * seconds / IDLE_PERIOD)


def drift_phase(seconds: float) -> float:
    """Phase of the washes in radians, a slow swing round zero."""
    return DRIFT * math.sin(2 * math.pi * seconds / DRIFT_PERIOD)
