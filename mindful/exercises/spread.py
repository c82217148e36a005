"""Share out an amount among takers that each have a least, a weight and a most.

The same law serves phases within a sit and silences within a phase: everyone gets
``min(most, least + level * weight)``, with the one level at which the sum is the amount.
"""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    amount: int, least: Sequence[int], weight: Sequence[float], most: Sequence[int]
) -> list[int]:
    """Share out `amount` exactly, in whole units.

    Args:
        amount: what to share, such as frames.
        least: what each taker gets at the least; their sum may not exceed `amount`.
        weight: how what is left is divided, none negative.
        most: what each taker gets at the most, never below its least; where even their sum
            falls short of `amount`, the rest is given beyond it, by weight.

    Returns:
        One number a taker, summing to `amount`.

    Raises:
        ValueError: the leasts exceed the amount, or there is nobody to take it.
    """
    if sum(least) > amount or not least:
        msg = f"cannot share {amount} among {len(least)} takers with leasts of {sum(least)}"
        raise ValueError(msg)
    if amount >= sum(most):
        return _over(amount, weight, most)
    level = _level(amount, least, weight, most)
    shares = [
        min(high, int(low + level * part))
        for low, part, high in zip(least, weight, most, strict=True)
    ]
    return _settle(shares, amount - sum(shares), most)


def _level(
    amount: int, least: Sequence[int], weight: Sequence[float], most: Sequence[int]
) -> float:
    """The level at which the shares sum to `amount`: walk the points where a taker is full."""
    full_at = sorted(
        ((high - low) / part, part, high - low)
        for low, part, high in zip(least, weight, most, strict=True)
        if part > 0
    )
    left = amount - sum(least)
    open_weight = sum(part for _, part, _ in full_at)
    for at, part, room in full_at:
        if at * open_weight >= left:
            break
        left -= room
        open_weight -= part
    return left / open_weight if open_weight > 1e-9 else 0.0


def _settle(shares: list[int], rest: int, most: Sequence[int]) -> list[int]:
    """Give what rounding lost, and what weightless takers must hold, to whoever has room."""
    for index, high in enumerate(most):
        if rest == 0:
            break
        change = min(rest, high - shares[index])
        shares[index] += change
        rest -= change
    return shares


def _over(amount: int, weight: Sequence[float], most: Sequence[int]) -> list[int]:
    """Everyone full, and what remains beyond that by weight, evenly where nobody has any."""
    extra = amount - sum(most)
    parts = list(weight) if sum(weight) > 0 else [1.0] * len(most)
    shares = [high + int(extra * part / sum(parts)) for high, part in zip(most, parts, strict=True)]
    shares[-1] += amount - sum(shares)
    return shares
