"""What several commands share: the options of a sit, and how they become a choice."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from typing import Any, TypeVar

import click

from mindful.commands.timing import Timing, bells_of, kept_under, pattern_from, timing_options
from mindful.exercises.answers import answers_from
from mindful.exercises.compose import check_length
from mindful.exercises.model import Density, Exercise
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.sit.open_ended import can_be_open
from mindful.sit.safety import suggested_minutes
from mindful.sit.setup import Kept
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
    ]
    command = timing_options(command)
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


def suggested_length(exercise: Exercise) -> int:
    """Minutes where none are typed: of feeling sits no more than are suggested at first."""
    offered = exercise.minutes
    if "feeling" not in exercise.asks:
        return offered.suggested
    return suggested_minutes(offered.suggested, offered.least, early=True, gentler=False)


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
    timing: Timing,
    preset: str | None = None,
    pattern: str | None = None,
    prepare: int | None = None,
    open_ended: bool = False,
    speak: bool = True,
    voice: str | None = None,
    bell: str | None = None,
    ambience: str | None = None,
    intensity: int | None = None,
) -> Choice:
    """Turn options into a choice.

    Raises:
        Trouble: something unknown, out of range or too long, with what was asked and what is
            nearest; ``open-ended-unsuited`` with ``title`` where the exercise is no timer.
    """
    found = parts.library.find(exercise)
    kept = kept_under(parts, preset) if preset else None
    settings = parts.settings
    return Choice(
        exercise=found,
        minutes=_length(found, minutes, kept),
        answers=answers_from(
            parts.vocabulary, feelings=feelings, places=places, name=name, phrase=phrase
        ),
        density=Density(density),
        seed=secrets.randbelow(2**31) if seed is None else seed,
        voice=_voice(parts, voice, Density(density)) if speak else None,
        pace=settings.pace,
        bell=parts.check_bell(bell or (kept.bell if kept else settings.bell)),
        ambience=parts.check_ambience(ambience or (kept.ambience if kept else settings.ambience)),
        levels=parts.levels(night=not found.closing),
        intensity_before=intensity,
        bells=bells_of(found, timing, kept),
        pattern=pattern_from(found, pattern) if pattern else None,
        prepare=prepare if prepare is not None else kept.setup.prepare if kept else 0,
        open_ended=_open_ended(found, kept, asked=open_ended),
    )


def _length(exercise: Exercise, asked: int | None, kept: Kept | None) -> int:
    length = asked or (kept.minutes if kept else suggested_length(exercise))
    check_length(exercise, length)
    return length


def _voice(parts: Parts, asked: str | None, density: Density) -> str | None:
    """None where bells alone are to be heard; a voice asked for all the same says the rest."""
    return None if density is Density.BELLS and asked is None else parts.choose_voice(asked)


def _open_ended(exercise: Exercise, kept: Kept | None, *, asked: bool) -> bool:
    wanted = asked or (kept is not None and kept.setup.open_ended)
    if wanted and not can_be_open(exercise):
        raise Trouble("open-ended-unsuited", title=exercise.title)
    return wanted
