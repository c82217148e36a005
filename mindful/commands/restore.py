"""``mindful restore``, and when it is offered."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from mindful.commands.common import parts_of
from mindful.commands.passphrase import passphrases_of
from mindful.log.restoring import Restored, recovery
from mindful.log.sealed import is_sealed
from mindful.paths import find_paths
from mindful.trouble import Trouble
from mindful.wording import _, ngettext, tell


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.pass_context
def restore(context: click.Context, *, file: Path | None) -> None:
    """Put a backup in the log's place; the log as it was is kept aside.

    Without FILE a damaged log is mended: with the newest good backup, and with what can be read
    of the log itself.
    """
    parts = parts_of(context)
    if file is None:
        found = parts.desk.mending().result()
        file = None if found is None else found.backup.path
    passphrase = None
    if file is not None and not parts.desk.encrypted and is_sealed(file):
        passphrase = passphrases_of(context).current() or None
    click.echo(_told(parts.desk.restore(file, passphrase).result()))


def with_a_way_on(trouble: Trouble) -> str:
    """What a trouble is told as; that of a damaged log, with the backup there is."""
    told = tell(trouble)
    if trouble.code not in {"log-damaged", "log-foreign"}:
        return told
    log = Path(str(trouble.facts["path"]))
    offer = _offer(log, foreign=trouble.code == "log-foreign")
    return f"{told}\n{offer}" if offer else told


def _offer(log: Path, *, foreign: bool) -> str:
    command = shlex.join(["mindful", *_data_dir(log), "restore"])
    if is_sealed(log):
        return _(
            "“{command}” puts its newest good backup in its place, adds what can still be read, "
            "and keeps the file as it is aside."
        ).format(command=command)
    found = recovery(log)
    if found is not None:
        return _(
            "There is a good backup of {day} with {count} sits. “{command}” puts it in the log’s "
            "place, adds what can still be read, and keeps the file as it is aside."
        ).format(day=found.backup.day, count=found.contents.sits, command=command)
    if foreign:
        return ""
    return _(
        "There is no backup yet. “{command}” saves what can still be read, and keeps the file as "
        "it is aside."
    ).format(command=command)


def _data_dir(log: Path) -> list[str]:
    return [] if find_paths(None).log == log else ["--data-dir", str(log.parent)]


def _told(restored: Restored) -> str:
    sits = restored.contents.sits
    lines = [ngettext("The log holds {count} sit.", "The log holds {count} sits.", sits)]
    lines[0] = lines[0].format(count=sits)
    if restored.saved:
        lines.append(
            ngettext(
                "{count} of them was read from the damaged log.",
                "{count} of them were read from the damaged log.",
                restored.saved,
            ).format(count=restored.saved)
        )
    if restored.aside is not None:
        lines.append(_("The log as it was is kept in {path}.").format(path=restored.aside))
    return "\n".join(lines)
