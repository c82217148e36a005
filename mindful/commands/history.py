"""``mindful history``."""

from __future__ import annotations

from datetime import date, datetime

import click

from mindful.commands.common import parts_of, print_json
from mindful.log.records import Ended, Sit
from mindful.log.which import Order, Which
from mindful.wording import _, length_words

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
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
    "--sort",
    type=click.Choice([order.value for order in Order]),
    default=Order.NEWEST.value,
    show_default=True,
    help=_("Which sits come first."),
)
@click.option("--limit", type=click.IntRange(1), help=_("At most so many."))
@click.option("--ids", is_flag=True, help=_("With ids, as “mindful log” takes them."))
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def history(
    context: click.Context,
    *,
    since: datetime | None,
    until: datetime | None,
    exercise: str | None,
    feeling: str | None,
    place: str | None,
    ended: str | None,
    search: str | None,
    sort: str,
    limit: int | None,
    ids: bool,
    as_json: bool,
) -> None:
    """Show the sits kept, newest first."""
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
    sits = parts.desk.submit(lambda log: log.history.sits(which, limit, Order(sort))).result()
    if as_json:
        print_json([described(sit) for sit in sits])
    elif sits:
        for sit in sits:
            click.echo(f"{sit.id}  {row_of(sit)}" if ids else row_of(sit))
    elif parts.desk.submit(lambda log: log.history.count()).result():
        click.echo(_("No sits here."))
    else:
        click.echo(_("Nothing here yet. Your first sit will appear here."))


def described(sit: Sit) -> dict[str, object]:
    """A sit as the contract of the command line has it."""
    return {
        "id": sit.id,
        "exercise": sit.exercise,
        "title": sit.title,
        "started_at": sit.started_at.isoformat(),
        "utc_offset": sit.utc_offset,
        "planned_seconds": sit.planned_seconds,
        "sat_seconds": sit.sat_seconds,
        "ended": None if sit.ended is None else sit.ended.value,
        "feelings": list(sit.feelings),
        "places": list(sit.places),
        "intensity_before": sit.intensity_before,
        "intensity_after": sit.intensity_after,
        "able_to_be_with": sit.able_to_be_with,
        "note": sit.note,
        "voice": sit.voice,
        "seed": sit.seed,
    }


def row_of(sit: Sit) -> str:
    """A sit in a line."""
    parts = [
        f"{sit.started_there:%Y-%m-%d %H:%M}",
        length_words(sit.sat_seconds),
        sit.title,
    ]
    if sit.feelings:
        parts.append(", ".join(sit.feelings))
    if sit.intensity_before is not None and sit.intensity_after is not None:
        parts.append(f"{sit.intensity_before} → {sit.intensity_after}")
    if sit.note.strip():
        parts.append(sit.note.strip().splitlines()[0])
    return "  ·  ".join(parts)
