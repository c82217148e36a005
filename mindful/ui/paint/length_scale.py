"""Where a length stands on the rule: presets at the centres of equal cells. Pure arithmetic."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

PRESETS = (3, 5, 10, 15, 20, 30, 45, 60)
"""Minutes offered by one press."""


@dataclass(frozen=True)
class LengthScale:
    """Minutes along a rule of some width: straight lines between the presets' cell centres.

    Attributes:
        least: shortest length, at the rule's left end.
        longest: longest length, at its right end.
        width: of the rule, in pixels.
    """

    least: int
    longest: int
    width: float

    @cached_property
    def presets(self) -> tuple[int, ...]:
        """The presets within the range."""
        return tuple(preset for preset in PRESETS if self.least <= preset <= self.longest)

    @property
    def cell(self) -> float:
        """Width of a preset's cell in pixels."""
        return self.width / max(1, len(self.presets))

    @cached_property
    def points(self) -> tuple[tuple[int, float], ...]:
        """Minutes and pixels where the scale bends, ascending in both.

        An end that is itself a preset stands above its place, at the cell's centre, so the track
        begins or ends there.
        """
        points = [(preset, (i + 0.5) * self.cell) for i, preset in enumerate(self.presets)]
        if not points or points[0][0] != self.least:
            points.insert(0, (self.least, 0.0))
        if points[-1][0] != self.longest:
            points.append((self.longest, self.width))
        return tuple(points)

    def x(self, minutes: int) -> float:
        """Pixels from the left for a length within the range."""
        at = bisect_left(self.points, minutes, key=lambda point: point[0])
        if at == 0:
            return self.points[0][1]
        if at == len(self.points):
            return self.points[-1][1]
        (low, left), (high, right) = self.points[at - 1], self.points[at]
        return left + (minutes - low) / (high - low) * (right - left)

    def minutes(self, x: float) -> int:
        """The whole minute nearest to `x` pixels."""
        return min(range(self.least, self.longest + 1), key=lambda m: abs(self.x(m) - x))

    def preset_at(self, x: float) -> int | None:
        """The preset in whose cell `x` lies."""
        if not self.presets or not 0 <= x < self.width:
            return None
        return self.presets[min(len(self.presets) - 1, int(x / self.cell))]

    def next_preset(self, minutes: int, by: int) -> int:
        """The next preset above (1) or below (-1), or the end of the range."""
        if by > 0:
            return next((p for p in self.presets if p > minutes), self.longest)
        return next((p for p in reversed(self.presets) if p < minutes), self.least)
