"""Voice and guidance, bell and ambience, on one sunken tray."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mindful.ui.controls.card import Card
from mindful.ui.controls.select import Select
from mindful.ui.controls.toggle import Toggle
from mindful.ui.home.voice_cell import VoiceCell
from mindful.ui.look import Look
from mindful.ui.models import Sounds
from mindful.wording import _

SIDE = 16
DIVIDER, BRIEF_DIVIDER, FLAT = 33, 17, 9
"""Pixels a divider takes between cells side by side, briefly, and between rows."""
WIDEST = 16_777_215
"""Qt's own bound of a widget's size."""


class Shape(Enum):
    """How the tray's cells stand, the one that is preferred first."""

    ROW = auto()
    BRIEF_ROW = auto()
    PAIRS = auto()
    BRIEF_PAIRS = auto()
    STACKED = auto()

    @property
    def brief(self) -> bool:
        """Without carets and the voice's switch."""
        return self in {Shape.BRIEF_ROW, Shape.BRIEF_PAIRS}

    @property
    def row(self) -> bool:
        """All four side by side."""
        return self in {Shape.ROW, Shape.BRIEF_ROW}


class SoundTray(Card):
    """Four cells: two pairs side by side, or below each other where they do not fit."""

    voice_toggled = Signal(bool)
    density_chosen = Signal(str)
    bell_chosen = Signal(str)
    ambience_chosen = Signal(str)
    file_wanted = Signal(str)
    """The person wants a bell or an ambience from a file: its `SoundKind`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, pad=0, fill="sunken", line="", radius="md", parent=parent)
        self.column.setContentsMargins(SIDE, 6, SIDE, 6)
        self._shape = Shape.ROW
        self._voice = VoiceCell(look)
        self.bell = Select(
            look, _("Bell"), boxed=False, icon="bell", caption=_("Bell"), parent=self
        )
        self.ambience = Select(
            look, _("Ambience"), boxed=False, icon="cloud-rain", caption=_("Ambience"), parent=self
        )
        self.density = Select(
            look,
            _("Guidance"),
            boxed=False,
            icon="chats-circle",
            caption=_("Guidance"),
            parent=self,
        )
        self.density.setToolTip(_("How much of the guidance is spoken"))
        self._all = (self._voice, self.density, self.bell, self.ambience)
        self._pairs = [_pair(self._voice, self.density), _pair(self.bell, self.ambience)]
        self._lines = [_Divider(look), _Divider(look)]
        self._between = _Divider(look)
        for pair, line in zip(self._pairs, self._lines, strict=True):
            pair.insertWidget(1, line)
        self._cells = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cells.setSpacing(0)
        self._cells.addLayout(self._pairs[0], 1)
        self._cells.addWidget(self._between)
        self._cells.addLayout(self._pairs[1], 1)
        self.column.addLayout(self._cells)
        self._voice.toggled.connect(self.voice_toggled)
        self.density.chosen.connect(self.density_chosen)
        self.bell.chosen.connect(self.bell_chosen)
        self.ambience.chosen.connect(self.ambience_chosen)
        self.bell.acted.connect(lambda: self.file_wanted.emit("bell"))
        self.ambience.acted.connect(lambda: self.file_wanted.emit("ambience"))

    @property
    def toggle(self) -> Toggle:
        """The voice's switch."""
        return self._voice.toggle

    def show_sounds(self, sounds: Sounds) -> None:
        """Shows what is chosen and what may be."""
        self._voice.show_voice(sounds.voice, on=sounds.voice_on, there=sounds.voice_there)
        self.density.set_options(sounds.densities)
        self.density.set_chosen(sounds.density)
        own = _("Choose a file…")
        self.bell.set_options(sounds.bells, action=own)
        self.bell.set_chosen(sounds.bell)
        self.ambience.set_options(sounds.ambiences, action=own)
        self.ambience.set_chosen(sounds.ambience)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the fullest arrangement that fits."""
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """The widest cell, for they can stand below each other."""
        lists = (self.density, self.bell, self.ambience)
        width = max(cell.minimumSizeHint().width() for cell in lists)
        width = max(width, self._voice.wanted_width(brief=True))
        return QSize(width + 2 * SIDE, super().minimumSizeHint().height())

    def _fold(self) -> None:
        fitting = (shape for shape in Shape if self._width_of(shape) <= self.width())
        shape = next(fitting, Shape.STACKED)
        if shape is not self._shape:
            self._shape = shape
            self._take_shape()

    def _width_of(self, shape: Shape) -> int:
        """Pixels that a shape takes; stacked, it fits everywhere."""
        if shape is Shape.STACKED:
            return 0
        divider = BRIEF_DIVIDER if shape.brief else DIVIDER
        widths = [cell.wanted_width(brief=shape.brief) for cell in self._all]
        if shape.row:
            return sum(widths) + 3 * divider + 2 * SIDE
        return 2 * max(widths) + divider + 2 * SIDE

    def _take_shape(self) -> None:
        shape, stacked = self._shape, self._shape is Shape.STACKED
        for cell in self._all:
            cell.set_brief(brief=shape.brief)
        way = QBoxLayout.Direction
        thickness = BRIEF_DIVIDER if shape.brief else DIVIDER
        for pair, line in zip(self._pairs, self._lines, strict=True):
            pair.setDirection(way.TopToBottom if stacked else way.LeftToRight)
            line.lie(flat=stacked, thickness=thickness)
        self._cells.setDirection(way.LeftToRight if shape.row else way.TopToBottom)
        self._between.lie(flat=not shape.row, thickness=thickness)


def _pair(first: QWidget, second: QWidget) -> QBoxLayout:
    pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    pair.setSpacing(0)
    pair.addWidget(first, 1)
    pair.addWidget(second, 1)
    return pair


class _Divider(QWidget):
    """A thin line between two cells, standing or lying."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flat = False
        self.setFixedWidth(DIVIDER)
        look.changed.connect(self.update)

    def lie(self, *, flat: bool, thickness: int) -> None:
        """Lies between rows, or stands between columns `thickness` pixels apart."""
        self._flat = flat
        thick = FLAT if flat else thickness
        across = (0, thick) if flat else (thick, 0)
        self.setMinimumSize(*across)
        self.setMaximumSize(WIDEST if flat else thick, thick if flat else WIDEST)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel of line."""
        painter = QPainter(self)
        line = self._look.colour("line")
        if self._flat:
            painter.fillRect(0, self.height() // 2, self.width(), 1, line)
        else:
            painter.fillRect(self.width() // 2, 6, 1, self.height() - 12, line)
