"""How loud each part of a sit is. No arrays here, so that choosing a level loads no numpy."""

from __future__ import annotations

from dataclasses import dataclass

USUAL = 7
"""The level at which each part has its designed loudness."""

OFF = 0
LOUDEST = 10


@dataclass(frozen=True, kw_only=True)
class Levels:
    """Levels of voice, bell and ambience, `OFF` (0) to `LOUDEST` (10)."""

    voice: int = USUAL
    bell: int = USUAL
    ambience: int = USUAL


def decibels(level: int) -> float:
    """Gain of a level in dB: 4 dB a step below the usual one, 2 dB above, silence at 0.

    Wide below, so that the lowest level (−24 dB) is right at night; narrow above, so that the
    loudest (+6 dB) still keeps clear of the ceiling.
    """
    if level <= OFF:
        return float("-inf")
    steps = min(level, LOUDEST) - USUAL
    return steps * (2.0 if steps > 0 else 4.0)


def gain(level: int) -> float:
    """The same as a factor."""
    return 0.0 if level <= OFF else float(10 ** (decibels(level) / 20))


NIGHT_STEPS = 3
"""Levels by which bells and ambience go down at night: 12 dB from the usual ones."""


def at_night(levels: Levels) -> Levels:
    """Levels for late hours: bells and ambience go down by `NIGHT_STEPS`, the voice stays.

    What was on stays audible, at the lowest level at least; what was off stays off.
    """
    return Levels(
        voice=levels.voice, bell=_lowered(levels.bell), ambience=_lowered(levels.ambience)
    )


def _lowered(level: int) -> int:
    return OFF if level <= OFF else max(1, min(level, LOUDEST) - NIGHT_STEPS)
