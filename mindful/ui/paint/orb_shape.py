"""The orb's drawing: halo, washes and core. The widget that animates it is in `orb.py`."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QRadialGradient

from mindful.ui.look import Look

Stop = tuple[float, str, float]
"""Offset 0–1, colour, alpha 0–1."""

POINTS = 72
"""Corners of a wash before its edges are rounded."""

REST_PHASE = 0.6
"""Phase of the washes, in radians, round which they drift."""


@dataclass(frozen=True)
class OrbStyle:
    """Gradients and proportions of the orb in one theme; all radii are shares of the orb's."""

    halo: tuple[Stop, ...]
    washes: tuple[tuple[str, float], ...]
    core: tuple[Stop, ...]
    halo_scale: float
    core_scale: float
    wash_radii: tuple[float, ...]
    wobbles: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, look: Look) -> OrbStyle:
        """The orb as the look's theme has it. A single wash means a flat disc (high contrast)."""
        gradients = look.token("orb", "gradients", look.theme)
        washes = tuple((str(colour), float(alpha)) for colour, alpha in gradients["washes"])
        flat = len(washes) == 1
        return cls(
            halo=_stops(gradients["halo"]),
            washes=washes,
            core=_stops(gradients["core"]),
            halo_scale=float(look.token("orb", "haloScale")),
            core_scale=0.6 if flat else float(look.token("orb", "coreScale")),
            wash_radii=(1.0,) if flat else tuple(look.token("orb", "washRadii")),
            wobbles=((0.0, 0.0),)
            if flat
            else tuple((float(a), float(b)) for a, b in look.token("orb", "washWobble")),
        )


def _stops(rows: list[list[object]]) -> tuple[Stop, ...]:
    return tuple((float(str(at)), str(colour), float(str(alpha))) for at, colour, alpha in rows)


def paint_orb(
    painter: QPainter, centre: QPointF, radius: float, style: OrbStyle, phase: float = 0.0
) -> None:
    """Halo and body in one go, for places where the orb stands still."""
    paint_halo(painter, centre, radius, style)
    paint_body(painter, centre, radius, style, phase)


def paint_halo(painter: QPainter, centre: QPointF, radius: float, style: OrbStyle) -> None:
    """The light round the orb, out to `style.halo_scale` times `radius` pixels."""
    if not style.halo:
        return
    reach = radius * style.halo_scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_radial(centre, reach, style.halo))
    painter.drawEllipse(centre, reach, reach)


def paint_body(
    painter: QPainter, centre: QPointF, radius: float, style: OrbStyle, phase: float = 0.0
) -> None:
    """Washes and core; `phase` in radians moves the washes a little against each other."""
    phase += REST_PHASE
    painter.setPen(Qt.PenStyle.NoPen)
    for index, (colour, alpha) in enumerate(style.washes):
        share = style.wash_radii[index]
        aside = radius * 0.06 * (1 - share)
        turn = index * 2.1 + phase
        middle = centre + QPointF(aside * math.cos(turn), aside * math.sin(turn))
        painter.setBrush(_radial(centre, radius * share * 1.05, _wash_stops(index, colour, alpha)))
        painter.drawPath(
            wash_path(middle, radius * share, style.wobbles[index], phase + index * 1.9)
        )
    core = radius * style.core_scale
    painter.setBrush(_radial(centre, core, style.core))
    painter.drawEllipse(centre, core, core)


def wash_path(
    centre: QPointF, radius: float, wobble: tuple[float, float], phase: float
) -> QPainterPath:
    """A closed, softly uneven round: r = R(1 + a sin(2θ + φ) + b sin(3θ + 1.7φ + 1))."""
    corners = []
    for step in range(POINTS):
        angle = step / POINTS * 2 * math.pi
        reach = radius * (
            1
            + wobble[0] * math.sin(2 * angle + phase)
            + wobble[1] * math.sin(3 * angle + 1.7 * phase + 1)
        )
        corners.append(centre + QPointF(reach * math.cos(angle), reach * math.sin(angle)))
    path = QPainterPath((corners[-1] + corners[0]) / 2)
    for corner, following in zip(corners, [*corners[1:], corners[0]], strict=True):
        path.quadTo(corner, (corner + following) / 2)
    path.closeSubpath()
    return path


def _wash_stops(index: int, colour: str, alpha: float) -> tuple[Stop, ...]:
    """The outer three washes are firm, the inner two soft at their edge."""
    if index >= 3:
        return (
            (0.0, colour, alpha),
            (0.62, colour, alpha * 0.85),
            (0.94, colour, alpha * 0.12),
            (1.0, colour, 0.0),
        )
    return (0.0, colour, alpha * 0.8), (0.7, colour, alpha * 0.8), (1.0, colour, alpha * 1.12)


def _radial(centre: QPointF, radius: float, stops: tuple[Stop, ...]) -> QBrush:
    gradient = QRadialGradient(centre, radius)
    for at, name, alpha in stops:
        colour = QColor(name)
        colour.setAlphaF(min(1.0, alpha))
        gradient.setColorAt(at, colour)
    return QBrush(gradient)


def square_round(centre: QPointF, reach: float) -> QRectF:
    """The square with half side `reach` pixels round `centre`."""
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
