"""``mindful render``: a whole sit as a sound file, to take along."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from mindful.commands.common import choice_from, parts_of, sit_options, sound_options
from mindful.exercises.timeline import RATE
from mindful.rendering_job import Order
from mindful.terminal import clock
from mindful.wording import _, ngettext, notice

STEPS = 1000
"""Of the progress bar."""


@click.command()
@sit_options
@sound_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help=_("The sound file: .mp3, .ogg, .opus, .flac or .wav."),
)
@click.option("--captions", type=click.Path(path_type=Path), help=_("A WebVTT file for the words."))
@click.option("--force", is_flag=True, help=_("Replace files that are there already."))
@click.pass_context
def render(
    context: click.Context,
    /,
    *,
    no_voice: bool,
    output: Path,
    captions: Path | None,
    force: bool,
    **options: Any,  # Any: click's parsed options, named in `choice_from`
) -> None:
    """Write a whole sit to a sound file."""
    from mindful.audio.file_kinds import file_kind

    parts = parts_of(context)
    file_kind(output)  # a wrong ending is told before a voice is looked for
    choice = choice_from(parts, speak=not no_voice, **options)
    order = Order(choice=choice, output=output, captions=captions, replace=force)
    from mindful.rendering import render_sit  # late: the libraries of sound
    from mindful.sit.render import Cancelled

    try:
        with _unwanted_on_signal() as unwanted, _bar() as told:
            rendered = render_sit(parts, order, told, unwanted)
    except Cancelled:
        click.echo(_("Cancelled. Nothing was written."), err=True)
        context.exit(1)
    for code in rendered.notices:
        click.echo(notice(code), err=True)
    if rendered.unspoken:
        click.echo(_unspoken(rendered.unspoken, captions=captions is not None), err=True)
    length = clock(round(rendered.frames / RATE))
    path = click.format_filename(output)
    click.echo(_("{path}: {length} written.").format(path=path, length=length))


def _unspoken(lines: int, *, captions: bool) -> str:
    said = ngettext(
        "{count} line could not be spoken.", "{count} lines could not be spoken.", lines
    ).format(count=lines)
    return said + (" " + _("The captions have every word.") if captions else "")


@contextlib.contextmanager
def _unwanted_on_signal() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was pressed or SIGTERM came; either ends the writing in good order."""
    unwanted = threading.Event()
    before = {
        name: signal.signal(name, lambda *_args: unwanted.set())
        for name in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield unwanted.is_set
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


@contextlib.contextmanager
def _bar() -> Iterator[Callable[[str, float, float], None]]:
    """A progress bar with the time left, on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _stage, _share, _left: None
        return
    stages = {"voice": _("Voice"), "sound": _("Sound")}
    bar = click.progressbar(
        length=STEPS,
        file=sys.stderr,
        show_eta=False,
        item_show_func=lambda shown: shown or "",
    )
    with bar:

        def told(stage: str, share: float, left: float) -> None:
            bar.label = stages[stage]
            shown = _("{time} left").format(time=clock(round(left)))
            bar.update(round(share * STEPS) - bar.pos, shown)

        yield told
