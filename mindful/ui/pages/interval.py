"""Interval bells: none, every so many minutes, at listed minutes, or at random."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.sit.open_ended import LONGEST_MINUTES
from mindful.sit.setup import MOST_SCATTERED, Setup
from mindful.ui.controls.field import Field
from mindful.ui.controls.select import Select
from mindful.ui.look import Look
from mindful.ui.sections.section import LIST
from mindful.wording import _, ngettext

EVERY = (*range(1, 16), 20, 25, 30, 45, 60)
"""Minutes between bells that are offered."""

FIRST_EVERY, FIRST_SCATTERED = 5, 3
"""What a way of ringing begins with."""


class IntervalControl(QWidget):
    """A list of the ways, and below it what belongs to the one chosen.

    One way rings at a time; a preset made elsewhere may hold several, and shows as the first.
    """

    changed = Signal(Setup)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = Setup()
        self._listing = False
        ways = (
            ("", _("None")),
            ("every", _("Evenly")),
            ("at", _("At these minutes")),
            ("scattered", _("At random")),
        )
        self.way = Select(look, _("Interval bells"), ways, wide=LIST)
        self.every = Select(
            look, _("How often"), [(str(count), _every(count)) for count in EVERY], wide=LIST
        )
        self.at = Field(look, _("At which minutes"), hint=_("5, 10, 20"))
        self.at.setValidator(
            QRegularExpressionValidator(QRegularExpression("[0-9, ]{0,120}"), self.at)
        )
        counts = range(1, MOST_SCATTERED + 1)
        self.scattered = Select(
            look, _("How many"), [(str(n), _bells(n)) for n in counts], wide=LIST
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._below = {"every": self.every, "at": self.at, "scattered": self.scattered}
        for part in (self.way, *self._below.values()):
            column.addWidget(part)
        self.way.chosen.connect(self._choose_way)
        self.every.chosen.connect(lambda minutes: self._ring(every=int(minutes)))
        self.scattered.chosen.connect(lambda count: self._ring(scattered=int(count)))
        self.at.editingFinished.connect(self._list)

    def show_setup(self, setup: Setup) -> None:
        """Shows which bells ring."""
        self._setup = setup
        ways = [way for way in self._below if getattr(setup, way)]
        if not ways and self._listing:
            ways = ["at"]  # chosen, and no minute listed yet
        self._listing = ways[:1] == ["at"]
        way = ways[0] if ways else ""
        self.way.set_chosen(way)
        self.every.set_chosen(str(setup.every))
        self.scattered.set_chosen(str(setup.scattered))
        self.at.setText(", ".join(str(minute) for minute in setup.at))
        for name, part in self._below.items():
            part.setVisible(name == way)

    def _choose_way(self, way: str) -> None:
        self._listing = way == "at"
        first: dict[str, dict[str, object]] = {
            "every": {"every": FIRST_EVERY},
            "scattered": {"scattered": FIRST_SCATTERED},
        }
        self._ring(**first.get(way, {}))
        if self._listing:
            self.at.setFocus()

    def _list(self) -> None:
        minutes = {int(part) for part in self.at.text().replace(",", " ").split()}
        listed = tuple(sorted(minute for minute in minutes if 1 <= minute <= LONGEST_MINUTES))
        if listed != self._setup.at:
            self._ring(at=listed)

    def _ring(self, **bells: object) -> None:
        none: dict[str, object] = {"every": 0, "at": (), "scattered": 0}
        self.changed.emit(msgspec.structs.replace(self._setup, **(none | bells)))


def _every(minutes: int) -> str:
    return ngettext("Every minute", "Every {count} minutes", minutes).format(count=minutes)


def _bells(count: int) -> str:
    return ngettext("{count} bell", "{count} bells", count).format(count=count)
