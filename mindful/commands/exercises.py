"""``mindful exercises`` and ``mindful plan``."""

from __future__ import annotations

from typing import Any

import click

from mindful.commands.common import choice_from, parts_of, print_json, sit_options
from mindful.exercises.model import Exercise
from mindful.exercises.plan import estimated, plan
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.terminal import clock
from mindful.wording import _, tell


@click.command()
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def exercises(context: click.Context, *, as_json: bool) -> None:
    """List the exercises."""
    parts = parts_of(context)
    if as_json:
        print_json([_described(parts, exercise) for exercise in parts.library.exercises])
        return
    for exercise in parts.library.exercises:
        minutes = exercise.minutes
        span = _("{least} to {longest} min").format(least=minutes.least, longest=minutes.longest)
        click.echo(f"{exercise.id:16} {span:14} {exercise.title}: {exercise.purpose}")
    for trouble in parts.library.broken:
        click.echo(tell(trouble), err=True)


def _described(parts: Parts, exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "title": exercise.title,
        "group": exercise.group,
        "purpose": exercise.purpose,
        "least": exercise.minutes.least,
        "suggested": exercise.minutes.suggested,
        "longest": exercise.minutes.longest,
        "asks": list(exercise.asks),
        "language": parts.language,
        "source": "own" if exercise.id in parts.library.own else "built-in",
    }


@click.command(name="plan")
@sit_options
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def plan_command(
    context: click.Context,
    /,
    *,
    as_json: bool,
    seed: int | None,
    voice: str | None,
    **options: Any,  # Any: click's parsed options, named in `choice_from`
) -> None:
    """Show the timeline of a sit without playing it."""
    parts = parts_of(context)
    choice = choice_from(parts, seed=seed or 0, voice=voice, speak=voice is not None, **options)
    timeline = _timeline(parts, choice)
    if as_json:
        print_json(_document(choice, timeline))
        return
    for cue in timeline.cues:
        words = cue.text or _marks()[cue.kind]
        click.echo(f"{clock(cue.start // RATE):>6}  {cue.phase:24}  {words}")


def _timeline(parts: Parts, choice: Choice) -> Timeline:
    """With a voice its real lengths, otherwise the estimate."""
    script = composed(choice)
    if choice.voice is None:
        return plan(script, estimated)
    make = parts.line_maker(choice)
    made = {line.text: len(make(line.text, private=line.private)) for line in script.lines}
    return plan(script, made.get)


def _document(choice: Choice, timeline: Timeline) -> dict[str, object]:
    return {
        "exercise": timeline.exercise,
        "minutes": timeline.minutes,
        "frames": timeline.frames,
        "rate": RATE,
        "seed": choice.seed,
        "density": choice.density.value,
        "cues": [_cue(cue) for cue in timeline.cues],
    }


def _cue(cue: Cue) -> dict[str, object]:
    row: dict[str, object] = {
        "kind": cue.kind.value,
        "phase": cue.phase,
        "start": cue.start,
        "end": cue.end,
        "text": cue.text,
    }
    if cue.kind is CueKind.BELL:
        row |= {"strikes": cue.strikes, "spacing": cue.spacing}
    if cue.kind is CueKind.BREATH:
        row |= {"pattern": cue.pattern, "steps": cue.steps}
    return row


def _marks() -> dict[CueKind, str]:
    return {
        CueKind.SAY: "",
        CueKind.BELL: _("(bell)"),
        CueKind.BREATH: _("(paced breath)"),
        CueKind.WRITE: _("(writing)"),
        CueKind.END: _("(end)"),
    }
