"""The first page a person ever sees: what this is, a way in, and a way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mindful.ui.controls.ground_me import ground_me_room
from mindful.ui.controls.label import Label
from mindful.ui.controls.pill import PillButton
from mindful.ui.controls.scroll import Scroll
from mindful.ui.look import Look
from mindful.ui.paint.land import Land
from mindful.ui.paint.orb import Orb
from mindful.wording import _

ORB, NARROW_ORB, LEAST_ORB = 98, 70, 28
"""Radius of the orb in pixels, in a window narrower than `WIDEST`, and in a low one."""
WORDS = 520
"""Pixels of height that words and buttons take at the design's text size: the orb has the rest,
so that the way in is in sight."""
TITLE = 1.26
"""Size of the title against the display role."""
WIDEST = 600
"""Pixels of the widest line at the design's text size."""


class FirstRun(Land):
    """Full-bleed, over the land. `begin` leads to Home, `who_for` to who Mindful is for."""

    begin = Signal()
    who_for = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._compact = False
        self._orb = Orb(look, ORB, self)
        self._content = _Content(look)
        self._content.installEventFilter(self)
        self.enter = self._content.enter
        self.who = self._content.who
        warning = _(
            "If sitting ever makes things worse, open your eyes and stop, or press Ground me;\n"
            "this app is no substitute for care from another person."
        )
        self._warning = Label(
            look,
            warning,
            "body",
            wrap=True,
            align=Qt.AlignmentFlag.AlignHCenter,
            strong=(_("Ground me"),),
        )
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(Scroll(look, self._content), 1)
        self.enter.clicked.connect(self.begin)
        self.who.clicked.connect(self.who_for)
        look.changed.connect(self._lay_out)
        self._lay_out()

    def set_compact(self, compact: bool) -> None:
        """Puts the warning below the way in, or beside Ground me."""
        self._compact = compact
        self._lay_out()

    def take_focus(self, _reason: Qt.FocusReason) -> None:
        """Begin has the focus, with its ring: the first thing to learn is that keys work."""
        self.enter.ring.expect()
        self.enter.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the warning clear of Ground me, and the orb in proportion."""
        super().resizeEvent(event)
        most = ORB if self.width() >= WIDEST else NARROW_ORB
        radius = max(LEAST_ORB, min(most, (self.height() - self.look.px(WORDS)) // 2))
        self._orb.set_radius(radius)
        self._content.place.setFixedHeight(2 * radius + 20)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the orb where the content has its place, also when that scrolls."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            QTimer.singleShot(0, self, self._place_orb)
        return super().eventFilter(watched, event)

    def _place_orb(self) -> None:
        size = self._orb.sizeHint()
        centre = self._content.place.mapTo(self, self._content.place.rect().center())
        corner = centre - QPoint(size.width() // 2, size.height() // 2)
        self._orb.setGeometry(QRect(corner, size))
        self._orb.lower()

    def _lay_out(self) -> None:
        room = ground_me_room(self.look)
        if self._compact:
            self._content.column.addWidget(self._warning)
            self._column.setContentsMargins(16, 8, 16, room.height())
        else:
            self._column.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignBottom)
            aside = max(room.width(), (self.width() - self.look.px(WIDEST)) // 2)
            self._column.setContentsMargins(aside, 24, aside, 34)


class _Content(QWidget):
    """Orb, title, promise, and the way in."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.place = QWidget()
        self.place.setFixedHeight(2 * ORB + 20)
        title = Label(
            look, _("A quiet place to practise"), "display", wrap=True, align=middle, factor=TITLE
        )
        promise = _(
            "Choose a practice and any length, and a voice will guide you.\n"
            "Everything you write stays on this computer, for you alone."
        )
        words = Label(look, promise, "heading", weight=400, wrap=True, align=middle, factor=1.06)
        self.enter = PillButton(look, _("Begin"), wide=260)
        self.who = PillButton(look, _("Who this is for"), "quiet", colour="ink")
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(0)
        column.addStretch(3)
        column.addWidget(self.place)
        column.addSpacing(24)
        column.addWidget(title)
        column.addSpacing(18)
        column.addWidget(words)
        column.addStretch(2)
        column.addSpacing(24)
        column.addWidget(self.enter, 0, middle)
        column.addSpacing(8)
        column.addWidget(self.who, 0, middle)
        column.addStretch(3)
