"""How a timer is set up: preparation, strikes, interval bells. Kept in settings and presets."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from mindful.exercises.compose import own_bells
from mindful.exercises.model import Exercise
from mindful.exercises.script import Bells
from mindful.sit.open_ended import LONGEST_MINUTES

LONGEST_PREPARATION = 300
"""Seconds."""

MOST_STRIKES = 9
LEAST_SPACING, MOST_SPACING = 2, 30
"""Seconds between the strikes of a group."""

MOST_EVERY = 60
"""Minutes between interval bells."""

MOST_SCATTERED = 30
"""Bells at moments of chance."""

Strikes = Annotated[int, Meta(ge=0, le=MOST_STRIKES)]
Minute = Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """A timer as a person set it up.

    Attributes:
        prepare: seconds counted down before the opening strike.
        opening: strikes that begin the sit.
        closing: strikes that end it.
        spacing: seconds between them.
        every: minutes between soft interval bells; 0 for none.
        at: further minutes at which a soft bell is struck.
        scattered: further soft bells, at moments of chance.
        open_ended: it lasts until the person ends it.
    """

    prepare: Annotated[int, Meta(ge=0, le=LONGEST_PREPARATION)] = 0
    opening: Strikes = 1
    closing: Strikes = 3
    spacing: Annotated[float, Meta(ge=LEAST_SPACING, le=MOST_SPACING)] = 4.0
    every: Annotated[int, Meta(ge=0, le=MOST_EVERY)] = 0
    at: Annotated[tuple[Minute, ...], Meta(max_length=100)] = ()
    scattered: Annotated[int, Meta(ge=0, le=MOST_SCATTERED)] = 0
    open_ended: bool = False

    @property
    def bells(self) -> Bells:
        """The strikes of the sit."""
        return Bells(
            opening=self.opening,
            closing=self.closing,
            spacing=self.spacing,
            every=self.every,
            at=self.at,
            scattered=self.scattered,
        )


def own_setup(exercise: Exercise) -> Setup:
    """A timer as its exercise has it, before anybody changed anything."""
    bells = own_bells(exercise)
    return Setup(
        opening=bells.opening, closing=bells.closing, spacing=bells.spacing, every=bells.every
    )


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What a preset holds; nothing in it was written by the person.

    Attributes:
        exercise: id of the exercise.
        minutes: its length.
        setup: bells and preparation.
        bell: id of the bell.
        ambience: id of the ambience.
    """

    exercise: str
    minutes: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    setup: Setup
    bell: str
    ambience: str


def kept_as_json(kept: Kept) -> str:
    """A preset's content, for the log."""
    return msgspec.json.encode(kept).decode()


def kept_from_json(content: str) -> Kept | None:
    """What `kept_as_json` made; None where another version wrote what this one cannot read."""
    try:
        return msgspec.json.decode(content, type=Kept)
    except msgspec.DecodeError:
        return None
