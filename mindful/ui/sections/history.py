"""Settings: what History tells, and when a day ends."""

from __future__ import annotations

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QWidget

from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.look import Look
from mindful.ui.models import SettingsView
from mindful.ui.pages.when import clock_words
from mindful.ui.sections.section import Section, row
from mindful.wording import _

LATEST_HOUR = 8
"""The latest hour offered as the end of a day."""


class HistorySection(Section):
    """Numbers shown or hidden, and when a day ends."""

    numbers_toggled = Signal(bool)
    day_end_chosen = Signal(int)
    """Hour at which a day ends."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("History"), "", parent)
        self.numbers = Toggle(look, _("Numbers"))
        hours = ((str(hour), clock_words(QTime(hour, 0))) for hour in range(LATEST_HOUR + 1))
        self.day_ends = Select(look, _("A day ends at"), hours)
        counted = _("Minutes, counts and strengths of past sits. Without them, pictures stay.")
        night = _("A sit in the night, before that hour, belongs to the day before.")
        self.add_rows(
            row(look, _("Numbers"), self.numbers, counted),
            row(look, _("A day ends at"), self.day_ends, night),
        )
        self.numbers.clicked.connect(self.numbers_toggled)
        self.day_ends.chosen.connect(lambda hour: self.day_end_chosen.emit(int(hour)))

    def show_view(self, view: SettingsView) -> None:
        """Shows what is set."""
        self.numbers.setChecked(view.numbers)
        self.day_ends.set_chosen(str(view.day_ends))
