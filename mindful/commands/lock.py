"""``mindful lock`` and ``mindful unlock``: encrypt the log, change its passphrase, remove it."""

from __future__ import annotations

import sys

import click

from mindful.commands.common import parts_of
from mindful.commands.passphrase import passphrases_of
from mindful.log.errors import LogTrouble
from mindful.wording import _


@click.command()
@click.pass_context
def lock(context: click.Context) -> None:
    """Encrypt the log with a passphrase, or give it another one.

    With --passphrase-fd the present passphrase, where there is one, stands on the first line, and
    the new one on the next.
    """
    desk = parts_of(context).desk
    if desk.locked:
        raise LogTrouble("log-locked", path=str(parts_of(context).paths.log))
    changed = desk.encrypted
    if sys.stdin.isatty():
        click.echo(warning(), err=True)
    desk.set_passphrase(passphrases_of(context).new()).result()
    parts_of(context).forget_kept_key()
    click.echo(_("The passphrase was changed.") if changed else _("The log is locked."))
    click.echo(_("Backups made before were removed, and a new one was made."))


@click.command()
@click.pass_context
def unlock(context: click.Context) -> None:
    """Take the passphrase off: the log is a plain file again."""
    desk = parts_of(context).desk
    if desk.locked:
        raise LogTrouble("log-locked", path=str(parts_of(context).paths.log))
    if not desk.encrypted:
        raise LogTrouble("log-not-locked", path=str(parts_of(context).paths.log))
    desk.set_passphrase(None).result()
    parts_of(context).forget_kept_key()
    click.echo(_("The log has no passphrase any more. Whoever can open your files can read it."))


def warning() -> str:
    """What has to be known before a passphrase is set."""
    return _(
        "If you forget it, your notes and history cannot be recovered. There is no other way in. "
        "The log as it is now and its backups are overwritten."
    )
