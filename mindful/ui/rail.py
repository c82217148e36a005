"""The way between pages: the rail at the left, or a row at the top where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.controls.label import Label
from mindful.ui.controls.row import IconTextButton, RowButton
from mindful.ui.look import Look
from mindful.ui.paint.kept import KeptPictures
from mindful.ui.paint.orb_shape import OrbStyle, paint_body
from mindful.wording import _

WIDTH = 208
TOP_PAD, SIDE_PAD, ROOM = 8, 10, 4
ORB_ROOM, ORB_RADIUS = 48, 11.5


class Place(NamedTuple):
    """A page one can go to: its name in the program, its words and icon."""

    name: str
    words: str
    icon: str


class Rail(QWidget):
    """The rail: Mindful's mark, and a row for each place; `wished` carries a place's name.

    Where the log has a passphrase, `lock` stands below.
    """

    wished = Signal(str)

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: dict[str, RowButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 24)
        column.setSpacing(4)
        column.addWidget(_Mark(look, self))
        column.addSpacing(20)
        for place in places:
            row = RowButton(look, place.words, place.icon, pad=12, ink="ink2")
            row.clicked.connect(lambda _checked, name=place.name: self._wish(name))
            self._rows[place.name] = row
            column.addWidget(row)
        column.addSpacing(12)
        self.lock = lock_button(look, self)
        line = QHBoxLayout()
        line.setContentsMargins(6, 0, 0, 0)  # its smaller icon in the middle of the others
        line.addWidget(self.lock)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        look.changed.connect(self.update)

    def wanted_width(self) -> int:
        """Pixels: 208 at the design's text size."""
        return self._look.px(WIDTH)

    def show_current(self, name: str) -> None:
        """Marks the place where the person is."""
        for own, row in self._rows.items():
            row.setChecked(own == name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rail's ground."""
        QPainter(self).fillRect(self.rect(), self._look.colour("rail"))

    def _wish(self, name: str) -> None:
        # The row is marked when the page is shown, not when it is wished for.
        self._rows[name].setChecked(not self._rows[name].isChecked())
        self.wished.emit(name)


class TopRow(QWidget):
    """The same places in a row, or two, for narrow windows."""

    wished = Signal(str)

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, RowButton] = {}
        for place in places:
            button = RowButton(look, place.words, pad=14, ink="ink2", parent=self)
            button.clicked.connect(lambda _checked, name=place.name: self._wish(name))
            self._rows[place.name] = button
        self.lock = lock_button(look, self)
        look.changed.connect(self._place)

    def height_for(self, width: int) -> int:
        """Pixels it needs at this width: large words go on in a second line."""
        return max(place.bottom() + 1 for place in self._places_at(width)) + TOP_PAD

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the rows anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for row, place in zip(self._shown(), self._places_at(self.width()), strict=True):
            row.setGeometry(place)

    def show_lock(self, *, shown: bool) -> None:
        """Offers to lock the notes, in the place behind the others."""
        self.lock.setVisible(shown)
        self._place()

    def _shown(self) -> list[QWidget]:
        """The places, and the lock where it is."""
        return [*self._rows.values(), *(() if self.lock.isHidden() else (self.lock,))]

    def show_current(self, name: str) -> None:
        """Marks the place where the person is."""
        for own, button in self._rows.items():
            button.setChecked(own == name)

    def _places_at(self, width: int) -> list[QRect]:
        """Left to right, and on in the next line where one does not fit."""
        places: list[QRect] = []
        x, y = SIDE_PAD, TOP_PAD
        shown = self._shown()
        for row in shown:
            size = QSize(row.sizeHint().width(), shown[0].sizeHint().height())
            if places and x + size.width() > width - SIDE_PAD:
                x, y = SIDE_PAD, y + size.height() + ROOM
            places.append(QRect(QPoint(x, y), size))
            x += size.width() + ROOM
        return places

    def _wish(self, name: str) -> None:
        self._rows[name].setChecked(not self._rows[name].isChecked())
        self.wished.emit(name)


def lock_button(look: Look, parent: QWidget) -> IconTextButton:
    """Locks the notes; hidden where they have no passphrase."""
    button = IconTextButton(
        look, _("Lock"), "lock-simple", colour="ink2", name=_("Lock notes"), parent=parent
    )
    button.setToolTip(_("Lock notes (Ctrl+L)"))
    button.hide()
    return button


class _Mark(QWidget):
    """A small orb and the name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._kept = KeptPictures(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 0, 0, 0)
        self._name = Label(look, _("Mindful"), "title", factor=0.84)
        row.addWidget(self._name)
        self.setAccessibleName(_("Mindful"))

    def sizeHint(self) -> QSize:
        """The mark's height, with the words a little smaller than a page's title."""
        return QSize(self._look.px(184), self._look.line_height("display"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The orb, without its halo."""
        size = QSize(ORB_ROOM, self.height())
        picture = self._kept.picture("orb", size, self.devicePixelRatioF(), self._paint_orb)
        QPainter(self).drawPixmap(0, 0, picture)

    def _paint_orb(self, painter: QPainter) -> None:
        centre = QPointF(ORB_ROOM / 2, self.height() / 2 + 2)
        paint_body(painter, centre, ORB_RADIUS, OrbStyle.of(self._look))
