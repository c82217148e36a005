"""What the page of an import shows of what was found in a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from mindful.ui.data_models import ImportStage, ImportView, MoodRow
from mindful.ui.steering.privacy_way import day_words
from mindful.wording import _, format_names, import_counts, line_reasons, ngettext

if TYPE_CHECKING:  # the database's library comes after the window
    from datetime import date, datetime

    from mindful.log.sorting import Mood, Preview
    from mindful.ui.models import Option

MOST_MOODS = 30
"""Words that can be mapped one by one; a file to be feared may hold thousands."""


def found_view(file: str, preview: Preview, feelings: Sequence[str]) -> ImportView:
    """What is in a file, before anything of it is kept.

    Args:
        file: its name.
        preview: what the log found.
        feelings: words that the other app's may become.
    """
    left = len(preview.moods) - MOST_MOODS
    more = ngettext(
        "{count} more word stays as it is.", "{count} more words stay as they are.", left
    )
    return ImportView(
        stage=ImportStage.FOUND,
        file=file,
        told=_("{file}: {counts}.").format(file=file, counts=import_counts(preview)),
        format=_("{format}.").format(format=format_names()[preview.format]),
        days=days_words(preview.first, preview.last),
        bad=bad_lines(preview),
        zone_asked=preview.is_local,
        moods=tuple(mood_row(mood, feelings) for mood in preview.moods[:MOST_MOODS]),
        moods_left=more.format(count=f"{left:,}") if left > 0 else "",
        new=preview.new > 0,
    )


def mood_row(mood: Mood, feelings: Sequence[str]) -> MoodRow:
    """A word of the other app, which may stay, become a feeling of ours, or be left out."""
    times = ngettext("“{word}”, {count} time", "“{word}”, {count} times", mood.count)
    words = dict.fromkeys((mood.word, mood.feeling, *feelings))
    return MoodRow(
        word=mood.word,
        words=times.format(word=mood.word, count=f"{mood.count:,}"),
        feeling=mood.feeling,
        options=(("", _("Nothing")), *((word, word) for word in words if word)),
    )


def zone_options() -> tuple[Option, ...]:
    """The zone of this computer, and every other by its name."""
    others = sorted(name for name in available_timezones() if _is_place(name))
    return (("", _("This computer’s")), ("UTC", "UTC"), *((name, name) for name in others))


def _is_place(name: str) -> bool:
    return "/" in name and not name.startswith(("Etc/", "posix/", "right/", "SystemV/"))


def bad_lines(preview: Preview) -> tuple[str, ...]:
    """Each line that can't be read, and why."""
    reasons = line_reasons()
    said = _("line {line}: {reason}")
    lines = [said.format(line=f"{bad.line:,}", reason=reasons[bad.reason]) for bad in preview.bad]
    more = preview.unreadable - len(preview.bad)
    if more > 0:
        lines.append(_("and {count} more").format(count=f"{more:,}"))
    return tuple(lines)


def days_words(first: date | None, last: date | None) -> str:
    """The days of what is new, as a sentence; empty where nothing is."""
    if first is None or last is None:
        return ""
    if first == last:
        return _("What is new is of {day}.").format(day=day_words(first.isoformat()))
    return _("What is new is of {first} to {last}.").format(
        first=day_words(first.isoformat()), last=day_words(last.isoformat())
    )


def last_words(moment: datetime) -> str:
    """When the import was made that can be undone."""
    there = moment.astimezone()
    return _("Made on {day} at {time}. What you edited since would stay.").format(
        day=day_words(there.date().isoformat()), time=f"{there:%H:%M}"
    )
