"""``mindful export``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import click

from mindful import __version__
from mindful.commands.common import parts_of
from mindful.commands.history import DAY
from mindful.log.records import Ended
from mindful.log.which import Which
from mindful.parts import Parts
from mindful.share_page import as_html, share_page
from mindful.sit.new_files import NewFiles
from mindful.wording import _

ENDINGS = (".json", ".csv", ".html", ".pdf")


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--since", type=DAY, help=_("First day, as 2026-03-12."))
@click.option("--until", type=DAY, help=_("Last day."))
@click.option("--exercise", help=_("Sits of this exercise only."))
@click.option("--feeling", help=_("Sits with this feeling only."))
@click.option("--place", help=_("Sits felt in this place of the body only."))
@click.option(
    "--ended",
    type=click.Choice([ended.value for ended in Ended]),
    help=_("Sits that ended so only."),
)
@click.option("--search", help=_("Sits with these words in their notes and pages only."))
@click.option(
    "--note", "notes", multiple=True, metavar="ID", help=_("Show this sit’s note on the page.")
)
@click.option("--force", is_flag=True, help=_("Replace FILE where it is there already."))
@click.pass_context
def take_away(
    context: click.Context,
    *,
    file: Path,
    since: datetime | None,
    until: datetime | None,
    exercise: str | None,
    feeling: str | None,
    place: str | None,
    ended: str | None,
    search: str | None,
    notes: tuple[str, ...],
    force: bool,
) -> None:
    """Take your log away: .json has everything, .csv the sits, .html and .pdf are to share.

    On the page to share, notes stand only where --note names the sit.
    """
    if file.suffix.lower() not in ENDINGS:
        raise click.UsageError(_("FILE has to end in .json, .csv, .html or .pdf."), context)
    parts = parts_of(context)
    which = Which(
        since=date.min if since is None else since.date(),
        until=date.max if until is None else until.date(),
        exercise=exercise,
        feeling=feeling,
        place=place,
        ended=None if ended is None else Ended(ended),
        search=search or "",
        day_ends=parts.settings.day_ends,
    )
    with (files := NewFiles([file], replace=force)) as (opened,):
        _write(parts, opened, file.suffix.lower(), which, notes)
        files.commit()
    click.echo(_("Written to {path}.").format(path=click.format_filename(file)))


def _write(parts: Parts, file: BinaryIO, ending: str, which: Which, notes: tuple[str, ...]) -> None:
    """Fill a file with what its ending asks for."""
    if ending == ".json":
        parts.desk.submit(lambda log: log.exports.document(file, __version__, which)).result()
    elif ending == ".csv":
        parts.desk.submit(lambda log: log.exports.table(file, which)).result()
    else:
        sits = parts.desk.submit(lambda log: log.history.sits(which)).result()
        page = share_page(sits, notes, parts.now())
        if ending == ".html":
            file.write(as_html(page).encode())
        else:
            from mindful.ui.pdf import pdf_of  # Qt, which no other command needs

            file.write(pdf_of(as_html(page, sourced=False), page.source))
