"""A page to share: what was sat, in a form a person can hand to somebody, as HTML on its own.

Nothing is in it but what content.md lists: dates, minutes, main feelings, before and after,
stopped early, groundings used. Notes are there only where each was chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec

from mindful.log.records import Ended, Sit
from mindful.wording import _, length_words, ngettext

MAIN_FEELINGS = 6
"""How many feelings are named, the most frequent ones first."""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ page.title }}</title>
<style>
body { font-family: Figtree, sans-serif; color: #2b2a27; }
h1 { font-family: Newsreader, serif; font-weight: normal; margin-bottom: 6px; }
p { margin: 4px 0; }
table { border-collapse: collapse; margin-top: 14px; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; }
th { font-weight: 600; border-bottom: 1px solid #8a857b; }
td { border-top: 1px solid #d9d5cc; }
.note { border-top: none; white-space: pre-wrap; color: #4a4843; padding-bottom: 8px; }
.quiet { color: #6b675f; margin-top: 14px; }
</style>
<style>
@media screen and (min-width: 30em) { body { max-width: 46em; margin: 2em auto; } }
</style>
</head>
<body>
<h1>{{ page.title }}</h1>
{% if page.span %}<p>{{ page.span }}</p>
{% endif %}{% for fact in page.facts %}<p>{{ fact }}</p>
{% endfor %}<table width="100%" cellspacing="0">
<thead><tr>{% for head in page.heads %}<th width="{{ head.share }}%">{{ head.words }}</th>{% endfor %}</tr></thead>
{% for row in page.rows %}<tr>{% for cell in row.cells %}<td>{{ cell }}</td>{% endfor %}</tr>
{% if row.note %}<tr><td class="note" colspan="{{ [page.heads | length, 1] | max }}">{{ row.note }}</td></tr>
{% endif %}{% endfor %}</table>
{% if sourced %}<p class="quiet">{{ page.source }}</p>
{% endif %}</body>
</html>
"""  # noqa: E501 - a line of a page


class Part(StrEnum):
    """What may stand on the page; notes are chosen one by one."""

    DATES = "dates"
    MINUTES = "minutes"
    PRACTICES = "practices"
    FEELINGS = "feelings"
    BEFORE_AND_AFTER = "before-and-after"
    STOPPED_EARLY = "stopped-early"
    GROUNDINGS = "groundings"


EVERY_PART = frozenset(Part)


def part_names() -> dict[Part, str]:
    """What the parts are called, in the order they are chosen."""
    return {
        Part.DATES: _("Dates"),
        Part.MINUTES: _("Minutes"),
        Part.PRACTICES: _("Practices"),
        Part.FEELINGS: _("Main feelings"),
        Part.BEFORE_AND_AFTER: _("Before and after"),
        Part.STOPPED_EARLY: _("Stopped early"),
        Part.GROUNDINGS: _("Groundings used"),
    }


class Row(msgspec.Struct, frozen=True):
    """A sit on the page: its cells, and its note where that was chosen."""

    cells: tuple[str, ...]
    note: str = ""


class Head(msgspec.Struct, frozen=True):
    """What stands above a column, and its share of the width in hundredths."""

    words: str
    share: int


class SharePage(msgspec.Struct, frozen=True):
    """What stands on the page, in words."""

    title: str
    span: str
    facts: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    source: str


def share_page(
    sits: Sequence[Sit],
    notes: Collection[str],
    made: datetime,
    parts: Collection[Part] = EVERY_PART,
) -> SharePage:
    """The page's words.

    Args:
        sits: newest first.
        notes: ids of the sits whose notes are shown.
        made: when the page is made.
        parts: what stands on it.
    """
    facts = {
        Part.FEELINGS: _feelings,
        Part.STOPPED_EARLY: _early,
        Part.GROUNDINGS: _grounded,
    }
    told = [_total(sits, minutes=Part.MINUTES in parts)]
    told += [fact(sits) for part, fact in facts.items() if part in parts]
    columns = _columns(parts)
    return SharePage(
        title=_("Sits"),
        span=_span(sits) if Part.DATES in parts else "",
        facts=tuple(filter(None, told)),
        heads=tuple(
            Head(column.head, round(100 * column.share / sum(each.share for each in columns)))
            for column in columns
        ),
        rows=tuple(_row(sit, columns, shown=sit.id in notes) for sit in sits),
        source=_("Self-reported. Made with Mindful on {day}.").format(day=f"{made:%Y-%m-%d}"),
    )


def as_html(page: SharePage, *, sourced: bool = True) -> str:
    """The page as one file that needs no other; whatever stands in a note is shown as text.

    Args:
        page: its words.
        sourced: it ends with where it comes from.
    """
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_PAGE).render(page=page, sourced=sourced)


class _Column(msgspec.Struct, frozen=True):
    """A column of the table: its head, what stands in it of a sit, and how wide that is."""

    head: str
    cell: Callable[[Sit], str]
    share: int


def _columns(parts: Collection[Part]) -> tuple[_Column, ...]:
    ends = tuple(part for part in (Part.STOPPED_EARLY, Part.GROUNDINGS) if part in parts)
    columns = {
        Part.DATES: _Column(_("Date"), lambda sit: f"{sit.started_there:%Y-%m-%d}", 14),
        Part.MINUTES: _Column(_("Length"), lambda sit: length_words(sit.sat_seconds), 13),
        Part.PRACTICES: _Column(_("Practice"), lambda sit: sit.title, 23),
        Part.FEELINGS: _Column(_("Feelings"), lambda sit: ", ".join(sit.feelings), 23),
        Part.BEFORE_AND_AFTER: _Column(_("Before and after"), _scale, 11),
    }
    chosen = tuple(column for part, column in columns.items() if part in parts)
    return (*chosen, _Column("", lambda sit: _how(sit, ends), 16)) if ends else chosen


def _row(sit: Sit, columns: Sequence[_Column], *, shown: bool) -> Row:
    cells = tuple(column.cell(sit) for column in columns)
    return Row(cells, sit.note if shown else "")


def _scale(sit: Sit) -> str:
    scale = (sit.intensity_before, sit.intensity_after)
    return "" if scale == (None, None) else " → ".join(_said(number) for number in scale)


def _how(sit: Sit, ends: Collection[Part]) -> str:
    told = []
    if sit.ended is Ended.EARLY and Part.STOPPED_EARLY in ends:
        told.append(_("stopped early"))
    if sit.groundings and Part.GROUNDINGS in ends:
        told.append(_("grounded {count}×").format(count=sit.groundings))
    return ", ".join(told)


def _said(number: int | None) -> str:
    return "–" if number is None else str(number)


def _span(sits: Sequence[Sit]) -> str:
    if not sits:
        return _("No sits.")
    first, last = (f"{sit.started_there:%Y-%m-%d}" for sit in (sits[-1], sits[0]))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _total(sits: Sequence[Sit], *, minutes: bool) -> str:
    counts = {
        "sits": f"{len(sits):,}",
        "minutes": f"{round(sum(sit.sat_seconds for sit in sits) / 60):,}",
    }
    if not minutes:
        return ngettext("{sits} sit.", "{sits} sits.", len(sits)).format(**counts)
    told = ngettext("{sits} sit, {minutes} minutes.", "{sits} sits, {minutes} minutes.", len(sits))
    return told.format(**counts)


def _feelings(sits: Sequence[Sit]) -> str:
    counted = Counter(word for sit in sits for word in sit.feelings).most_common(MAIN_FEELINGS)
    named = ", ".join(f"{word} ({count})" for word, count in counted)
    return _("Main feelings: {feelings}.").format(feelings=named) if named else ""


def _early(sits: Sequence[Sit]) -> str:
    count = sum(sit.ended is Ended.EARLY for sit in sits)
    return ngettext("{count} stopped early.", "{count} stopped early.", count).format(count=count)


def _grounded(sits: Sequence[Sit]) -> str:
    count = sum(sit.groundings for sit in sits)
    told = ngettext("Ground me was used {count} time.", "Ground me was used {count} times.", count)
    return told.format(count=count) if count else ""
