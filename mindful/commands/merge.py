"""``mindful merge``."""

from __future__ import annotations

from pathlib import Path

import click

from mindful.commands.common import parts_of, print_json
from mindful.commands.passphrase import passphrases_of
from mindful.log.errors import LogTrouble
from mindful.log.merging import Merged
from mindful.parts import Parts
from mindful.wording import _, ngettext


@click.command()
@click.argument("other", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def merge(context: click.Context, *, other: Path, as_json: bool) -> None:
    """Bring another computer's log into this one; OTHER is only read.

    Of a sit that both have, the later edit is kept, and deletions are carried. Merge the other
    way round on the other computer, and both have the same.
    """
    parts = parts_of(context)
    try:
        merged = _merged(parts, other, None)
    except LogTrouble as trouble:
        if trouble.code != "merge-locked":
            raise
        passphrase = passphrases_of(context).current()
        if not passphrase:
            raise
        merged = _merged(parts, other, passphrase)
    if as_json:
        counts = {"added": merged.added, "changed": merged.changed, "removed": merged.removed}
        print_json(counts)
        return
    for line in told(merged):
        click.echo(line)


def told(merged: Merged) -> list[str]:
    """What was done, in sentences."""
    if merged == Merged(0, 0, 0):
        return [_("Nothing new: this log has everything that’s in the other.")]
    lines = []
    added, changed, removed = merged.added, merged.changed, merged.removed
    for count, words in (
        (added, ngettext("{count} record came.", "{count} records came.", added)),
        (changed, ngettext("{count} was edited there.", "{count} were edited there.", changed)),
        (removed, ngettext("{count} was deleted there.", "{count} were deleted there.", removed)),
    ):
        if count:
            lines.append(words.format(count=f"{count:,}"))
    return lines


def _merged(parts: Parts, other: Path, passphrase: str | None) -> Merged:
    return parts.desk.submit(lambda log: log.merging.merge(other, passphrase)).result()
