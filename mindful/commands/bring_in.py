"""``mindful import``."""

from __future__ import annotations

from pathlib import Path

import click

from mindful.commands.common import parts_of, print_json
from mindful.log.batches import Undone
from mindful.log.importers.daylio import MOODS
from mindful.log.importers.reading import FORMATS
from mindful.log.sorting import How, Preview
from mindful.log.zones import zone_called
from mindful.parts import Parts
from mindful.wording import _, format_names, import_counts, line_reasons, undone_words

LINES_SHOWN = 20
"""Lines named one by one in the terminal; ``--json`` has more."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--format", "format_id", type=click.Choice(FORMATS), help=_("What FILE is."))
@click.option(
    "--zone", help=_("Zone of times that have none, as Europe/London or +01:00; else this one’s.")
)
@click.option(
    "--feeling",
    "feelings",
    multiple=True,
    metavar="MOOD=FEELING",
    help=_("What another app’s mood becomes; empty for nothing. May be repeated."),
)
@click.option("--dry-run", is_flag=True, help=_("Look through FILE, and keep nothing."))
@click.option("--undo", is_flag=True, help=_("Take out what came with the last import."))
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def bring_in(
    context: click.Context,
    *,
    file: Path | None,
    format_id: str | None,
    zone: str | None,
    feelings: tuple[str, ...],
    dry_run: bool,
    undo: bool,
    as_json: bool,
) -> None:
    """Bring in another app's history: Insight Timer, Daylio, Apple Health and more.

    Sits that are there already are left out, lines that can't be read are named, and all of it
    can be undone with --undo.
    """
    parts = parts_of(context)
    if undo:
        _undo(parts, as_json=as_json)
        return
    if file is None:
        raise click.UsageError(_("Name the FILE to bring in, or --undo."), context)
    how = How(
        format=format_id,
        zone=zone_called(zone) if zone else None,
        feelings=MOODS | dict(_mapped(pair) for pair in feelings),
        titles={each.id: each.title for each in parts.library.exercises},
    )
    work = parts.desk.submit(
        lambda log: (log.imports.preview if dry_run else log.imports.take)(file, how)
    )
    preview = work.result()
    if as_json:
        print_json(described(file, preview, zone, dry_run=dry_run))
        return
    for line in told(preview, zone, dry_run=dry_run):
        click.echo(line)


def told(preview: Preview, zone: str | None, *, dry_run: bool) -> list[str]:
    """What was found, or done, in sentences."""
    lines = [
        _("{format}: {counts}.").format(
            format=format_names()[preview.format], counts=import_counts(preview)
        )
    ]
    reasons = line_reasons()
    lines += [
        _("  line {line}: {reason}").format(line=bad.line, reason=reasons[bad.reason])
        for bad in preview.bad[:LINES_SHOWN]
    ]
    if preview.unreadable > LINES_SHOWN:
        more = preview.unreadable - LINES_SHOWN
        lines.append(_("  and {count} more").format(count=f"{more:,}"))
    lines += [_mood(mood.word, mood.count, mood.feeling) for mood in preview.moods]
    if preview.is_local and preview.new and zone is None:
        lines.append(
            _("Its times have no zone; this computer’s was taken. --zone names another one.")
        )
    if dry_run:
        lines.append(_("Nothing was kept yet."))
    elif preview.new:
        lines.append(_("“mindful import --undo” takes it out again."))
    return lines


def described(
    file: Path, preview: Preview, zone: str | None, *, dry_run: bool
) -> dict[str, object]:
    """The same as a JSON document."""
    reasons = line_reasons()
    return {
        "file": str(file),
        "format": preview.format,
        "new": preview.new,
        "sits": preview.sits,
        "others": preview.others,
        "already_there": preview.known,
        "unreadable": preview.unreadable,
        "lines": [
            {"line": bad.line, "reason": bad.reason, "message": reasons[bad.reason]}
            for bad in preview.bad
        ],
        "moods": [
            {"mood": mood.word, "count": mood.count, "feeling": mood.feeling}
            for mood in preview.moods
        ],
        "first_day": None if preview.first is None else preview.first.isoformat(),
        "last_day": None if preview.last is None else preview.last.isoformat(),
        "zone": zone,
        "zone_assumed": preview.is_local and zone is None,
        "kept": not dry_run,
    }


def _mood(word: str, count: int, feeling: str) -> str:
    becomes = feeling or _("nothing")
    return _("  “{word}” ({count}) becomes {feeling}").format(
        word=word, count=count, feeling=becomes
    )


def _mapped(pair: str) -> tuple[str, str]:
    mood, sign, feeling = pair.partition("=")
    if not sign or not mood.strip():
        raise click.BadParameter(_("“{pair}” is no MOOD=FEELING.").format(pair=pair))
    return mood.strip(), feeling.strip()


def _undo(parts: Parts, *, as_json: bool) -> None:
    undone: Undone = parts.desk.submit(lambda log: log.imports.undo()).result()
    if as_json:
        print_json({"removed": undone.removed, "kept": undone.kept})
        return
    for line in undone_words(undone):
        click.echo(line)
