"""What is offered where a feeling is strong, or stronger after a sit: one table.

Nothing is forbidden by it, everything is offered; where no row fits, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import msgspec

STRONG = 8
"""Strength from which a feeling counts as strong, before a sit and after it."""

FAR = 2
"""A rise by so much, or more, means that a sit was hard."""

GENTLE_MINUTES = 5
"""Length preset where a feeling is strong."""

EARLY_SITS, EARLY_MINUTES = 10, 20
"""Until so many feeling sits are completed, no longer ones are suggested."""


class Care(StrEnum):
    """What a strength calls for."""

    NONE = "none"
    STRONG = "strong"
    """Before a sit: something else first, or a short sit."""
    RISEN = "risen"
    """A little stronger after it: that is usual."""
    HARD = "hard"
    """Strong after it, or far stronger: this can happen."""
    REST = "rest"
    """Stronger after two sits running: a rest from inward practice."""


class Way(StrEnum):
    """What can be gone on with."""

    GROUND = "ground"
    MINUTE = "minute"
    """A minute's grounding."""
    KINDNESS = "kindness"
    """Kind Moment, in place of the exercise chosen."""
    WALK = "walk"
    PERSON = "person"
    HELP = "help"


class Felt(msgspec.Struct, frozen=True):
    """Strength before a sit and after it, 0 to 10; None where it was not said."""

    before: int | None = None
    after: int | None = None

    @property
    def rise(self) -> int:
        """By how much it was stronger after it; 0 where that is not known."""
        if self.before is None or self.after is None:
            return 0
        return max(0, self.after - self.before)


UNSAID = Felt()


class Offer(msgspec.Struct, frozen=True):
    """What is offered.

    Attributes:
        care: what the strength calls for.
        ways: in order; the sit itself can always be gone on with.
        minutes: length that is preset, free to change; None to leave it.
    """

    care: Care
    ways: tuple[Way, ...]
    minutes: int | None = None


_Holds = Callable[[Felt, Felt], bool]

_BEFORE: tuple[tuple[_Holds, Offer], ...] = (
    (
        lambda felt, _last: _strong(felt.before),
        Offer(Care.STRONG, (Way.GROUND, Way.HELP, Way.KINDNESS), GENTLE_MINUTES),
    ),
    (lambda _felt, _last: True, Offer(Care.NONE, ())),
)
_AFTER: tuple[tuple[_Holds, Offer], ...] = (
    (
        lambda felt, last: bool(felt.rise and last.rise),
        Offer(Care.REST, (Way.WALK, Way.GROUND, Way.PERSON, Way.HELP)),
    ),
    (
        lambda felt, _last: _strong(felt.after) or felt.rise >= FAR,
        Offer(Care.HARD, (Way.GROUND, Way.PERSON, Way.HELP)),
    ),
    (lambda felt, _last: felt.rise > 0, Offer(Care.RISEN, (Way.MINUTE, Way.PERSON))),
    (lambda _felt, _last: True, Offer(Care.NONE, (Way.GROUND, Way.PERSON))),
)


def offered(felt: Felt, last: Felt = UNSAID, *, over: bool) -> Offer:
    """What is offered before a sit, or when it is over.

    Args:
        felt: strength before this sit and after it, as far as they are known.
        last: of the last sit before it that says both.
        over: whether this sit has ended.
    """
    table = _AFTER if over else _BEFORE
    return next(offer for holds, offer in table if holds(felt, last))


def suggested_minutes(minutes: int, least: int, *, early: bool, gentler: bool) -> int:
    """Length that a feeling sit is suggested with; any other can be chosen.

    Args:
        minutes: that would be suggested otherwise.
        least: shortest that the exercise offers.
        early: fewer than `EARLY_SITS` feeling sits are completed, as far as is known.
        gentler: the person asked for the next one to be gentler.
    """
    most = GENTLE_MINUTES if gentler else EARLY_MINUTES if early else minutes
    return max(least, min(minutes, most))


def is_long(minutes: int, completed: int) -> bool:
    """Whether a feeling sit is longer than is suggested after so many completed ones."""
    return completed < EARLY_SITS and minutes > EARLY_MINUTES


def _strong(strength: int | None) -> bool:
    return strength is not None and strength >= STRONG
