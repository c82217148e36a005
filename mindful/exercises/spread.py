"""Share out an amount among takers that each have a base, a weight, a least and a most.

The same law serves phases within a sit and silences within a phase: everyone gets
``base + level * weight``, held between their least and their most, with the one level at which
the sum is the amount.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

LIGHTEST = 1e-6
"""A weight below this is none."""


class Taker(msgspec.Struct, frozen=True):
    """Someone who gets a share.

    Attributes:
        base: what they get before anything is divided.
        weight: how much of what is divided is theirs; not negative.
        most: the most they take.
        least: the least they take, where that is more than the base.
    """

    base: int
    weight: float
    most: int
    least: int = 0

    @property
    def floor(self) -> int:
        """What they get at the least."""
        return max(self.base, self.least)

    @property
    def ceiling(self) -> int:
        """What they get at the most; never below their floor."""
        return max(self.floor, self.most)

    def share(self, level: float) -> int:
        """What they get at a level, in whole units."""
        return min(self.ceiling, max(self.floor, int(self.base + level * self.weight)))


def spread(amount: int, takers: Sequence[Taker]) -> list[int]:
    """Share out `amount` exactly, in whole units such as frames.

    Where even everyone's most falls short of the amount, the rest is given beyond it by weight.

    Returns:
        One number a taker, summing to `amount`.

    Raises:
        ValueError: the floors exceed the amount, or there is nobody to take it.
    """
    least = sum(taker.floor for taker in takers)
    if least > amount or not takers:
        msg = f"cannot share {amount} among {len(takers)} takers who need {least}"
        raise ValueError(msg)
    if amount >= sum(taker.ceiling for taker in takers):
        return _over(amount, takers)
    level = _level(amount - least, takers)
    return _settle([taker.share(level) for taker in takers], amount, takers)


def _level(above: int, takers: Sequence[Taker]) -> float:
    """The level at which the takers have `above` more than their floors.

    Between two points where someone starts to take or is full, the sum is a straight line.
    """
    turns: list[tuple[float, float]] = []
    for taker in takers:
        if taker.weight > LIGHTEST:
            turns.append(((taker.floor - taker.base) / taker.weight, taker.weight))
            turns.append(((taker.ceiling - taker.base) / taker.weight, -taker.weight))
    turns.sort()
    taken, slope, level = 0.0, 0.0, 0.0
    for at, change in turns:
        if taken + slope * (at - level) >= above:
            break
        taken += slope * (at - level)
        slope += change
        level = at
    return level + (above - taken) / slope if slope > 1e-9 else level


def _settle(shares: list[int], amount: int, takers: Sequence[Taker]) -> list[int]:
    """Give what rounding lost, and what the weightless must hold, to whoever has room."""
    rest = amount - sum(shares)
    for index, taker in enumerate(takers):
        change = min(rest, taker.ceiling - shares[index])
        change = max(change, taker.floor - shares[index])
        shares[index] += change
        rest -= change
        if rest == 0:
            break
    return shares


def _over(amount: int, takers: Sequence[Taker]) -> list[int]:
    """Everyone full, and what remains beyond that by weight; evenly where nobody has any."""
    extra = amount - sum(taker.ceiling for taker in takers)
    weights = [taker.weight for taker in takers]
    if sum(weights) <= 0:
        weights = [1.0] * len(takers)
    shares = [
        taker.ceiling + int(extra * weight / sum(weights))
        for taker, weight in zip(takers, weights, strict=True)
    ]
    shares[-1] += amount - sum(shares)
    return shares
