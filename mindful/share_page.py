"""A page to share: what was sat, in a form a person can hand to somebody, as HTML on its own.

Nothing is in it but what content.md lists: dates, minutes, main feelings, before and after,
stopped early, groundings used. Notes are there only where each was chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

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
body { font-family: sans-serif; color: #2b2a27; max-width: 46em; margin: 2em auto; }
h1 { font-weight: normal; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; }
tr { border-bottom: 1px solid #d9d5cc; }
.note { white-space: pre-wrap; }
.quiet { color: #6b675f; }
</style>
</head>
<body>
<h1>{{ page.title }}</h1>
<p>{{ page.span }}</p>
{% for fact in page.facts %}<p>{{ fact }}</p>
{% endfor %}<table>
<tr>{% for head in page.heads %}<th>{{ head }}</th>{% endfor %}</tr>
{% for row in page.rows %}<tr>{% for cell in row.cells %}<td>{{ cell }}</td>{% endfor %}</tr>
{% if row.note %}<tr><td></td><td class="note" colspan="{{ page.heads | length - 1 }}">{{ row.note }}</td></tr>
{% endif %}{% endfor %}</table>
<p class="quiet">{{ page.source }}</p>
</body>
</html>
"""  # noqa: E501 - a line of a page


class Row(msgspec.Struct, frozen=True):
    """A sit on the page: its cells, and its note where that was chosen."""

    cells: tuple[str, ...]
    note: str = ""


class SharePage(msgspec.Struct, frozen=True):
    """What stands on the page, in words."""

    title: str
    span: str
    facts: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    source: str


def share_page(sits: Sequence[Sit], notes: Collection[str], made: datetime) -> SharePage:
    """The page's words.

    Args:
        sits: newest first.
        notes: ids of the sits whose notes are shown.
        made: when the page is made.
    """
    return SharePage(
        title=_("Sits"),
        span=_span(sits),
        facts=tuple(filter(None, (_total(sits), _feelings(sits), _early(sits), _grounded(sits)))),
        heads=(_("Date"), _("Length"), _("Practice"), _("Feelings"), _("Before and after"), ""),
        rows=tuple(_row(sit, shown=sit.id in notes) for sit in sits),
        source=_("Self-reported. Made with Mindful on {day}.").format(day=f"{made:%Y-%m-%d}"),
    )


def as_html(page: SharePage) -> str:
    """The page as one file that needs no other; whatever stands in a note is shown as text."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_PAGE).render(page=page)


def _row(sit: Sit, *, shown: bool) -> Row:
    ended = [_("stopped early")] if sit.ended is Ended.EARLY else []
    if sit.groundings:
        ended.append(_("grounded {count}×").format(count=sit.groundings))
    scale = (sit.intensity_before, sit.intensity_after)
    return Row(
        (
            f"{sit.started_there:%Y-%m-%d}",
            length_words(sit.sat_seconds),
            sit.title,
            ", ".join(sit.feelings),
            "" if scale == (None, None) else " → ".join(_said(number) for number in scale),
            ", ".join(ended),
        ),
        sit.note if shown else "",
    )


def _said(number: int | None) -> str:
    return "–" if number is None else str(number)


def _span(sits: Sequence[Sit]) -> str:
    if not sits:
        return _("No sits.")
    first, last = (f"{sit.started_there:%Y-%m-%d}" for sit in (sits[-1], sits[0]))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _total(sits: Sequence[Sit]) -> str:
    minutes = round(sum(sit.sat_seconds for sit in sits) / 60)
    return ngettext(
        "{sits} sit, {minutes} minutes.", "{sits} sits, {minutes} minutes.", len(sits)
    ).format(sits=f"{len(sits):,}", minutes=f"{minutes:,}")


def _feelings(sits: Sequence[Sit]) -> str:
    counted = Counter(word for sit in sits for word in sit.feelings).most_common(MAIN_FEELINGS)
    named = ", ".join(f"{word} ({count})" for word, count in counted)
    return _("Main feelings: {feelings}.").format(feelings=named) if named else ""


def _early(sits: Sequence[Sit]) -> str:
    count = sum(sit.ended is Ended.EARLY for sit in sits)
    return ngettext("{count} stopped early.", "{count} stopped early.", count).format(count=count)


def _grounded(sits: Sequence[Sit]) -> str:
    count = sum(sit.groundings for sit in sits)
    return _("Ground me was used {count} times.").format(count=count) if count else ""
