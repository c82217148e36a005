"""The first and the last day that are looked at, typed as the language writes days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSize, Signal

from mindful.ui.controls import Field
from mindful.ui.look import Look
from mindful.ui.pages.history_cards import week_name
from mindful.ui.paint.year_cells import day_name
from mindful.wording import _

_WIDTH = 132
_CENTURY = 100
"""Years that a year of two digits is moved by where it would lie before 1970."""


class DayField(Field):
    """A day, typed; empty for no bound. `told` says that it was typed anew, and can be read.

    What can't be read stays as it was typed, for `wrong` to say so.

    Args:
        look: the look.
        name: which day, for a screen reader and while the field is empty.
    """

    told = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, hint=name)
        self._day: date | None = None
        self.setToolTip(_("{name}, such as {day}").format(name=name, day=day_written(_EXAMPLE)))
        self.editingFinished.connect(self._read)

    @property
    def day(self) -> date | None:
        """The day that counts; None for no bound."""
        return self._day

    @property
    def wrong(self) -> bool:
        """Whether what stands here is no day."""
        return bool(self.text().strip()) and day_read(self.text()) is None

    def sizeHint(self) -> QSize:
        """About ten figures."""
        return QSize(self._look.px(_WIDTH), super().sizeHint().height())

    def show_day(self, day: date | None) -> None:
        """Takes a day that was chosen elsewhere, or none."""
        self._day = day
        if day is not None or not self.wrong:
            self.setText("" if day is None else day_written(day))

    def _read(self) -> None:
        day = day_read(self.text())
        if day != self._day or self.wrong:
            self._day = day
            self.told.emit()


def day_written(day: date) -> str:
    """A day in figures as the person's language writes it, with all of its year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), _patterns()[0])


def day_read(typed: str) -> date | None:
    """The day that was typed, in figures as the language has it or as 2026-03-12."""
    words = " ".join(typed.split())
    for pattern in _patterns():
        found = QLocale().toDate(words, pattern)
        if found.isValid():
            if found.year() < 1970 and "yyyy" not in pattern:
                found = found.addYears(_CENTURY)
            return date(found.year(), found.month(), found.day()) if found.year() > 0 else None
    return None


def days_words(since: date | None, until: date | None, today: date) -> str:
    """Which days are looked at: a day, a week, or from when to when; empty for all."""
    if since is None or until is None:
        if since is not None:
            return _("From {day} on").format(day=day_written(since))
        return "" if until is None else _("Up to {day}").format(day=day_written(until))
    if since == until:
        return day_name(since)
    if since.weekday() == 0 and until - since == timedelta(days=6):
        monday = today - timedelta(days=today.weekday())
        words = week_name((monday - since).days // 7)
        return words[:1].upper() + words[1:]
    return _("{first} to {last}").format(first=day_written(since), last=day_written(until))


def _patterns() -> tuple[str, ...]:
    """How a day is written, and may be typed: with two figures of the year, or as computers do."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    whole = short if "yyyy" in short else short.replace("yy", "yyyy")
    free = whole.replace("dd", "d").replace("MM", "M")  # with a zero before a figure or without
    return whole, free, free.replace("yyyy", "yy"), "yyyy-MM-dd"


_EXAMPLE = date(2026, 3, 12)
