"""The locked page: the notes are closed, and sitting does not need them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mindful.ui.accessible import announce
from mindful.ui.controls.ground_me import ground_me_room
from mindful.ui.controls.label import Label
from mindful.ui.controls.pass_field import PassField
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.ui.paint.land import Land
from mindful.ui.paint.orb import Orb
from mindful.wording import _

ORB, NARROW_ORB = 86, 62
"""Radius of the orb in pixels, and in a window narrower than `WIDEST`."""
WIDEST = 540
BUTTON = 120


class LockedPage(Land):
    """Full-bleed, over the land. `unlock_asked` carries what was typed, which is gone then."""

    unlock_asked = Signal(str)
    sit_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._orb = Orb(look, ORB, self)
        self._content = _Content(look)
        self._content.installEventFilter(self)
        self.field = self._content.field
        self.unlock = self._content.unlock
        self.sit = self._content.sit
        self.told = self._content.told
        self._column = QVBoxLayout(self)
        self._column.addWidget(Scroll(look, self._content), 1)
        self.unlock.clicked.connect(self._ask)
        self.field.returnPressed.connect(self._ask)
        self.field.textEdited.connect(lambda _: self.told.setText(""))
        self.sit.clicked.connect(self.sit_asked)
        look.changed.connect(self._lay_out)
        self._lay_out()

    def tell(self, words: str) -> None:
        """Says what came of it, and lets the person try again."""
        self.set_busy(busy=False)
        self.told.setText(words)
        announce(self.told, words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, busy: bool) -> None:
        """While the key is made, which takes half a second."""
        self.field.setEnabled(not busy)
        self.unlock.setEnabled(not busy)

    def forget(self) -> None:
        """Nothing stands there: the page is left, or shown anew."""
        self.set_busy(busy=False)
        self.field.forget()
        self.told.setText("")

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The field has the focus: whoever comes to write types and presses Enter."""
        self.field.setFocus(reason)

    def set_compact(self, _compact: bool) -> None:
        """The size of the window says it all: see `resizeEvent`."""
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the orb in proportion, and Unlock beside the field where there is room."""
        super().resizeEvent(event)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the orb where the content has its place, also when that scrolls."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            QTimer.singleShot(0, self, self._place_orb)
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        typed = self.field.text()
        if typed:
            self.field.forget()
            self.set_busy(busy=True)
            self.unlock_asked.emit(typed)

    def _place_orb(self) -> None:
        size = self._orb.sizeHint()
        centre = self._content.place.mapTo(self, self._content.place.rect().center())
        self._orb.setGeometry(QRect(centre - QPoint(size.width() // 2, size.height() // 2), size))
        self._orb.lower()

    def _lay_out(self) -> None:
        narrow = self.width() < self.look.px(WIDEST)
        radius = NARROW_ORB if narrow else ORB
        self._orb.set_radius(radius)
        self._content.set_narrow(narrow=narrow, radius=radius)
        self._column.setContentsMargins(24, 8, 24, ground_me_room(self.look).height())


class _Content(QWidget):
    """Orb, title, one sentence, field and button, and the way past them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        middle = Qt.AlignmentFlag.AlignHCenter
        self.place = QWidget()
        title = Label(look, _("Your notes are locked"), "title", wrap=True, align=middle)
        what = _("Sitting doesn’t need them. Open the notes whenever you like.")
        words = Label(look, what, "body", "ink2", wrap=True, align=middle)
        self.field = PassField(look, _("Passphrase"), hint=_("Passphrase"))
        self.unlock = PillButton(look, _("Unlock"), wide=BUTTON)
        self.told = Label(look, "", "body", "ink", wrap=True, align=middle)
        self.told.setMinimumHeight(look.line_height("body"))
        self.sit = PillButton(look, _("Sit without unlocking"), "quiet", colour="ink")
        self._entry = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._entry.setSpacing(10)
        self._entry.addStretch(1)
        self._entry.addWidget(self.field)
        self._entry.addWidget(self.unlock)
        self._entry.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 6)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self.place)
        column.addSpacing(40)
        column.addWidget(title)
        column.addSpacing(12)
        column.addWidget(words)
        column.addSpacing(24)
        column.addLayout(self._entry)
        column.addSpacing(6)
        column.addWidget(self.told)
        column.addWidget(self.sit, 0, middle)
        column.addStretch(3)

    def set_narrow(self, *, narrow: bool, radius: int) -> None:
        """Unlock below the field, or beside it."""
        self.place.setFixedHeight(2 * radius + 20)
        directions = QBoxLayout.Direction
        self._entry.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        wide = QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Fixed
        for part in (self.field, self.unlock):
            part.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
