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

LEAST_GROWTH, MOST_GROWTH = 0.84, 1.3
"""Of a bare circle: the smallest is still 40 pixels wide, the largest leaves room for words."""


class SitBottom(QWidget):
    """Pause in the middle with the added minutes beside it; More, Sounds and End at the right.

    Where they do not fit side by side, Pause and the minutes stand in a row of their own above;
    where that leaves no height for the guide's words, all of them stand bare in one row. Beside a
    page of writing this row is Pause and End alone, next to Ground me.
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
        self._bare = self._few = self._minutes = False
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
        for earlier, later in pairwise(self._buttons()):
            QWidget.setTabOrder(earlier, later)

    def show_minutes(self, *, shown: bool) -> None:
        """Shows or hides the buttons that add minutes."""
        self._minutes = shown
        self._show_buttons()

    def set_form(self, *, bare: bool, writing: bool) -> None:
        """Takes the bare form or the labelled one; a page of writing has minutes of its own."""
        if (bare, writing) != (self._bare, self._few):
            self._bare, self._few = bare, writing
            self._show_buttons()

    @property
    def bare(self) -> bool:
        """Whether the buttons stand bare, since there is little height."""
        return self._bare

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
        if self._bare:
            return self._bare_height(width)
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

    def _show_buttons(self) -> None:
        for button in (self.one, self.five):
            button.setVisible(self._minutes and not self._few)
        for button in (self.more, self.sounds):
            button.setVisible(not (self._bare and self._few))
        self._place()

    def _place(self) -> None:
        if self._bare:
            self._place_bare()
            return
        for button in self._buttons():
            button.set_bare(None)
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

    def _place_bare(self) -> None:
        """One row from edge to edge above Ground me, or what is left of it beside Ground me."""
        shown, left = self._bare_row()
        growth = self._growth(self.width())
        for button in shown:
            button.set_bare(growth)
        sides = [button.sizeHint().width() for button in shown]
        ground = ground_me_room(self._look).height() - 2 * MARGIN
        middle = self.height() - MARGIN - ground // 2
        if not self._few:
            middle -= (ground + max(sides)) // 2 + GAP
        gap = (self.width() - MARGIN - left - sum(sides)) / max(1, len(shown) - 1)
        x = float(left)
        for button, side in zip(shown, sides, strict=True):
            button.setGeometry(round(x), middle - side // 2, side, side)
            x += side + gap

    def _bare_height(self, width: int) -> int:
        ground = ground_me_room(self._look).height() - MARGIN
        return (
            ground
            if self._few
            else ground + round(self.pause.usual_diameter * self._growth(width)) + GAP
        )

    def _growth(self, width: int) -> float:
        """How large the bare circles can be, against the design's."""
        shown, left = self._bare_row()
        room = width - left - MARGIN - GAP * (len(shown) - 1)
        fits = room / sum(button.usual_diameter for button in shown)
        return max(LEAST_GROWTH, min(MOST_GROWTH, fits))

    def _bare_row(self) -> tuple[list[RoundButton], int]:
        """The buttons of the bare row, and where it begins."""
        shown = [button for button in self._buttons() if not button.isHidden()]
        beside = ground_me_room(self._look).width() - MARGIN + GAP
        return shown, beside if self._few else MARGIN

    def _buttons(self) -> tuple[RoundButton, ...]:
        return (self.one, self.pause, self.five, self.more, self.sounds, self.end)

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
