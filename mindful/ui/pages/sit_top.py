"""The top of the sit page: what is sat, where in it, and the time left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls import IconTextButton, Label
from mindful.ui.look import Look
from mindful.wording import _

NARROW = 420
"""Pixels at the design's text size below which the title needs the room of words."""

STACKED = 300
"""Pixels at the design's text size below which the title has a row of its own."""

MOST_BESIDE = 0.28
"""Share of the width that the words beside the time may take, before the title has its own row."""

SMALLER = 0.75
"""Size of the time left there, as a share of its usual one."""


class SitTop(QWidget):
    """Title and phase at the left, time left and Hide at the right."""

    time_toggled = Signal(bool)
    """The person shows (``True``) or hides the time."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(look, role="label", wrap=True)
        self._phase = Label(look, role="small", colour="ink2")
        self._time = Label(look, role="title", tabular=True)
        self._left = Label(look, _("left"), role="small", colour="ink2")
        self._hide = IconTextButton(look, "", "eye-slash", colour="ink2")
        self._hide.clicked.connect(lambda: self.time_toggled.emit(not self.time_shown))
        for figure in (self._time, self._left):
            figure.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._seconds = -1
        self._up = False
        self._arrange()
        self.show_time(shown=True)

    def count_up(self, *, up: bool) -> None:
        """Shows the time sat, where a sit has no length, or the time left."""
        self._up = up
        self._left.setText(_("so far") if up else _("left"))

    @property
    def time_shown(self) -> bool:
        """Whether the time left is to be seen."""
        return self._time_shown

    @property
    def time_words(self) -> str:
        """The time left as it stands there."""
        return self._time.text()

    def set_title(self, title: str) -> None:
        """Names the exercise."""
        self._title.setText(title)

    def set_phase(self, phase: str) -> None:
        """Names the phase; empty for none."""
        self._phase.setText(phase)

    def set_time_left(self, seconds: float) -> None:
        """Shows whole seconds left, rounded up, so that 0:00 is the end and not the last second.

        Counting up, those that have passed.
        """
        whole = max(0, int(seconds) if self._up else -int(-seconds // 1))
        if whole != self._seconds:
            self._seconds = whole
            self._time.setText(clock_words(whole))

    def show_time(self, *, shown: bool) -> None:
        """Shows or hides the time left."""
        self._time_shown = shown
        self._time.setVisible(shown)
        self._hide.set_icon("eye-slash" if shown else "eye")
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as title and phase need at the width it has."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """As high as title and phase need."""
        self._stack(stacked=self._crowded(width))
        return self._row.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out words that the figures and the eye say alone, where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _crowded(self, width: int) -> bool:
        """Whether time and Hide, or a longer language's words for them, leave the title no room."""
        beside = (part for part in (self._left, self._hide) if not part.isHidden())
        asked = sum(part.sizeHint().width() for part in beside)
        return width < self._look.px(STACKED) or asked > width * MOST_BESIDE

    def _fit(self) -> None:
        self._stack(stacked=self._crowded(self.width()))
        narrow, shown = self.width() < self._look.px(NARROW), self._time_shown
        words = _("Hide") if shown else _("Show time")
        name = _("Hide the time left") if shown else _("Show the time left")
        self._left.setVisible(shown and not narrow)
        self._hide.set_words("" if narrow else words, name)
        self._hide.setToolTip(name if narrow else "")

    def spoken_time_left(self) -> str:
        """Such as "11 minutes 24 seconds left", for a screen reader."""
        minutes, seconds = divmod(max(0, self._seconds), 60)
        parts = [_("{count} minutes").format(count=minutes)] if minutes != 1 else [_("1 minute")]
        parts.append(_("1 second") if seconds == 1 else _("{count} seconds").format(count=seconds))
        words = _("{time} so far") if self._up else _("{time} left")
        return words.format(time=" ".join(parts if minutes else parts[1:]))

    def _arrange(self) -> None:
        self._names = QVBoxLayout()
        self._names.setSpacing(2)
        self._names.addWidget(self._title)
        self._names.addWidget(self._phase)
        self._names.addStretch(1)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(0)
        for widget, gap in ((self._time, 14), (self._left, 18), (self._hide, 0)):
            self._figures.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            self._figures.addSpacing(gap)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setSpacing(0)
        row.addLayout(self._names, 1)
        row.addLayout(self._figures)
        self._stacked = True
        self._stack(stacked=False)

    def _stack(self, *, stacked: bool) -> None:
        """The title above phase and time, where they do not fit side by side."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._time.set_factor(SMALLER if stacked else 1.0)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._row.setContentsMargins(24, 0, 16 if stacked else 28, 0)
        if stacked:
            self._figures.insertWidget(0, self._phase, 1)
            self._names.setContentsMargins(0, 12, 0, 0)
        else:
            self._names.insertWidget(1, self._phase)
            self._names.setContentsMargins(0, 25, 16, 8)


def clock_words(seconds: int) -> str:
    """Minutes and seconds, such as ``11:24``; hours never, as ninety minutes is the longest."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02d}"
