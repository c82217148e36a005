"""``mindful delete-everything``."""

from __future__ import annotations

import sys

import click

from mindful.commands.common import parts_of
from mindful.erasing import erase
from mindful.trouble import Trouble
from mindful.wording import _


@click.command("delete-everything")
@click.option("--yes", "word", metavar="WORD", help=_("The word “delete”, to be asked nothing."))
@click.pass_context
def delete_everything(context: click.Context, *, word: str | None) -> None:
    """Delete the log, backups, own exercises and sounds, settings, cache and keyring entry."""
    parts = parts_of(context)
    asked = _("This can’t be undone. Type “{word}” to go on: ").format(word=_("delete"))
    if word is None and sys.stdin.isatty():
        word = click.prompt(asked, prompt_suffix="")
    if (word or "").strip().casefold() != _("delete").casefold():
        raise Trouble("not-confirmed", word=_("delete"))
    parts.close()
    erased = erase(parts.paths, parts.key_ring)
    for path in erased.removed:
        click.echo(_("Removed {path}").format(path=path))
    for path in erased.left:
        click.echo(_("Could not be removed: {path}").format(path=path), err=True)
    if not erased.removed and not erased.left:
        click.echo(_("There was nothing to delete."))
    context.exit(1 if erased.left else 0)
