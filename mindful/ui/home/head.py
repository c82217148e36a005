"""The head of Home: greeting, the last sit in a sentence, the week."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.look import Look
from mindful.ui.models import Welcome
from mindful.ui.paint.week_dots import WeekDots


class Head(QWidget):
    """Greeting at the left, the week at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        right = Qt.AlignmentFlag.AlignRight
        self._greeting = Label(look, "", "display")
        self.last = Label(look, "", "body", "ink2", wrap=True)
        self._week_title = Label(look, "", "small", "ink2", align=right)
        self._week = Label(look, "", "small", "ink", weight=500, align=right)
        self._dots = WeekDots(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addLayout(_column(self._greeting, self.last, gap=3), 1)
        row.addLayout(_column(self._week_title, self._week, top=23))
        dots = QVBoxLayout()
        dots.addSpacing(25)
        dots.addWidget(self._dots)
        dots.addStretch()
        row.addLayout(dots)

    def show_welcome(self, welcome: Welcome) -> None:
        """Shows other words and another week."""
        self._greeting.setText(welcome.greeting)
        self.last.setText(welcome.last)
        self._week_title.setText(welcome.week_title)
        self._week.setText(welcome.week)
        self._dots.set_days(welcome.days)
        for part in (self._week_title, self._week, self._dots):
            part.setVisible(bool(welcome.days))


def _column(*labels: Label, gap: int = 0, top: int = 0) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, top, 0, 0)
    column.setSpacing(gap)
    for label in labels:
        column.addWidget(label)
    column.addStretch()
    return column
