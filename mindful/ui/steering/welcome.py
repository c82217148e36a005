"""The head of Home in words: a greeting, the last sit, the week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from mindful.log.records import Sit, TimeSat
from mindful.ui.models import Day, Welcome
from mindful.wording import _, length_words, ngettext

GAP = 31
"""Days without a sit after which a person is welcomed back."""


def greeting(now: datetime) -> str:
    """A greeting for the hour."""
    if now.hour < 4:
        return _("Good night")
    if now.hour < 12:
        return _("Good morning")
    return _("Good afternoon") if now.hour < 18 else _("Good evening")


def is_long_ago(sit: Sit, now: datetime) -> bool:
    """Whether so much time has passed that only the month is said."""
    return _days_since(sit, now) > GAP


def last_sit(sit: Sit, now: datetime, *, welcome: bool = False, numbers: bool = True) -> str:
    """One sentence on the last sit; after more than a month, perhaps with a welcome back."""
    days = _days_since(sit, now)
    length = length_words(sit.sat_seconds)
    if is_long_ago(sit, now):
        month = QLocale().standaloneMonthName(sit.started_there.month)
        back = _("Last sat in {month}. Good to see you.") if welcome else _("Last sat in {month}.")
        return back.format(month=month)
    if days <= 0:
        when = _("Today")
    elif days == 1:
        when = _("Yesterday")
    else:
        when = _("On {day}").format(day=QLocale().standaloneDayName(sit.started_there.isoweekday()))
        if days > 6:
            there = sit.started_there
            date = QLocale().toString(QDate(there.year, there.month, there.day), "d MMMM")
            when = _("On {date}").format(date=date)
    if not numbers:
        return _("{when} you sat: {title}.").format(when=when, title=sit.title)
    return _("{when} you sat for {length}: {title}.").format(
        when=when, title=sit.title, length=length
    )


def week_sentence(days: tuple[TimeSat, ...]) -> str:
    """Sits and minutes of the week, empty when there are none."""
    sits = sum(day.sits for day in days)
    if not sits:
        return ""
    counted = ngettext("{count} sit", "{count} sits", sits).format(count=sits)
    return f"{counted}, {length_words(sum(day.seconds for day in days))}"


def week_days(days: tuple[TimeSat, ...], today: date, *, numbers: bool = True) -> tuple[Day, ...]:
    """The seven days of this week for its dots."""
    sat = {day.begins: round(day.seconds / 60) for day in days}
    monday = today - timedelta(days=today.weekday())
    locale = QLocale()
    shown = []
    for offset in range(7):
        day = monday + timedelta(days=offset)
        minutes = sat.get(day, 0)
        name = locale.standaloneDayName(day.isoweekday())
        length = ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
        said = length if numbers else _("a sit")
        shown.append(
            Day(
                letter=locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat),
                minutes=minutes,
                words=f"{name}, {said}" if minutes else name,
                today=day == today,
                ahead=day > today,
            )
        )
    return tuple(shown)


def welcome_of(
    now: datetime, said: str, days: tuple[TimeSat, ...], today: date, *, numbers: bool
) -> Welcome:
    """The whole head, `said` being the sentence on the last sit."""
    week = week_sentence(days) if numbers else ""
    return Welcome(
        greeting=greeting(now),
        last=said,
        brief=brief_words(said, week),
        week_title=_("This week"),
        week=week,
        days=week_days(days, today, numbers=numbers),
    )


def _days_since(sit: Sit, now: datetime) -> int:
    return (now.date() - sit.started_there.date()).days


def brief_words(last: str, week: str) -> str:
    """The last sit and the week in one line, for the narrow page."""
    return " ".join(filter(None, [last, week and _("This week: {week}.").format(week=week)]))
