"""The rules of pacing that hold for every exercise, as functions of length.

They are our craft defaults: no trial tests words a minute or shares of silence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from mindful.exercises.model import Exercise

Points = Sequence[tuple[float, float]]

UNVOICED: dict[str, Points] = {
    "guided": ((5, 0.40), (20, 0.55), (45, 0.65), (90, 0.75)),
    "mixed": ((5, 0.50), (20, 0.70), (45, 0.80), (90, 0.88)),
    "spacious": ((5, 0.60), (20, 0.80), (45, 0.88), (90, 0.92)),
}
"""Share of a sit without speech, by minutes."""

SILENCE_CAP: Points = ((5, 30), (20, 90), (45, 240), (90, 360))
"""Seconds of the longest silence, by minutes."""

CONTACT_CAP: Points = ((5, 15), (20, 30), (45, 45))
"""Seconds of the longest silence while in contact with a feeling, by minutes."""

CONTACT_SECONDS = 90.0
"""The longest stay in contact with a feeling, from its first word to the anchor's."""

ANNOUNCED_ABOVE = 60.0
"""A silence longer than this, in seconds, is announced."""

SETTLING = (6.0, 8.0)
"""Seconds from the opening strike to the first word: least and most."""

WRITING_LEAST = 30.0
"""Seconds that a page of writing stays open at the least."""

SOME_OF_OPTIONAL = 0.6
"""The part of the optional lines that stays at density "some"."""

FEELING_WORDS = 2
"""How often a feeling is called by its word; then it is "this feeling"."""

NAME_TIMES = 3
"""How often a sit says the person's name at most."""

NAME_APART = 300.0
"""Seconds between two mentions of the person's name."""


def along(points: Points, minutes: float) -> float:
    """Read `points` at `minutes`: straight between them, constant outside."""
    where = bisect_right(points, minutes, key=lambda point: point[0])
    if where == 0:
        return points[0][1]
    if where == len(points):
        return points[-1][1]
    (left, low), (right, high) = points[where - 1], points[where]
    return low + (high - low) * (minutes - left) / (right - left)


def unvoiced_share(exercise: Exercise, minutes: int) -> float:
    """Share of a sit of `minutes` without speech that `exercise` aims at, 0 to 1."""
    points = (
        UNVOICED[exercise.unvoiced] if isinstance(exercise.unvoiced, str) else exercise.unvoiced
    )
    return along(points, minutes)
