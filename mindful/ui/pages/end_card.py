"""The one question before a sit ends early."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSpacerItem, QWidget

from mindful.ui.controls import Card, Label, PillButton
from mindful.ui.look import Look
from mindful.wording import _

WIDTH = 420
"""Pixels at the design's text size; less where the window is narrower."""

ROOMY, CROWDED = 28, 16
"""Pixels round its content, where there is room and where there is little."""

SMALLER = 0.75
"""Size of the question there, as a share of its usual one."""


class EndCard(Card):
    """Asks whether to end here. Escape keeps sitting."""

    confirmed = Signal()
    declined = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, fill="raised", parent=parent)
        self.keep = PillButton(look, _("Keep sitting"))
        self.end = PillButton(look, _("End here"), "outline")
        self.keep.clicked.connect(self.declined)
        self.end.clicked.connect(self.confirmed)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        for button in (self.end, self.keep):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        words = _("The sit is paused. The minutes you sat are kept.")
        self._title = Label(look, _("End here?"), role="title", wrap=True)
        self.column.addWidget(self._title)
        self.column.addSpacing(6)
        self._said = Label(look, words, colour="ink2", wrap=True)
        self.column.addWidget(self._said)
        self._gap = QSpacerItem(0, 24)
        self.column.addItem(self._gap)
        self.column.addLayout(self._buttons)
        self.setAccessibleName(words)
        self.setTabOrder(self.keep, self.end)

    def ask(self) -> None:
        """Shows the question; Enter and Space keep sitting."""
        self.show()
        self.raise_()
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def place(self, width: int, middle: int, top: int, lowest: int) -> None:
        """Takes its place across `width` pixels, around `middle` but not above `top`.

        Where it would reach below `lowest`, it rises, and leaves less air round its words.
        """
        wide = min(width - 48, self.look.px(WIDTH))
        tall = self._fit(wide, crowded=False)
        if tall > lowest - top:
            tall = self._fit(wide, crowded=True)
            top = min(top, max(0, lowest - tall))
        top = max(top, min(middle - tall // 2, lowest - tall))
        self.setGeometry((width - wide) // 2, top, wide, tall)

    def _fit(self, wide: int, *, crowded: bool) -> int:
        """The height it needs so wide, with less air where it is crowded."""
        pad, gap = (CROWDED, CROWDED // 2) if crowded else (ROOMY, ROOMY - 4)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self._title.set_factor(SMALLER if crowded else 1.0)
        self._gap.changeSize(0, gap)
        for label in (self._title, self._said):
            # A label's least height is that of its last width, which may have been a narrower one.
            label.setMinimumHeight(label.heightForWidth(wide - 2 * pad))
        self._stack(wide)
        self.column.invalidate()
        return max(
            self.column.totalMinimumHeightForWidth(wide), self.column.totalHeightForWidth(wide)
        )

    def _stack(self, wide: int) -> None:
        """The buttons one below the other, where a row of them does not fit."""
        pads = self.column.contentsMargins()
        row = self.end.sizeHint().width() + 12 + self.keep.sizeHint().width()
        fits = row <= wide - pads.left() - pads.right()
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape keeps sitting, Enter presses the button that has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.confirmed if self.end.hasFocus() else self.declined).emit()
