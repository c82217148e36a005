"""``mindful backup``."""

from __future__ import annotations

from pathlib import Path

import click

from mindful.commands.common import parts_of
from mindful.sit.new_files import check_places
from mindful.wording import _


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--force", is_flag=True, help=_("Replace FILE where it is there already."))
@click.pass_context
def backup(context: click.Context, *, file: Path | None, force: bool) -> None:
    """Make a copy of the log, checked from end to end.

    Without FILE it is today's backup, beside those that Mindful makes by itself.
    """
    desk = parts_of(context).desk
    if file is None:
        file = desk.submit(lambda log: log.backups.renew_today()).result()
    else:
        target = file
        check_places([target], replace=force)
        desk.submit(lambda log: log.backups.write(target)).result()
    click.echo(_("Backed up to {path}, and checked.").format(path=file))
