"""``mindful cache``: the spoken lines kept on disk."""

from __future__ import annotations

import sys
from typing import Any

import click

from mindful.commands.common import parts_of
from mindful.exercises.compose import check_length, compose
from mindful.exercises.model import Density, Exercise
from mindful.exercises.script import ScriptLine
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.trouble import Trouble
from mindful.wording import _, ngettext, tell

SEEDS = 8
"""Sits whose wording is prepared: enough for every alternative of a line to be among them."""


@click.command()
@click.option("--clear", is_flag=True, help=_("Remove them; they are made again when needed."))
@click.option("--prepare", metavar="EXERCISE", help=_("Speak an exercise’s lines in advance."))
@click.option("-m", "--minutes", type=int, help=_("The length to prepare."))
@click.option("--voice", help=_("A voice, as listed by “mindful voices”."))
@click.pass_context
def cache(
    context: click.Context, /, *, clear: bool, prepare: str | None, **options: Any
) -> None:  # Any: click's parsed options, named in `prepare_exercise`
    """Show, empty or fill the store of spoken lines. Your own words are never in it."""
    parts = parts_of(context)
    if clear:
        parts.clip_cache.clear()
    if prepare is not None:
        prepare_exercise(parts, prepare, **options)
    size = parts.clip_cache.size()
    click.echo(_("{size:.1f} MB in {path}").format(size=size / 1e6, path=parts.paths.clips))


def prepare_exercise(
    parts: Parts, wanted: str, *, minutes: int | None = None, voice: str | None = None
) -> None:
    """Have every line spoken that sits of this exercise and length may say without answers.

    Raises:
        Trouble: an unknown exercise or voice, a length out of range.
    """
    exercise = parts.library.find(wanted)
    length = exercise.minutes.suggested if minutes is None else minutes
    check_length(exercise, length)
    choice = Choice(
        exercise=exercise,
        minutes=length,
        voice=parts.choose_voice(voice),
        pace=parts.settings.pace,
    )
    make = parts.line_maker(choice)
    lines = lines_to_prepare(exercise, length)
    failed = 0
    with click.progressbar(lines, label=exercise.title, file=sys.stderr) as bar:
        for line in bar:
            try:
                make(line.text, private=line.private)
            except Trouble as trouble:
                failed += 1
                last = trouble
    if failed:
        click.echo(
            ngettext("{count} line", "{count} lines", failed).format(count=failed)
            + f": {tell(last)}",
            err=True,
        )


def lines_to_prepare(exercise: Exercise, minutes: int) -> list[ScriptLine]:
    """The lines that sits of a length may say without answers, each once."""
    lines: dict[str, ScriptLine] = {}
    for seed in range(SEEDS):
        script = compose(
            exercise,
            Choice(exercise=exercise, minutes=minutes).answers,
            minutes,
            Density.FULL,
            seed,
        )
        lines.update({line.text: line for line in script.lines})
    return list(lines.values())
