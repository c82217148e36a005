"""``mindful journal``: what was written, found, and added to."""

from __future__ import annotations

import sys

import click

from mindful.commands.common import parts_of, print_json
from mindful.log.records import Entry, JournalPage
from mindful.trouble import Trouble
from mindful.wording import _


@click.group(invoke_without_command=True)
@click.option("--search", default="", help=_("Only what holds these words."))
@click.option("--limit", type=click.IntRange(1), help=_("At most so many."))
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def journal(context: click.Context, *, search: str, limit: int | None, as_json: bool) -> None:
    """Show what was written, newest first."""
    if context.invoked_subcommand is not None:
        return
    found = parts_of(context).desk.submit(
        lambda log: log.journal.read(log.journal.keys(search)[:limit])
    )
    pages = [page for page in found.result() if page is not None]
    if as_json:
        print_json([_described(page) for page in pages])
        return
    if not pages:
        click.echo(
            _("Nothing you wrote holds those words.") if search.strip() else _("Nothing here yet.")
        )
    click.echo("\n\n".join(map(_shown, pages)), nl=bool(pages))


@journal.command()
@click.argument("text", required=False)
@click.pass_context
def add(context: click.Context, *, text: str | None) -> None:
    """Keep TEXT, or what comes on standard input, as an entry without a sit."""
    if text is None:
        text = sys.stdin.read().removesuffix("\n")
    if not text.strip():
        raise Trouble("entry-empty")
    kept = text
    entry = parts_of(context).desk.submit(lambda log: log.journal.add(kept)).result()
    click.echo(_("Kept: {id}").format(id=entry.id))


def _described(page: JournalPage) -> dict[str, object]:
    """A page as a JSON document has it; what belongs to a sit names it."""
    if isinstance(page, Entry):
        return {
            "id": page.id,
            "at": page.written_at.isoformat(),
            "utc_offset": page.utc_offset,
            "sit": None,
            "text": page.text,
            "writings": [],
        }
    sit = page.sit
    return {
        "id": sit.id,
        "at": sit.started_at.isoformat(),
        "utc_offset": sit.utc_offset,
        "sit": {"exercise": sit.exercise, "title": sit.title},
        "text": sit.note,
        "writings": [{"prompt": one.prompt, "text": one.text} for one in page.writings],
    }


def _shown(page: JournalPage) -> str:
    """A line that says when and where from, and below it the words."""
    if isinstance(page, Entry):
        return f"{page.written_there:%Y-%m-%d %H:%M}  ·  {_('No sit')}\n{page.text}"
    sit = page.sit
    texts = [sit.note] if sit.note else []
    texts += [f"{one.prompt}\n{one.text}" for one in page.writings]
    return "\n".join((f"{sit.started_there:%Y-%m-%d %H:%M}  ·  {sit.title}", *texts))
