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


def spread(amount: int, takers: Sequence[Taker]) -> list[int]:
    """Share out `amount` exactly, in whole units such as frames.

    Where even everyone's most falls short of the amount, the rest is given beyond it by weight.

    Returns:
        One number a taker, summing to `amount`.

    Raises:
        ValueError: the floors exceed the amount, or there is nobody to take it.
    """
    floors = [taker.floor for taker in takers]
    least = sum(floors)
    if least > amount or not takers:
        msg = f"cannot share {amount} among {len(takers)} takers who need {least}"
        raise ValueError(msg)
    ceilings = [taker.ceiling for taker in takers]
    if amount >= sum(ceilings):
        return _over(amount, takers, ceilings)
    level = _level(amount - least, takers, floors, ceilings)
    shares = [
        min(most, max(least, int(taker.base + level * taker.weight)))
        for taker, least, most in zip(takers, floors, ceilings, strict=True)
    ]
    return _settle(shares, amount, floors, ceilings)


def _level(
    above: int, takers: Sequence[Taker], floors: Sequence[int], ceilings: Sequence[int]
) -> float:
    """The level at which the takers have `above` more than their floors.

    Between two points where someone starts to take or is full, the sum is a straight line.
    """
    turns: list[tuple[float, float]] = []
    for taker, least, most in zip(takers, floors, ceilings, strict=True):
        weight = taker.weight
        if weight > LIGHTEST:
            turns.append(((least - taker.base) / weight, weight))
            turns.append(((most - taker.base) / weight, -weight))
    turns.sort()
    taken, slope, level = 0.0, 0.0, 0.0
    for at, change in turns:
        if taken + slope * (at - level) >= above:
            break
        taken += slope * (at - level)
        slope += change
        level = at
    return level + (above - taken) / slope if slope > 1e-9 else level


def _settle(
    shares: list[int], amount: int, floors: Sequence[int], ceilings: Sequence[int]
) -> list[int]:
    """Give what rounding lost, and what the weightless must hold, to whoever has room."""
    rest = amount - sum(shares)
    for index, share in enumerate(shares):
        if rest == 0:
            break
        change = max(min(rest, ceilings[index] - share), floors[index] - share)
        shares[index] += change
        rest -= change
    return shares


def _over(amount: int, takers: Sequence[Taker], ceilings: Sequence[int]) -> list[int]:
    """Everyone full, and what remains beyond that by weight; evenly where nobody has any."""
    extra = amount - sum(ceilings)
    weights = [taker.weight for taker in takers]
    if sum(weights) <= 0:
        weights = [1.0] * len(takers)
    shares = [
        most + int(extra * weight / sum(weights))
        for most, weight in zip(ceilings, weights, strict=True)
    ]
    shares[-1] += amount - sum(shares)
    return shares
