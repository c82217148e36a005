"""Loudness while sitting: voice, bell and ambience, and captions on or off."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import Card, Label, Rule, Slider, Toggle
from mindful.ui.look import Look
from mindful.ui.pages.changes_card import CARD_TOP
from mindful.ui.sit_models import Levels
from mindful.wording import _

WIDTH = 275
"""Pixels at the design's text size."""

ICON, ICON_GAP = 22, 11


class SoundsCard(Card):
    """A small card over the sit page."""

    levels_changed = Signal(Levels)
    captions_toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, fill="raised", parent=parent)
        self.setAccessibleName(_("Sounds"))
        self.voice = LevelRow(look, _("Voice"), "speaker-simple-high")
        self.bell = LevelRow(look, _("Bell"), "bell")
        self.ambience = LevelRow(look, _("Ambience"), "cloud-rain")
        for row in (self.voice, self.bell, self.ambience):
            row.slider.valueChanged.connect(self._tell)
            self.column.addWidget(row)
        self.captions = Toggle(look, _("Captions"))
        self.captions.toggled.connect(self.captions_toggled)
        foot = QHBoxLayout()
        foot.addWidget(Label(look, _("Captions"), role="small", weight=500), 1)
        foot.addWidget(self.captions)
        self.column.addSpacing(6)
        self.column.addWidget(Rule(look))
        self.column.addSpacing(4)
        self.column.addLayout(foot)
        self.column.setContentsMargins(20, 20, 20, 4)

    @property
    def levels(self) -> Levels:
        """The levels as the sliders stand."""
        return Levels(
            self.voice.slider.value(), self.bell.slider.value(), self.ambience.slider.value()
        )

    def set_levels(self, levels: Levels, ambience: str) -> None:
        """Shows these levels without telling anybody; `ambience` is its name, empty for none."""
        self.voice.show_value(levels.voice)
        self.bell.show_value(levels.bell)
        self.ambience.show_value(levels.ambience)
        self.ambience.set_name(
            _("Ambience: {name}").format(name=ambience) if ambience else _("Ambience")
        )
        self.ambience.setEnabled(bool(ambience))

    def set_captions(self, *, shown: bool) -> None:
        """Shows whether captions are on without telling anybody."""
        with QSignalBlocker(self.captions):
            self.captions.setChecked(shown)
        self.captions.update()

    def take_focus(self) -> None:
        """The keyboard comes to the first slider."""
        self.voice.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, width: int, foot: int, lowest: int) -> None:
        """Takes its place at the right of `width` pixels.

        It stands on `foot`; where it is too high for that, on the window's top, down to `lowest`.
        """
        for row in (self.voice, self.bell, self.ambience):
            row.fit()
        self.column.activate()
        tall = self.sizeHint().height()
        wide = min(width - 48, self.look.px(WIDTH))
        top = max(foot - tall, min(CARD_TOP, lowest - tall))
        self.setGeometry(width - 24 - wide, top, wide, tall)

    def _tell(self) -> None:
        self.levels_changed.emit(self.levels)


class LevelRow(QWidget):
    """An icon, a name with its value, and a slider from 0 to 10 below them."""

    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._name = Label(look, name, role="small", weight=500)
        self._value = Label(look, "0", role="small", colour="ink2", tabular=True)
        self.slider = Slider(look, name)
        self.slider.setFixedHeight(33)
        self.slider.valueChanged.connect(self._show_number)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._value, 0, Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.slider)
        self.fit()

    def fit(self) -> None:
        """Takes the room that icon and words need at the text size in force."""
        self._column.setContentsMargins(self._look.px(ICON) + ICON_GAP, 0, 0, 0)
        self._column.invalidate()
        self.updateGeometry()

    def set_name(self, name: str) -> None:
        """Takes another name."""
        self._name.setText(name)
        self.slider.setAccessibleName(name)

    def show_value(self, value: int) -> None:
        """Moves the slider without telling anybody."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self.slider.update()
        self._show_number()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon, in the middle of name and slider."""
        size = self._look.px(ICON)
        picture = self._look.icon(self._icon, size, "ink2", self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - 8 - size) // 2, picture)

    def _show_number(self) -> None:
        self._value.setText(str(self.slider.value()))
