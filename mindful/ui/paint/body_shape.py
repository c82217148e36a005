"""The body's outline and where each place lies on it, in the design's own units."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

WIDTH, HEIGHT = 100.0, 252.0
"""Units of the outline: pixels at the design's text size."""

_HALF = (
    # Two handles and an end for each curve, from the crown down the left side to the crotch.
    ((39, 2), (32, 9), (32, 20)),
    ((32, 29), (37, 35), (42, 38)),
    ((42, 42), (42, 45), (41, 48)),
    ((38, 56), (24, 56), (17, 63)),
    ((11, 70), (10, 86), (8, 101)),
    ((6, 118), (3, 130), (1, 143)),
    ((0, 157), (9, 157), (11, 148)),
    ((15, 136), (17, 126), (19, 113)),
    ((21, 101), (23, 92), (24, 83)),
    ((27, 98), (28, 112), (26, 128)),
    ((24, 140), (23, 150), (23, 162)),
    ((23, 182), (28, 192), (31, 207)),
    ((33, 222), (31, 234), (33, 246)),
    ((35, 252), (44, 252), (45, 246)),
    ((46, 236), (45, 222), (46, 208)),
    ((47, 192), (47, 173), (50, 172)),
)


@dataclass(frozen=True)
class Spot:
    """Where a place glows.

    Attributes:
        centre: in units.
        reach: radius of the glow in units.
        seen: whether it can be pressed on a figure seen from the front.
    """

    centre: QPointF
    reach: float
    seen: bool = True


def body_outline() -> QPainterPath:
    """The silhouette, the same on both sides."""
    half = QPainterPath(QPointF(50, 2))
    for first, second, end in _HALF:
        half.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    mirrored = QTransform(-1, 0, 0, 1, WIDTH, 0).map(half).toReversed()
    half.connectPath(mirrored)
    half.closeSubpath()
    return half


def spots_of(place: str) -> tuple[Spot, ...]:
    """Where a place of the vocabulary lies; nowhere for "nowhere clear" and for an own word."""
    return _SPOTS.get(place, ())


def _one(x: float, y: float, reach: float, *, seen: bool = True) -> tuple[Spot, ...]:
    return (Spot(QPointF(x, y), reach, seen),)


def _both(x: float, y: float, reach: float) -> tuple[Spot, ...]:
    return (Spot(QPointF(x, y), reach), Spot(QPointF(WIDTH - x, y), reach))


_SPOTS = {
    "head": _one(50, 19, 24),
    "forehead": _one(50, 10, 14),
    "eyes": _one(50, 18, 14),
    "jaw": _one(50, 32, 13),
    "throat": _one(50, 47, 15),
    "neck": _one(50, 44, 18),
    "shoulders": _both(24, 64, 19),
    "upper back": _one(50, 70, 30, seen=False),
    "chest": _one(50, 84, 30),
    "heart area": _one(57, 80, 17),
    "arms": _both(13, 103, 24),
    "hands": _both(6, 147, 16),
    "stomach": _one(50, 110, 22),
    "belly": _one(50, 132, 25),
    "lower back": _one(50, 138, 28, seen=False),
    "hips": _both(32, 156, 19),
    "legs": _both(37, 205, 34),
    "feet": _both(39, 246, 14),
    "skin": _one(50, 120, 140, seen=False),
    "all over": _one(50, 120, 140, seen=False),
}
