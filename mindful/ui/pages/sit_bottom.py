"""The controls at the foot of the sit page."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mindful.ui.controls import RoundButton
from mindful.ui.controls.ground_me import MARGIN, ground_me_room
from mindful.ui.look import Look
from mindful.wording import _

GAP = 12
"""Least pixels between two buttons."""

APART, PAIR_APART = 92, 68
"""Pixels between the middles of Pause and a button beside it, and of those at the right."""


class SitBottom(QWidget):
    """Pause in the middle with the added minutes beside it; More, Sounds and End at the right.

    Where they do not fit side by side, Pause and the minutes stand in a row of their own above.
    The left corner is kept free for Ground me, which is the window's.
    """

    pause_toggled = Signal()
    minutes_added = Signal(int)
    sounds_toggled = Signal()
    more_toggled = Signal()
    end_asked = Signal()
    pause_focused = Signal()
    """The keyboard came to Pause, so its name is to say the time left now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.pause = RoundButton(
            look, _("Pause"), icon="fill/pause", size=62, primary=True, parent=self
        )
        self.one = RoundButton(look, _("minute"), inner="+1", name=_("Add 1 minute"), parent=self)
        self.five = RoundButton(
            look, _("minutes"), inner="+5", name=_("Add 5 minutes"), parent=self
        )
        self.sounds = RoundButton(look, _("Sounds"), icon="faders", parent=self)
        self.more = RoundButton(
            look, _("More"), icon="dots-three", name=_("More ways to change the sit"), parent=self
        )
        self.end = RoundButton(look, _("End"), icon="stop", parent=self)
        self.pause.clicked.connect(self.pause_toggled)
        self.one.clicked.connect(lambda: self.minutes_added.emit(1))
        self.five.clicked.connect(lambda: self.minutes_added.emit(5))
        self.sounds.clicked.connect(self.sounds_toggled)
        self.more.clicked.connect(self.more_toggled)
        self.end.clicked.connect(self.end_asked)
        self.pause.installEventFilter(self)
        self.show_minutes(shown=False)
        row = (self.one, self.pause, self.five, self.more, self.sounds, self.end)
        for earlier, later in pairwise(row):
            QWidget.setTabOrder(earlier, later)

    def show_minutes(self, *, shown: bool) -> None:
        """Shows or hides the buttons that add minutes."""
        self.one.setVisible(shown)
        self.five.setVisible(shown)

    def offer_minutes(self, *, offered: bool) -> None:
        """Whether there may be more of them."""
        self.one.setEnabled(offered)
        self.five.setEnabled(offered)

    def set_paused(self, *, paused: bool) -> None:
        """Turns Pause into Resume and back."""
        self.pause.set_icon("fill/play" if paused else "fill/pause")
        self.pause.set_words(_("Resume") if paused else _("Pause"), "")
        self._place()

    def heightForWidth(self, width: int) -> int:
        """Pixels from the top of the highest control to the window's bottom edge."""
        above = self._lift(width)
        above += 0 if self._fits(width) else self.end.sizeHint().height() + MARGIN
        return self.pause.sizeHint().height() + MARGIN + above

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons in their places."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tells when the keyboard comes to Pause."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.pause_focused.emit()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        foot = self.height() - MARGIN - self._lift(self.width())
        above = 0 if self._fits(self.width()) else self.end.sizeHint().height() + MARGIN
        middle, apart = self.width() // 2, self._apart()
        self._stand(self.pause, middle, foot - above)
        self._stand(self.one, middle - apart, foot - above)
        self._stand(self.five, middle + apart, foot - above)
        right = self.width() - MARGIN - self._half(self.end)
        self._stand(self.end, right, foot)
        self._stand(self.sounds, right - self._pair_apart(), foot)
        self._stand(self.more, right - self._pair_apart() - self._more_apart(), foot)

    def _fits(self, width: int) -> bool:
        """Whether everything stands in one row, Ground me included."""
        reach = self._apart() + max(self._half(self.one), self._half(self.five)) + GAP
        if self.one.isHidden():
            reach = self._half(self.pause) + GAP
        room = max(ground_me_room(self._look).width() - MARGIN, self._row())
        return width // 2 - reach >= room

    def _row(self) -> int:
        """Pixels from the left of More to the window's right edge."""
        apart = self._more_apart() + self._pair_apart()
        return self._half(self.more) + apart + self._half(self.end) + MARGIN

    def _lift(self, width: int) -> int:
        """Pixels by which everything stands above Ground me, where it fits nowhere beside it."""
        ground = ground_me_room(self._look)
        return 0 if width - self._row() >= ground.width() - MARGIN else ground.height()

    def _apart(self) -> int:
        """Between the middles of Pause and a button beside it."""
        beside = max(self._half(self.one), self._half(self.five))
        return max(APART, self._half(self.pause) + beside + GAP)

    def _pair_apart(self) -> int:
        return max(PAIR_APART, self._half(self.sounds) + self._half(self.end) + GAP)

    def _more_apart(self) -> int:
        return max(PAIR_APART, self._half(self.sounds) + self._half(self.more) + GAP)

    def _half(self, button: RoundButton) -> int:
        return button.sizeHint().width() // 2

    def _stand(self, button: RoundButton, middle: int, foot: int) -> None:
        size = button.sizeHint()
        button.setGeometry(
            middle - size.width() // 2, foot - size.height(), size.width(), size.height()
        )
