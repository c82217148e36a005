"""When and what was sat, in all: months, times of day, practices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls import Card, Label
from mindful.ui.history_models import Habits, Share
from mindful.ui.look import Look
from mindful.ui.paint.share_rows import ShareRows
from mindful.ui.paint.weekly_bars import WeekBar, WeeklyBars
from mindful.wording import _, length_words

PRACTICES = 6
"""Practices shown, the most frequent ones."""


class HabitsCard(Card):
    """Three small pictures. `exercise_chosen` carries the number of a practice that was picked."""

    exercise_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.column.setContentsMargins(22, 16, 24, 14)
        self._habits = Habits()
        self._numbers = True
        self.months = WeeklyBars(look, names=(_("Minutes each month"), _("Time each month")))
        self.hours = WeeklyBars(
            look, names=(_("Minutes by time of day"), _("Time by time of day")), present=False
        )
        self.practices = ShareRows(look)
        self.practices.picked.connect(self.exercise_chosen)
        self._titles = [Label(look, "", role="heading", wrap=True) for _part in range(2)]
        for title, bars in zip(self._titles, (self.months, self.hours), strict=True):
            self.column.addWidget(title)
            self.column.addSpacing(4)
            self.column.addWidget(bars)
            self.column.addSpacing(14)
        self.column.addWidget(Label(look, _("Practices"), role="heading"))
        self.column.addSpacing(4)
        self.column.addWidget(self.practices)

    @property
    def keys(self) -> tuple[str, ...]:
        """Ids of the practices shown."""
        return tuple(share.key for share in self._habits.exercises)

    def show_habits(self, habits: Habits) -> None:
        """Shows these."""
        self._habits = habits
        self._show()

    def show_numbers(self, *, numbers: bool) -> None:
        """With minutes and sits, or the pictures alone."""
        self._numbers = numbers
        self.months.show_numbers(numbers=numbers)
        self.hours.show_numbers(numbers=numbers)
        self.practices.show_numbers(numbers=numbers)
        self._show()

    def _show(self) -> None:
        numbers = self._numbers
        words = (_("Minutes each month"), _("By time of day"))
        for title, text in zip(self._titles, words if numbers else ("", ""), strict=True):
            title.setText(text)
        if not numbers:
            self._titles[0].setText(_("Each month"))
            self._titles[1].setText(_("By time of day"))
        for bars, shares in (
            (self.months, self._habits.months),
            (self.hours, self._habits.hours),
        ):
            first = shares[0].words if shares else ""
            last = shares[-1].words if shares else ""
            bars.set_weeks(_bars(shares, numbers=numbers), first, last)
        self.practices.set_shares(self._habits.exercises[:PRACTICES])


def _bars(shares: Sequence[Share], *, numbers: bool) -> list[WeekBar]:
    return [
        WeekBar(
            share.minutes,
            _("{what}: {time}").format(what=share.words, time=length_words(60 * share.minutes))
            if numbers
            else share.words,
        )
        for share in shares
    ]
