"""``mindful export``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import click

from mindful import __version__
from mindful.commands.common import parts_of
from mindful.commands.history import DAY
from mindful.log.log import Log
from mindful.log.which import Which
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
    notes: tuple[str, ...],
    force: bool,
) -> None:
    """Take your log away: .json has everything, .csv the sits, .html and .pdf are to share.

    On the page to share, notes stand only where --note names the sit.
    """
    if file.suffix.lower() not in ENDINGS:
        raise click.UsageError(_("FILE has to end in .json, .csv, .html or .pdf."), context)
    which = Which(
        since=date.min if since is None else since.date(),
        until=date.max if until is None else until.date(),
        exercise=exercise,
        feeling=feeling,
    )
    parts = parts_of(context)
    write = _writer(file.suffix.lower(), which, notes, parts.now())
    files = NewFiles([file], replace=force)
    with files as (opened,):
        parts.desk.submit(lambda log: write(log, opened)).result()
        files.commit()
    click.echo(_("Written to {path}.").format(path=click.format_filename(file)))


def _writer(
    ending: str, which: Which, notes: tuple[str, ...], now: datetime
) -> Callable[[Log, BinaryIO], None]:
    """What writes a file with this ending."""

    def page(log: Log, file: BinaryIO) -> None:
        html = as_html(share_page(log.history.newest(which), notes, now))
        if ending == ".pdf":
            from mindful.ui.pdf import pdf_of  # Qt, which no other command needs

            file.write(pdf_of(html))
        else:
            file.write(html.encode())

    writers: dict[str, Callable[[Log, BinaryIO], None]] = {
        ".json": lambda log, file: log.exports.document(file, __version__, which),
        ".csv": lambda log, file: log.exports.table(file, which),
    }
    return writers.get(ending, page)
