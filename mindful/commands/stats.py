"""``mindful stats``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec

from mindful.commands.common import parts_of, print_json
from mindful.log.records import TimeSat
from mindful.log.statistics import ENOUGH, BeforeAfter, Hour, Middle, Tally, Totals
from mindful.log.which import Which
from mindful.wording import _, caution_words, length_words, ngettext

if TYPE_CHECKING:
    from mindful.log.log import Log

WEEKS = 12
"""Weeks told in words, the present one included; JSON has all."""


class Figures(NamedTuple):
    """All that many sits say together."""

    today: date
    totals: Totals
    weeks: tuple[TimeSat, ...]
    months: tuple[TimeSat, ...]
    hours: tuple[Hour, ...]
    exercises: tuple[Tally, ...]
    feelings: tuple[BeforeAfter, ...]


@click.command()
@click.option("--json", "as_json", is_flag=True, help=_("One JSON document."))
@click.pass_context
def stats(context: click.Context, *, as_json: bool) -> None:
    """Show what was sat in all, each week, and how feelings were before and after."""
    parts = parts_of(context)
    which = Which(day_ends=parts.settings.day_ends)
    figures = parts.desk.submit(lambda log: figures_of(log, which)).result()
    if as_json:
        print_json(described(figures))
    else:
        for line in lines(figures):
            click.echo(line)


def figures_of(log: Log, which: Which) -> Figures:
    """Ask the log for everything."""
    weeks, months = log.history.weeks_and_months_of(which)
    return Figures(
        today=log.history.today(which.day_ends),
        totals=log.statistics.totals(which),
        weeks=weeks,
        months=months,
        hours=log.statistics.hours(which),
        exercises=log.statistics.exercises(which),
        feelings=log.statistics.before_and_after(which),
    )


def described(figures: Figures) -> dict[str, object]:
    """The figures as one JSON document; spans without a sit are left out."""
    return {
        "totals": msgspec.to_builtins(figures.totals),
        "weeks": msgspec.to_builtins(figures.weeks),
        "months": msgspec.to_builtins(figures.months),
        "hours": msgspec.to_builtins(figures.hours),
        "exercises": msgspec.to_builtins(figures.exercises),
        "feelings": msgspec.to_builtins(figures.feelings),
        "enough": ENOUGH,
        "caution": caution_words(),
    }


def lines(figures: Figures) -> list[str]:
    """The figures in words."""
    totals = figures.totals
    if not totals.sits:
        return [_("Nothing here yet. Your first sit will appear here.")]
    sits = ngettext("{count} sit", "{count} sits", totals.sits).format(count=f"{totals.sits:,}")
    told = [f"{sits}, {length_words(totals.seconds)}", "", _("Minutes each week")]
    told += _weeks(figures.weeks, figures.today)
    told += ["", _("Exercises")]
    told += [f"  {tally.title}  ·  {_sits(tally.sits)}" for tally in figures.exercises]
    if figures.feelings:
        told += ["", _("Before and after")]
        told += [f"  {_feeling(feeling)}" for feeling in figures.feelings]
        told += ["", caution_words()]
    return told


def _weeks(weeks: tuple[TimeSat, ...], today: date) -> list[str]:
    """The last weeks, those without a sit too."""
    sat = {week.begins: week.seconds for week in weeks}
    monday = today - timedelta(days=today.weekday())
    begins = [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    return [f"  {day}  {round(sat.get(day, 0) / 60):>5}" for day in begins]


def _sits(count: int) -> str:
    return ngettext("{count} sit", "{count} sits", count).format(count=f"{count:,}")


def _feeling(told: BeforeAfter) -> str:
    counts = _("{lower} lower, {same} same, {higher} higher").format(
        lower=told.lower, same=told.same, higher=told.higher
    )
    parts = [f"{told.word}, {_sits(told.sits)}: {counts}"]
    if told.before is None or told.after is None:
        parts.append(_("too few to say"))
    else:
        parts.append(
            _("in the middle {before} before and {after} after").format(
                before=_middle(told.before), after=_middle(told.after)
            )
        )
    if told.able is not None:
        parts.append(_("able to be with it {able}").format(able=_middle(told.able)))
    return "; ".join(parts)


def _middle(middle: Middle) -> str:
    """A median with its interval."""
    return f"{middle.median:g} ({middle.low:g}–{middle.high:g})"
