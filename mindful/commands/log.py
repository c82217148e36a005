"""``mindful log``: past sits, added, mended and deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from mindful import __version__
from mindful.commands.common import parts_of
from mindful.commands.history import row_of
from mindful.commands.moments import moment_from
from mindful.exercises.answers import answers_from
from mindful.log.mending import Told, told_of
from mindful.wording import _, ngettext

if TYPE_CHECKING:
    from mindful.parts import Parts

Command = TypeVar("Command", bound=Callable[..., Any])  # Any: click passes what it parsed

SCALE = click.IntRange(0, 10)
LENGTH = click.IntRange(1, 24 * 60)


def _told_options(command: Command) -> Command:
    """Add the options that tell a sit; `_changes` reads them."""
    options = [
        click.option("--at", help=_("When it began: “2026-03-12 19:20”, “yesterday 19:20”.")),
        click.option("--feeling", "feelings", multiple=True, help=_("A feeling; may be repeated.")),
        click.option("--place", "places", multiple=True, help=_("Where in the body; repeatable.")),
        click.option("--before", type=SCALE, help=_("How strong it was before, 0 to 10.")),
        click.option("--after", type=SCALE, help=_("How strong it was after, 0 to 10.")),
        click.option("--able", type=SCALE, help=_("Able to be with it, 0 to 10.")),
        click.option("--note", help=_("Your own words.")),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def log() -> None:
    """Add past sits, mend them, or delete them."""


@log.command()
@click.option("--exercise", required=True, help=_("What was sat; “mindful exercises” lists them."))
@click.option("--minutes", type=LENGTH, required=True, help=_("How long."))
@_told_options
@click.pass_context
def add(context: click.Context, /, *, at: str | None, minutes: int, **said: Any) -> None:  # parsed
    """Add a sit that was sat without Mindful; without --at it has just ended."""
    parts = parts_of(context)
    began = parts.now() - timedelta(minutes=minutes) if at is None else _at(parts, at)
    bare = Told(exercise="", title="", started_at=began, seconds=minutes * 60.0)
    told = msgspec.structs.replace(bare, **_changes(parts, **said))
    sit = parts.desk.submit(
        lambda log: log.mending.add(told, language=parts.language, app_version=__version__)
    ).result()
    click.echo(f"{sit.id}  {row_of(sit)}")


@log.command()
@click.argument("sit", metavar="ID")
@click.option("--exercise", help=_("What was sat."))
@click.option("--minutes", type=LENGTH, help=_("How long."))
@_told_options
@click.pass_context
def edit(
    context: click.Context, /, *, sit: str, at: str | None, minutes: int | None, **said: Any
) -> None:  # Any: as click parsed it
    """Mend a sit; what isn't named stays. “--note ""” and “--feeling ""” empty it."""
    parts = parts_of(context)
    kept = parts.desk.submit(lambda log: log.history.get(log.history.full_id(sit))).result()
    changes = _changes(parts, **said)
    if at is not None:
        changes["started_at"] = _at(parts, at)
    if minutes is not None:
        changes["seconds"] = minutes * 60.0
    told = msgspec.structs.replace(told_of(kept), **changes)
    mended = parts.desk.submit(lambda log: log.mending.edit(kept.id, told)).result()
    click.echo(f"{mended.id}  {row_of(mended)}")


@log.command()
@click.argument("sits", metavar="ID…", nargs=-1, required=True)
@click.pass_context
def delete(context: click.Context, *, sits: tuple[str, ...]) -> None:
    """Delete sits, truly: nothing of them stays, in backups neither. It can't be undone."""
    parts = parts_of(context)

    def work(log: Any) -> int:  # Any: a Log, whose library is loaded with the desk
        ids = {log.history.full_id(sit) for sit in sits}
        for sit in ids:
            log.history.get(sit)
        log.deletions.erase(sorted(ids))
        return len(ids)

    count = parts.desk.submit(work).result()
    words = ngettext("{count} sit was deleted.", "{count} sits were deleted.", count)
    click.echo(words.format(count=count))


def _at(parts: Parts, asked: str) -> datetime:
    return moment_from(asked, parts.now())


def _changes(
    parts: Parts,
    *,
    exercise: str | None,
    feelings: tuple[str, ...],
    places: tuple[str, ...],
    before: int | None,
    after: int | None,
    able: int | None,
    note: str | None,
) -> dict[str, Any]:  # Any: values of the fields of `Told`
    """What was said, by the names that `Told` has for it."""
    changes: dict[str, Any] = {}
    if exercise is not None:
        found = parts.library.find(exercise)
        changes |= {"exercise": found.id, "title": found.title}
    answers = answers_from(
        parts.vocabulary, feelings=tuple(filter(None, feelings)), places=tuple(filter(None, places))
    )
    if feelings:
        changes["feelings"] = tuple(feeling.adjective for feeling in answers.feelings)
    if places:
        changes["places"] = tuple(place.name for place in answers.places)
    said = {
        "intensity_before": before,
        "intensity_after": after,
        "able_to_be_with": able,
        "note": note,
    }
    return changes | {name: value for name, value in said.items() if value is not None}
