"""What can be done with several sits at once, and the line that undoes a deletion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mindful.ui.controls import Card, IconTextButton, Label, Select
from mindful.ui.history_models import Option
from mindful.ui.look import Look
from mindful.wording import _, ngettext

UNDO_MS = 10_000


class UndoLine(Card):
    """Says for ten seconds that sits were deleted, or are of another practice now.

    `undone` asks for them back; `over` says that it is too late for that.
    """

    undone = Signal()
    over = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, pad=0, fill="sunken", parent=parent)
        self._words = Label(look, "", role="label", weight=400, wrap=True)
        self.undo = IconTextButton(look, _("Undo"), "arrow-counter-clockwise")
        row = QHBoxLayout()
        row.setContentsMargins(24, 4, 12, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self.column.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.end)
        self.undo.clicked.connect(self._undo)
        self.hide()

    @property
    def open(self) -> bool:
        """Whether there is something that can be undone."""
        return self._timer.isActive()

    def begin(self, count: int, *, numbers: bool, deleted: bool = True) -> None:
        """So many sits were deleted, or changed."""
        if deleted:
            many = ngettext("{count} sit deleted.", "{count} sits deleted.", count)
            one = _("Deleted.")
        else:
            many = ngettext("{count} sit changed.", "{count} sits changed.", count)
            one = _("Changed.")
        self._words.setText(many.format(count=count) if numbers and count > 1 else one)
        self.setAccessibleName(self._words.text())
        self.show()
        self._timer.start()

    def end(self) -> None:
        """It can't be undone any more: time is over, or the page is left."""
        if not self.isHidden():
            self._timer.stop()
            self.hide()
            self.over.emit()

    def _undo(self) -> None:
        self._timer.stop()
        self.hide()
        self.undone.emit()


class ChosenLine(Card):
    """How many sits are chosen, and what can be done with them.

    `practice_asked` carries the id of the practice that all of them are to be of.
    """

    delete_asked = Signal()
    practice_asked = Signal(str)
    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, pad=0, fill="sunken", parent=parent)
        self._words = Label(look, "", role="label", weight=400, wrap=True)
        self.practice = IconTextButton(look, _("Change practice"), "pencil-simple")
        self.delete = IconTextButton(look, _("Delete"), "trash")
        self.clear = IconTextButton(look, _("Choose none"), "x")
        self.exercise = Select(look, _("Practice"))
        self.change = IconTextButton(look, _("Change"), "check")
        self._choosing = QWidget()
        above, ways, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(self._choosing)
        above.setContentsMargins(24, 4, 12, 0)
        above.addWidget(self._words, 1)
        above.addWidget(self.clear)
        ways.setContentsMargins(16, 0, 12, 4)
        ways.addWidget(self.practice)
        ways.addWidget(self.delete)
        ways.addStretch(1)
        below.setContentsMargins(24, 0, 12, 8)
        below.addWidget(self.exercise, 1)
        below.addWidget(self.change)
        self.column.addLayout(above)
        self.column.addLayout(ways)
        self.column.addWidget(self._choosing)
        self.practice.clicked.connect(self._choose)
        self.change.clicked.connect(lambda: self.practice_asked.emit(self.exercise.choice))
        self.delete.clicked.connect(self.delete_asked)
        self.clear.clicked.connect(self.cleared)
        self.hide()

    def show_exercises(self, exercises: Sequence[Option]) -> None:
        """Offers these practices."""
        self.exercise.set_options(exercises)

    def show_count(self, count: int, *, numbers: bool) -> None:
        """Shows itself from two sits on; one is opened, and deleted on its page or by Delete."""
        words = _("{count} sits chosen").format(count=count) if numbers else _("Several chosen")
        self._words.setText(words)
        if count <= 1 or self.isHidden():
            self._choosing.hide()
        self.setVisible(count > 1)

    def _choose(self) -> None:
        """Which practice; stepping through the list changes nothing yet."""
        self._choosing.setVisible(self._choosing.isHidden())
        if not self._choosing.isHidden():
            self.exercise.setFocus()
