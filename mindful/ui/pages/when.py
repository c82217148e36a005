"""Days and times as people say them, in the person's locale."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from mindful.log.instants import day_of
from mindful.wording import _


def time_words(moment: datetime, locale: QLocale | None = None) -> str:
    """Hours and minutes of a local time, such as ``7:22 pm`` or ``19:22``."""
    return clock_words(QTime(moment.hour, moment.minute), locale)


def clock_words(time: QTime, locale: QLocale | None = None) -> str:
    """The same of a time of any day."""
    locale = locale or QLocale()
    words = locale.toString(time, locale.timeFormat(_SHORT))
    if locale.language() in {QLocale.Language.English, QLocale.Language.C}:
        words = words.replace("AM", "am").replace("PM", "pm")
    return words.removesuffix(":00") if words.count(":") == 2 else words


def span_words(began: datetime, ended: datetime, locale: QLocale | None = None) -> str:
    """From and to, such as ``7:22 to 7:42 pm``; what both end with is said once."""
    first, last = time_words(began, locale), time_words(ended, locale)
    digits = first.rstrip("ampAMP. \u202f\xa0")
    ending = first[len(digits) :]
    if ending and last.endswith(ending):
        first = digits
    return _("{first} to {last}").format(first=first, last=last)


def day_words(
    moment: datetime, today: datetime, locale: QLocale | None = None, day_ends: time = time.min
) -> str:
    """Today, Yesterday, ``Mon 9 Mar``, or with its year where that is another.

    Args:
        moment: the day is the one it belongs to, local.
        today: so does the present moment.
        locale: whose words; None for the person's.
        day_ends: when a day ends; what is earlier belongs to the day before.
    """
    locale = locale or QLocale()
    day, present = day_of(moment, day_ends), day_of(today, day_ends)
    days = (present - day).days
    if days in {0, 1}:
        return _("Yesterday") if days else _("Today")
    pattern = _("ddd d MMM") if day.year == present.year else _("d MMM yyyy")
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def widest_days(locale: QLocale | None = None) -> tuple[str, ...]:
    """Every form that `day_words` has: a column of days is as wide as the widest of them."""
    locale = locale or QLocale()
    weeks = (QDate(2026, month, day) for month in range(1, 13) for day in range(20, 27))
    lately = (locale.toString(day, _("ddd d MMM")) for day in weeks)
    months = (QDate(2026, month, 20) for month in range(1, 13))
    once = (locale.toString(day, _("d MMM yyyy")) for day in months)
    return (_("Today"), _("Yesterday"), *lately, *once)


_SHORT = QLocale.FormatType.ShortFormat
