"""What can be changed while sitting, besides its length: a small card over the sit page."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mindful.change_words import change_meanings, change_names
from mindful.exercises.live import Change
from mindful.ui.controls import Card, Label, RowButton
from mindful.ui.look import Look
from mindful.wording import _

WIDTH = 275
"""Pixels at the design's text size, as the sounds card has."""

CARD_TOP = 8
"""Pixels above a card that takes all the height there is."""

ICONS = {
    Change.AGAIN: "arrow-clockwise",
    Change.QUIETER: "speaker-simple-slash",
    Change.STAY: "hourglass-medium",
    Change.AHEAD: "signpost",
    Change.GENTLER: "leaf",
    Change.FINISH: "moon-stars",
}
"""The changes it lists, from small to large."""


class ChangesCard(Card):
    """A row for each change that makes sense now."""

    asked = Signal(Change)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, fill="raised", parent=parent)
        self.setAccessibleName(_("More ways"))
        names, meanings = change_names(), change_meanings()
        self.rows = {
            change: RowButton(look, names[change], icon, pad=10) for change, icon in ICONS.items()
        }
        for change, row in self.rows.items():
            row.setToolTip(meanings[change])
            row.clicked.connect(partial(self._ask, change))
            self.column.addWidget(row)
        words = _("Nothing more to change here.")
        self.nothing = Label(look, words, role="small", colour="ink2", wrap=True)
        self.nothing.setContentsMargins(10, 8, 10, 8)
        self.column.addWidget(self.nothing)
        self.column.setContentsMargins(10, 10, 10, 10)

    def offer(self, changes: Collection[Change]) -> None:
        """Lists these, as far as they belong here."""
        for change, row in self.rows.items():
            row.setVisible(change in changes)
        self.nothing.setVisible(not any(change in changes for change in self.rows))

    def take_focus(self) -> None:
        """The keyboard comes to the first row."""
        shown = (row for row in self.rows.values() if not row.isHidden())
        next(shown, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, width: int, foot: int, lowest: int) -> None:
        """Takes its place at the right of `width` pixels.

        It stands on `foot`; where it is too high for that, on the window's top, down to `lowest`.
        """
        self.column.activate()
        wide = min(width - 48, self.look.px(WIDTH))
        tall = self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()
        top = max(foot - tall, min(CARD_TOP, lowest - tall))
        self.setGeometry(width - 24 - wide, top, wide, tall)

    def _ask(self, change: Change, _checked: bool = False) -> None:
        self.asked.emit(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the rows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        shown = [row for row in self.rows.values() if not row.isHidden()]
        focused = self.focusWidget()
        if step is None or focused not in shown:
            event.ignore()
        else:
            row = shown[(shown.index(focused) + step) % len(shown)]
            row.setFocus(Qt.FocusReason.TabFocusReason)
