"""``mindful voices`` and ``mindful say``."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from mindful.commands.common import parts_of, print_json
from mindful.commands.trying import play_once, write_wav
from mindful.sit.choice import Choice
from mindful.wording import _, reason


@click.command()
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def voices(context: click.Context, *, as_json: bool) -> None:
    """List the voices found, the best first."""
    found = parts_of(context).speaker.voices()
    if as_json:
        fields = ("id", "engine", "name", "language", "licence", "available", "why")
        rows = [msgspec.to_builtins(voice) for voice in found]
        print_json([{field: row[field] for field in fields} for row in rows])
        return
    for voice in found:
        state = "" if voice.available else "  " + reason(voice.why)
        click.echo(f"{voice.id:34} {voice.language:8} {voice.licence:20} {voice.name}{state}")


@click.command()
@click.argument("text")
@click.option("--voice", help=_("A voice, as listed by “mindful voices”."))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help=_("Write a WAV file.")
)
@click.pass_context
def say(context: click.Context, *, text: str, voice: str | None, output: Path | None) -> None:
    """Speak a text with a voice, to hear how it sounds."""
    parts = parts_of(context)
    chosen = parts.choose_voice(voice)
    made = parts.line_maker(Choice(exercise=parts.library.exercises[0], minutes=1, voice=chosen))(
        text, private=True
    )
    if output is not None:
        write_wav(output, made)
        return
    if not play_once(parts, made):
        click.echo(_("No sound device was found, so nothing could be heard."), err=True)
        context.exit(1)
