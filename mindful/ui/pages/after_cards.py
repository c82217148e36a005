"""The cards at the end of a sit: strength now, a note, and what helps when it was hard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from mindful.sit.safety import Offer, Way
from mindful.ui.controls import Card, Label, RowButton, Rule, TextArea
from mindful.ui.controls.pair import Pair
from mindful.ui.look import Look
from mindful.ui.pages.after_words import hard_words
from mindful.ui.paint.strength import StrengthRow, paint_before_ring
from mindful.wording import _

DRAFT_AFTER = 800
"""Milliseconds without typing until the draft is handed over."""


class NowCard(Card):
    """How strong it is now, beside how strong it was; and how able to be with it."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.column.setContentsMargins(28, 22, 22, 18)
        self.strength = StrengthRow(look)
        self.strength.setAccessibleName(_("How strong is it now?"))
        self.able = StrengthRow(look, _("not at all"), _("fully"), small=True)
        self.able.setAccessibleName(_("Able to be with it"))
        self._before = BeforeLegend(look)
        heading = Label(look, _("How strong is it now?"), role="heading", wrap=True)
        self.column.addWidget(Pair(heading, self._before, gap=6, least=lambda: look.px(150)))
        self.column.addSpacing(14)
        self.column.addWidget(self.strength)
        self.column.addSpacing(14)
        self._passing = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._passing.setSpacing(16)
        self._passing.addWidget(Label(look, _("Able to be with it"), role="label", wrap=True))
        self._passing.addWidget(self.able, 1)
        self.column.addLayout(self._passing)

    def set_compact(self, *, compact: bool) -> None:
        """The small row below its words, or beside them."""
        direction = QBoxLayout.Direction
        self._passing.setDirection(direction.TopToBottom if compact else direction.LeftToRight)
        self._passing.setSpacing(6 if compact else 16)

    def begin(self, before: int | None) -> None:
        """Asks anew, beside the strength before, if one was given."""
        self.strength.set_strength(None)
        self.able.set_strength(None)
        self.strength.set_before(before)
        self._before.set_before(before)


class BeforeLegend(QWidget):
    """A dashed ring and "before, 6"."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = Label(look, role="small", colour="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 0, 0)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_before(self, before: int | None) -> None:
        """Says the strength before; hidden where there is none."""
        self.setVisible(before is not None)
        self._words.setText(_("before, {before}").format(before=before))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_before_ring(painter, QPointF(10, self.height() / 2), 8, self._look)


class NoteCard(Card):
    """A place for a note. What is typed is handed over as a draft, again and again."""

    drafted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.column.setContentsMargins(28, 22, 28, 26)
        self.area = TextArea(look, _("Anything to remember?"))
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER)
        self._pause.timeout.connect(self.hand_over)
        hint = _("A word is enough, and blank is fine. Only you can read this.")
        self.column.addWidget(Label(look, _("Anything to remember?"), role="heading", wrap=True))
        self.column.addWidget(Label(look, hint, role="small", colour="ink2", wrap=True))
        self.column.addSpacing(14)
        self.column.addWidget(self.area, 1)
        self.area.edit.textChanged.connect(self._pause.start)

    def begin(self, note: str) -> None:
        """Shows the draft so far."""
        self._told = note
        self.area.set_words(note)
        self._pause.stop()

    def hand_over(self) -> None:
        """Hands the draft over now, if it has changed."""
        self._pause.stop()
        if self.area.words != self._told:
            self._told = self.area.words
            self.drafted.emit(self._told)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when the page goes."""
        super().hideEvent(event)
        self.hand_over()


class HardCard(Card):
    """For a sit that was hard: a few ways on, none of them asked for."""

    ground_asked = Signal()
    gentler_asked = Signal(bool)
    person_wanted = Signal()
    walk_asked = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.column.setContentsMargins(26, 24, 26, 10)
        self.heading = Label(look, role="heading", wrap=True)
        self.words = Label(look, colour="ink2", wrap=True)
        self.column.addWidget(self.heading)
        self.column.addSpacing(4)
        self.column.addWidget(self.words)
        self.column.addSpacing(24)
        self._ways = {
            Way.MINUTE: self._way(_("Ground me for a minute"), "anchor-simple", self.ground_asked),
            Way.GROUND: self._way(
                _("Ground me for a few minutes"), "anchor-simple", self.ground_asked
            ),
            Way.WALK: self._way(_("Walk instead"), "footprints", self.walk_asked),
        }
        self._gentler = self._way(_("Make the next sit gentler"), "hand", None)
        self._gentler[1].clicked.connect(self._turn_gentler)
        self._is_gentler = False
        self._ways[Way.PERSON] = self._way(_("Reach a person"), "phone", self.person_wanted)
        self._ways[Way.HELP] = self._way(_("Help"), "lifebuoy", self.help_wanted)

    @property
    def rows(self) -> tuple[RowButton, ...]:
        """The ways on that are offered, in order."""
        rows = self.findChildren(RowButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return tuple(row for row in rows if not row.isHidden())

    def show_offer(self, offer: Offer) -> None:
        """Says what fits how it is now, and shows the ways on from there."""
        heading, words = hard_words(offer.care)
        self.heading.setText(heading)
        self.words.setText(words)
        for way, parts in self._ways.items():
            for part in parts:
                part.setVisible(way in offer.ways)

    def offer_gentler(self, *, offered: bool, chosen: bool = False) -> None:
        """Shows or leaves out the gentler next sit; once chosen it can be taken back."""
        self._show_gentler(chosen=chosen)
        for widget in self._gentler:
            widget.setVisible(offered)

    def _turn_gentler(self) -> None:
        self._show_gentler(chosen=not self._is_gentler)
        self.gentler_asked.emit(self._is_gentler)

    def _show_gentler(self, *, chosen: bool) -> None:
        self._is_gentler = chosen
        row = self._gentler[1]
        row.set_words(
            _("The next one will be gentler. Undo") if chosen else _("Make the next sit gentler")
        )

    def _way(
        self, words: str, icon: str, asked: SignalInstance | None
    ) -> tuple[QWidget, RowButton]:
        rule = Rule(self.look)
        row = RowButton(self.look, words, icon, pad=0, chevron=True)
        row.setMinimumHeight(55)
        if asked is not None:
            row.clicked.connect(asked)
        self.column.addWidget(rule)
        self.column.addWidget(row)
        return rule, row
