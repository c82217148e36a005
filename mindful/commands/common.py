"""What several commands share: the options of a sit, and how they become a choice."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

import click

from mindful.exercises.answers import answers_from
from mindful.exercises.compose import check_length, own_bells
from mindful.exercises.model import Density, Exercise
from mindful.exercises.script import Bells
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.trouble import Trouble
from mindful.wording import _

Command = TypeVar("Command", bound=Callable[..., Any])  # Any: click passes what it parsed

DENSITIES = [density.value for density in Density]


def parts_of(context: click.Context) -> Parts:
    """The parts of this run, made by `cli.main`."""
    return context.find_object(Parts) or Parts.default()


def print_json(document: object) -> None:
    """One JSON document on standard output, and nothing else there."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def sit_options(command: Command) -> Command:
    """Add the options that say what a sit is; `choice_from` reads them."""
    options = [
        click.argument("exercise"),
        click.option("-m", "--minutes", type=int, help=_("Length in minutes.")),
        click.option("--feeling", "feelings", multiple=True, help=_("A feeling; may be repeated.")),
        click.option("--place", "places", multiple=True, help=_("Where in the body; repeatable.")),
        click.option("--name", default="", help=_("What the voice calls you.")),
        click.option("--phrase", default="", help=_("A sentence of your own.")),
        click.option("--voice", help=_("A voice, as listed by “mindful voices”.")),
        click.option("--density", type=click.Choice(DENSITIES), default="full", show_default=True),
        click.option("--seed", type=click.IntRange(0), help=_("Choose the same words again.")),
        click.option("--every", type=click.IntRange(0, 60), help=_("Interval bells, in minutes.")),
        click.option("--bells-at", default="", help=_("More bells: minutes, with commas.")),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def sound_options(command: Command) -> Command:
    """Add the options that say what is heard beside the voice."""
    options = [
        click.option("--no-voice", is_flag=True, help=_("Captions alone.")),
        click.option(
            "--bell", help=_("Which bell is struck, or a sound file of yours; “none” for none.")
        ),
        click.option(
            "--ambience",
            help=_("What sounds under the sit, or a sound file of yours; “none” for nothing."),
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def choice_from(
    parts: Parts,
    *,
    exercise: str,
    minutes: int | None,
    feelings: tuple[str, ...],
    places: tuple[str, ...],
    name: str,
    phrase: str,
    density: str,
    seed: int | None,
    every: int | None,
    bells_at: str,
    speak: bool = True,
    voice: str | None = None,
    bell: str | None = None,
    ambience: str | None = None,
    intensity: int | None = None,
) -> Choice:
    """Turn options into a choice.

    Raises:
        Trouble: an unknown exercise, voice, bell or ambience, a length out of range, a word too
            long: each names what was asked and what is nearest.
    """
    found = parts.library.find(exercise)
    length = found.minutes.suggested if minutes is None else minutes
    check_length(found, length)
    settings = parts.settings
    return Choice(
        exercise=found,
        minutes=length,
        answers=answers_from(
            parts.vocabulary, feelings=feelings, places=places, name=name, phrase=phrase
        ),
        density=Density(density),
        seed=secrets.randbelow(2**31) if seed is None else seed,
        voice=parts.choose_voice(voice) if speak else None,
        pace=settings.pace,
        bell=parts.check_bell(bell or settings.bell),
        ambience=parts.check_ambience(ambience or settings.ambience),
        levels=parts.levels(),
        intensity_before=intensity,
        bells=_bells(found, every, bells_at),
    )


def _bells(exercise: Exercise, every: int | None, at: str) -> Bells | None:
    if every is None and not at:
        return None
    own = own_bells(exercise)
    return Bells(
        opening=own.opening,
        closing=own.closing,
        spacing=own.spacing,
        every=own.every if every is None else every,
        at=_minutes(at),
    )


def _minutes(listed: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in listed.split(",") if part.strip())
    except ValueError:
        raise Trouble("minutes-unreadable", asked=listed[:60]) from None
