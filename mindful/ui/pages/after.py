"""After a sit: what it was, how it is now, a word to remember, and what helps when it was hard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from mindful.sit.safety import UNSAID, Care, Felt, Offer, offered
from mindful.ui.controls import Label, PillButton, Scroll
from mindful.ui.look import Look
from mindful.ui.pages.after_cards import HardCard, NoteCard, NowCard
from mindful.ui.pages.after_words import came_words, title_words, what_words
from mindful.ui.pages.foot import Foot
from mindful.ui.paint.land import Land
from mindful.ui.paint.orb import Orb
from mindful.ui.sit_models import AfterAnswer, AfterView
from mindful.wording import _

LAND = 0.8
"""Height of the ridges: lower than on the sit page, since there is more to read."""

ORB, ORB_TOP = 60, 141
"""Radius of the small sun, and pixels from the top to its middle."""

HIGH_ORB, HIGH_ORB_TOP = 44, 98
"""The same above the card for hard sits, where that has risen."""

SIDE, COMPACT_SIDE = 72, 24
LEFT, RIGHT = 620, 392
"""Widths of the two columns in the design; they keep this proportion."""

DROP = 110
"""Pixels by which the card for hard sits stands lower than the others, unless it rises."""


class AfterPage(Land):
    """Asks three small things, none of them needed. Leaving without Save keeps the sit."""

    saved = Signal(AfterAnswer)
    discarded = Signal()
    """ "Don't keep this one": the sit is to be deleted."""
    drafted = Signal(str)
    """The note as it stands, a moment after typing stops and before the page goes."""
    ground_asked = Signal()
    gentler_asked = Signal(bool)
    person_wanted = Signal()
    """Someone to reach, or Help, which is the same page."""
    walk_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, LAND)
        self._before: int | None = None
        self._last = UNSAID
        self._compact = False
        self.orb = Orb(look, ORB, self)
        self.title = Label(look, role="display", wrap=True)
        self._what = Label(look, colour="ink2", wrap=True)
        self._came = Label(look, colour="ink2", wrap=True)
        self.now = NowCard(look)
        self.note = NoteCard(look)
        self.hard = HardCard(look)
        self.notice = Label(look, role="body", wrap=True)
        self.discard = PillButton(look, _("Don’t keep this one"), "quiet", colour="ink")
        self.save = PillButton(look, _("Save"))
        self.save.setMinimumWidth(151)
        self._foot = Foot(look, self.discard, self.save, right=SIDE)
        self._build(look)
        self._connect()

    def set_view(self, view: AfterView) -> None:
        """Begins to ask about this sit."""
        self._before = view.before
        self._last = UNSAID
        self.title.setText(title_words(view))
        self._what.setText(what_words(view))
        self._came.setText(came_words(view))
        self._came.set_strong(*view.feelings)
        self._came.setVisible(bool(self._came.text()))
        self.now.begin(view.before)
        self.now.setVisible(view.asks_strength or view.before is not None)
        self.note.begin(view.note)
        self.hard.offer_gentler(offered=view.offers_gentler, chosen=view.gentler)
        self.set_notice("")
        self._settle()

    def set_last(self, felt: Felt) -> None:
        """How strong it was in the last sit before this one that says before and after."""
        self._last = felt
        self._settle()

    def set_notice(self, text: str) -> None:
        """Says what went wrong, such as that saving failed; the note stays on the screen."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    @property
    def answer(self) -> AfterAnswer:
        """What stands there now."""
        return AfterAnswer(self.now.strength.strength, self.now.able.strength, self.note.area.words)

    @property
    def offer(self) -> Offer:
        """What is offered at the strength that stands there now."""
        return offered(Felt(self._before, self.now.strength.strength), self._last, over=True)

    @property
    def risen(self) -> bool:
        """Whether the card for hard sits stands at the top: it is stronger now, or strong."""
        return self.offer.care is not Care.NONE

    def set_compact(self, compact: bool) -> None:
        """One column with a fixed bar at the foot, or two columns."""
        if compact == self._compact:
            return
        self._compact = compact
        self._foot.set_compact(compact=compact)
        self.now.set_compact(compact=compact)
        if compact:
            self._column.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._foot.take_before(self.discard, self.save)
        self._settle()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begins on the strength, or on the note where no strength is asked."""
        first = self.note.area if self.now.isHidden() else self.now.strength
        first.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        """Lays the cards out again: until now their words had no width, and Qt keeps the height."""
        super().showEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sun stands over the right column."""
        super().resizeEvent(event)
        self._place_orb()

    def _build(self, look: Look) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addSpacing(7)
        self._column.addWidget(self._what)
        self._column.addWidget(self._came)
        self._column.addSpacing(31)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column, share in ((self._left, LEFT), (self._right, RIGHT)):
            column.setSpacing(16)
            self._columns.addLayout(column, share)
        self._column.addLayout(self._columns, 1)
        self._column.addWidget(self.notice)
        scroll = Scroll(look, content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(scroll, 1)
        page.addWidget(self._foot)
        self.orb.lower()
        self._settle()

    def _connect(self) -> None:
        self.now.strength.chosen.connect(self._settle)
        self.note.drafted.connect(self.drafted)
        self.hard.ground_asked.connect(self.ground_asked)
        self.hard.gentler_asked.connect(self.gentler_asked)
        self.hard.person_wanted.connect(self.person_wanted)
        self.hard.help_wanted.connect(self.person_wanted)
        self.hard.walk_asked.connect(self.walk_asked)
        self.discard.clicked.connect(self.discarded)
        self.save.clicked.connect(self._save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._save)

    def _save(self) -> None:
        self.note.hand_over()
        self.saved.emit(self.answer)

    def _settle(self) -> None:
        """Puts the cards in their order for this width, and for how the sit went."""
        self.hard.show_offer(self.offer)
        side = COMPACT_SIDE if self._compact else SIDE
        self._column.setContentsMargins(side, 24 if self._compact else 48, side, 20)
        for column in (self._left, self._right):
            # Qt forgets to measure a widget anew whose old item lives on in Python (`takeAt`).
            for old in (self.now, self.note, self.hard):
                column.removeWidget(old)
            while column.count():
                column.takeAt(0)
        cards: list[QWidget] = [self.now, self.note]
        if self._compact:
            cards.insert(0 if self.risen else 2, self.hard)
        for card in cards:
            self._left.addWidget(card, 1 if card is self.note else 0)
        if not self._compact:
            if not self.risen:
                self._right.addItem(self._fresh_drop())
            self._right.addWidget(self.hard)
            self._right.addStretch(1)
        self._columns.setStretch(1, 0 if self._compact else RIGHT)
        self._columns.setSpacing(0 if self._compact else 24)
        self.orb.setVisible(not self._compact)
        self._place_orb()

    def _fresh_drop(self) -> QSpacerItem:
        return QSpacerItem(0, DROP, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _place_orb(self) -> None:
        radius, top = (HIGH_ORB, HIGH_ORB_TOP) if self.risen else (ORB, ORB_TOP)
        self.orb.set_radius(radius)
        size = self.orb.sizeHint()
        across = SIDE + (self.width() - 2 * SIDE) * (LEFT + 24 + RIGHT * 0.6) / (LEFT + 24 + RIGHT)
        corner = QPoint(round(across) - size.width() // 2, top - size.height() // 2)
        self.orb.setGeometry(QRect(corner, size))
