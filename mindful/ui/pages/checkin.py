"""The check-in: what is here right now. Everything can be left blank, and all of it skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mindful.ui.controls import IconTextButton, Label, PillButton, Scroll
from mindful.ui.controls.ground_me import MARGIN
from mindful.ui.look import Look
from mindful.ui.pages.choosing import Choosing
from mindful.ui.pages.feelings_card import FeelingsPart
from mindful.ui.pages.foot import Foot
from mindful.ui.pages.gentle_length import GentleLength
from mindful.ui.pages.places_card import PlacesCard
from mindful.ui.pages.strength_card import StrengthCard
from mindful.ui.sit_models import CheckInAnswer, CheckInView, Word
from mindful.wording import _, ngettext

GAP, NARROW = 16, 16
"""Pixels between cards, and at the sides of a narrow page."""

LEFT, RIGHT = 692, 416
"""Widths of the two columns in the design; they keep this proportion."""


class CheckInPage(QWidget):
    """Chips for feelings and places, a strength; and on to the sit.

    Args:
        look: the look.
        word_for: turns what a person typed into a word; raises a `Trouble`, worded by
            `mindful.wording`, where it cannot be taken.
    """

    begun = Signal(CheckInAnswer)
    """On with these answers; empty ones after Skip."""
    back = Signal()
    help_wanted = Signal()
    ground_wanted = Signal()
    kindness_wanted = Signal()

    def __init__(
        self, look: Look, word_for: Callable[[str], Word], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._length = GentleLength(1, 1, 1)
        self._leads = ""
        self._title = ""
        self._compact = False
        self._revealed: QWidget | None = None
        self.choosing = Choosing(self)
        self.feelings = FeelingsPart(look, self.choosing, word_for)
        self.places = PlacesCard(look, self.choosing)
        self.strength = StrengthCard(look, self.choosing)
        self._back = IconTextButton(
            look, "", "arrow-left", colour="ink2", flush=True, name=_("Back")
        )
        self._what = Label(look, role="small", weight=500, colour="ink2", wrap=True)
        self.skip = PillButton(look, _("Skip"), "quiet")
        self.begin = PillButton(look, _("Begin"))
        self._foot = Foot(look, self.skip, self.begin)
        self._build(look)
        self._connect()
        self.set_compact(compact=False)

    def set_view(self, view: CheckInView, *, keep: bool = False) -> None:
        """Offers these words; nothing is chosen, unless what was is to be kept."""
        self._length = GentleLength(view.minutes, view.least, view.longest)
        self._leads = view.on
        self._title = view.title
        self.strength.offers.kindness.setVisible(view.kindness)
        if not keep:
            self.choosing.clear()
        self.feelings.set_groups(view.groups, view.more_groups)
        self._rest.setContentsMargins(0, 0, 0, 0)
        self.places.set_places(view.places, view.more_places)
        self._follow()

    def set_compact(self, compact: bool) -> None:
        """One column with a fixed bar at the foot, or two columns."""
        moved = compact != self._compact
        self._compact = compact
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        side = NARROW if compact else MARGIN
        self._content.setContentsMargins(side, 17, side, 8)
        self.feelings.set_compact(compact=compact)
        self.places.set_compact(compact=compact)
        self.strength.set_compact(compact=compact)
        self._foot.set_compact(compact=compact)
        if moved and compact:
            self._head.addWidget(self.skip)
        elif moved:
            self._foot.take_before(self.skip, self.begin)
            self._rest.addWidget(self.feelings.rest)
        self._make_room()
        self._word_begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells the places how much room they have."""
        super().resizeEvent(event)
        self._make_room()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The first word has the keyboard."""
        chips = self.feelings.ground.chips
        next(iter(chips.values()), self.begin).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set the strength, Escape goes back."""
        digit = event.key() - int(Qt.Key.Key_0)
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif 0 <= digit <= 9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.strength.row.press_digit(digit)
        else:
            event.ignore()

    def _build(self, look: Look) -> None:
        content = QWidget()
        self._content = column = QVBoxLayout(content)
        column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(self._back)
        self._head.addWidget(self._what, 1)
        column.addLayout(self._head)
        column.addWidget(Label(look, _("What’s here right now?"), role="display", wrap=True))
        column.addSpacing(5)
        hint = _("Choose any words that fit, or none. You can skip this.")
        column.addWidget(Label(look, hint, colour="ink2", wrap=True))
        column.addSpacing(20)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(MARGIN)
        self._columns.addWidget(self.feelings, LEFT)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.places, 1)
        right.addWidget(self.strength)
        self._columns.addLayout(right, RIGHT)
        column.addLayout(self._columns, 1)
        self._rest = QVBoxLayout()
        self._rest.setContentsMargins(0, 0, 0, 0)
        self._rest.addWidget(self.feelings.rest)
        column.addLayout(self._rest)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._scroll = Scroll(look, content, keys=False)
        page.addWidget(self._scroll, 1)
        page.addWidget(self._foot)

    def _make_room(self) -> None:
        if self._compact:
            room = self.width() - 2 * NARROW
        else:
            room = (self.width() - 3 * MARGIN) * RIGHT // (LEFT + RIGHT)
        self.places.set_room(room)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back)
        self.skip.clicked.connect(self._skip)
        self.begin.clicked.connect(self._begin)
        self.strength.help_wanted.connect(self.help_wanted)
        self.strength.offers.help_wanted.connect(self.help_wanted)
        self.strength.offers.ground_wanted.connect(self.ground_wanted)
        self.strength.offers.kindness_wanted.connect(self.kindness_wanted)
        self.strength.offers.stepped.connect(self._step)
        self.choosing.changed.connect(self._follow)
        self.feelings.more.clicked.connect(self._reveal_rest)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._grown)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._on(keys).activated.connect(self._begin)
        self._on("Alt+S").activated.connect(self._skip)

    def _on(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    def _skip(self) -> None:
        self.begun.emit(CheckInAnswer())

    def _begin(self) -> None:
        self.begun.emit(replace(self.choosing.answer, minutes=self._length.minutes))

    def _step(self, by: int) -> None:
        self._length.step(by)
        self._follow()

    def _follow(self) -> None:
        """A strong feeling shortens the sit; the length is said wherever it stands."""
        strong = self.choosing.suggests_grounding
        self._length.feel(strong=strong)
        self._revealed = self.strength.offers if strong else None
        self.strength.offers.show_length(self._length)
        minutes = self._length.minutes
        words = ngettext("{title}, {count} minute", "{title}, {count} minutes", minutes)
        self._what.setText(words.format(title=self._title, count=minutes))
        self._word_begin()

    def _grown(self) -> None:
        """The page has made room for what was asked for, or is offered: it is to be seen."""
        if self._revealed is not None:
            self._scroll.ensureWidgetVisible(self._revealed, 0, 16)

    def _reveal_rest(self) -> None:
        self._rest.setContentsMargins(0, 0 if self._compact else GAP, 0, 0)
        self._revealed = self.feelings.rest

    def _word_begin(self) -> None:
        if self._leads:
            self.begin.set_words(self._leads, self._leads)
            return
        minutes = self._length.minutes
        full = ngettext("Begin {count} minute", "Begin {count} minutes", minutes)
        words = _("Begin {count} min") if self._compact else full
        self.begin.set_words(words.format(count=minutes), full.format(count=minutes))
