"""The time to settle in before the opening strike."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.look import Look
from mindful.ui.paint.land import Land
from mindful.ui.paint.orb import Orb
from mindful.wording import _

ORB = 94
"""Radius of the orb in pixels, as on Ground me."""

FOOT = 116
"""Pixels at the foot that belong to Ground me."""


class CountdownPage(Land):
    """A pure view. Space or Enter begins now, Escape goes back."""

    begin_wanted = Signal()
    left = Signal()
    came = Signal()
    """It came into view."""
    went = Signal()
    """Nobody sees it any more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(look, role="label", align=middle)
        self._time = Label(look, role="numeral", tabular=True, align=middle)
        words = _("The first bell comes then. Settle in.")
        self._words = Label(look, words, role="body", wrap=True, align=middle)
        self.begin = PillButton(look, _("Begin now"))
        self.back = PillButton(look, _("Back"), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, FOOT)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addStretch(1)
        column.addWidget(Orb(look, ORB, self), 0, middle)
        column.addWidget(self._time)
        column.addWidget(self._words)
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.begin.clicked.connect(self.begin_wanted)
        self.back.clicked.connect(self.left)

    @property
    def time_words(self) -> str:
        """The time left as it stands there."""
        return self._time.text()

    def set_title(self, title: str) -> None:
        """Names the exercise."""
        self._title.setText(title)
        self.setAccessibleName(title)  # the page itself has the keyboard

    def set_seconds(self, seconds: int) -> None:
        """Shows whole seconds left."""
        minutes, rest = divmod(seconds, 60)
        self._time.setText(f"{minutes}:{rest:02d}")

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin now has the focus."""
        self.begin.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter begins now, Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody sees it."""
        super().showEvent(event)
        self.came.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it."""
        super().hideEvent(event)
        self.went.emit()
