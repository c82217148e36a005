"""``mindful merge``."""

from __future__ import annotations

from pathlib import Path

import click

from mindful.commands.common import parts_of, print_json
from mindful.commands.passphrase import passphrases_of
from mindful.log.errors import LogTrouble
from mindful.log.merging import Merged
from mindful.parts import Parts
from mindful.wording import _, merged_words


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
    for line in merged_words(merged):
        click.echo(line)


def _merged(parts: Parts, other: Path, passphrase: str | None) -> Merged:
    return parts.desk.submit(lambda log: log.merging.merge(other, passphrase)).result()
