"""The sit: the orb with its ring, the guide's words, and controls that step back."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mindful.exercises.live import Change
from mindful.sit.breathing import Breath
from mindful.ui.controls.caption import Caption
from mindful.ui.look import Look
from mindful.ui.pages.changes_card import ChangesCard
from mindful.ui.pages.end_card import EndCard
from mindful.ui.pages.fading import Fading
from mindful.ui.pages.sit_bottom import SitBottom
from mindful.ui.pages.sit_cards import SitCards
from mindful.ui.pages.sit_layout import place_all
from mindful.ui.pages.sit_notice import SitNotice
from mindful.ui.pages.sit_sky import Sky
from mindful.ui.pages.sit_top import SitTop
from mindful.ui.pages.sounds_card import SoundsCard
from mindful.ui.pages.writing import WritingCard
from mindful.ui.paint.land import Land
from mindful.ui.sit_models import Levels, SitView


class SitPage(Land):
    """Shows a sit and passes on what the person does. Knows nothing of playing.

    The person asks to end with End or Escape: `end_asked`. Whoever runs the sit then ends it, or
    pauses it and calls `ask_end`; the answer comes as `end_confirmed` or `end_declined`.
    """

    pause_toggled = Signal()
    end_asked = Signal()
    end_confirmed = Signal()
    end_declined = Signal()
    minutes_added = Signal(int)
    change_asked = Signal(Change)
    """The sit is to take another course: one of `exercises.live`, but not its length."""
    levels_changed = Signal(Levels)
    captions_toggled = Signal(bool)
    time_hidden = Signal(bool)
    """The time was hidden (``True``) or shown."""
    ground_asked = Signal()
    """The single key G; the button is the window's."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._view = SitView(title="")
        self._paused = False
        self.sky = Sky(look, self)
        self.caption = Caption(look, self)
        self.notice = SitNotice(look, self)
        self.top = SitTop(look, self)
        self.bottom = SitBottom(look, self)
        self.writing = WritingCard(look, self)
        self.sounds = SoundsCard(look, self)
        self.changes = ChangesCard(look, self)
        self.end_card = EndCard(look, self)
        self.fading = Fading(look, (self.top, self.bottom), self._something_open, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.writing.hide()
        self.end_card.hide()
        self._cards = SitCards(
            {self.sounds: self.bottom.sounds, self.changes: self.bottom.more},
            self._arrange,
            lambda: self.take_focus(Qt.FocusReason.OtherFocusReason),
        )
        self._connect()
        # After all that stands on the page has taken the new look, too.
        look.changed.connect(self._arrange, Qt.ConnectionType.QueuedConnection)

    def set_view(self, view: SitView) -> None:
        """Begins to show another sit, from its first moment."""
        self._view = view
        self.top.set_title(view.title)
        self.setAccessibleName(view.title)  # the page itself has the keyboard
        self.top.count_up(up=view.counts_up)
        self.sounds.set_levels(view.levels, view.ambience)
        self.bottom.show_minutes(shown=view.time_addable)
        self.caption.set_announcing(announces=view.announce_captions)
        self.caption.show_text("")
        self.set_captions(shown=view.captions)
        self.show_time(shown=view.time_shown)
        self.set_breath(None)
        self.set_paused(paused=False)
        self.set_notice("")
        self.sky.ring.set_progress(0.0)
        self._close_cards()
        self.show_writing(shown=False)
        self._begin_fading()

    def show_writing(self, *, shown: bool) -> None:
        """Shows or hides the page of writing, in the place of orb and caption."""
        self.writing.setVisible(shown)
        self.sky.set_shown(shown=not shown)
        self.caption.setVisible(self.sounds.captions.isChecked() and not shown)
        self.fading.wake()
        self._arrange()
        if self.end_card.isHidden():
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def set_time_left(self, seconds: float) -> None:
        """Shows the time left, in seconds."""
        self.top.set_time_left(seconds)

    def set_progress(self, fraction: float) -> None:
        """Moves the ring's bead to `fraction`, 0 to 1, of the sit."""
        self.sky.ring.set_progress(fraction)

    def set_bells(self, fractions: tuple[float, ...]) -> None:
        """Marks where in the sit, 0 to 1, the bells lie."""
        self.sky.ring.set_bells(fractions)

    def set_caption(self, text: str, seconds: float = 0.0) -> None:
        """Shows the guide's words; `seconds` is how long they are spoken, 0 where unknown."""
        self.caption.show_text(text, seconds)

    def set_phase(self, phase: str) -> None:
        """Names the phase; empty for none."""
        self.top.set_phase(phase)

    def set_paused(self, *, paused: bool) -> None:
        """Shows that the sit is paused, or goes on."""
        self._paused = paused
        self.sky.orb.set_still(still=paused)
        self.bottom.set_paused(paused=paused)

    def set_breath(self, paced: Breath | None, seconds: float = 0.0) -> None:
        """Paces the orb by a breath that repeats, `seconds` after the first one began."""
        self.sky.set_breath(paced, seconds)

    def set_notice(self, text: str) -> None:
        """Shows a quiet line above the controls, such as "Sound stopped. Captions carry on."."""
        self.notice.set_lasting(text)

    def tell(self, text: str) -> None:
        """Shows another line there for a few seconds, such as "Going on."."""
        self.notice.tell(text)

    def set_offers(self, changes: Collection[Change]) -> None:
        """What can be changed now."""
        self.bottom.offer_minutes(offered=Change.LONGER in changes)
        self.changes.offer(changes)
        self._arrange()

    def set_captions(self, *, shown: bool) -> None:
        """Shows or hides the guide's words."""
        self.caption.setVisible(shown and self.writing.isHidden())
        self.sounds.set_captions(shown=shown)

    def show_time(self, *, shown: bool) -> None:
        """Shows or hides the time left, and the ring with it."""
        self.top.show_time(shown=shown)
        self.sky.show_ring(shown=shown)
        self.writing.show_time(shown=shown)

    def ring_bell(self) -> None:
        """Draws a strike: ripples, or with reduced motion the ring brightens once."""
        self.sky.strike()

    def ask_end(self) -> None:
        """Asks once whether to end here."""
        self._close_cards()
        self._arrange()
        self.end_card.ask()

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """The keyboard is the page's own, or the paper's: Space presses no button."""
        if self.writing.isHidden():
            self.setFocus(reason)
        else:
            self.writing.take_focus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses, Escape asks to end; single keys do the rest, unless they are off.

        Over a page of writing only Escape does anything: other keys are letters.
        """
        actions: dict[Qt.Key, Callable[[], object]] = {Qt.Key.Key_Escape: self._escape}
        if self.writing.isHidden():
            actions[Qt.Key.Key_Space] = self.pause_toggled.emit
            actions |= self._single_keys() if self._view.single_keys else {}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = actions.get(Qt.Key(event.key())) if plain and not event.isAutoRepeat() else None
        if action is None or self.end_card.isVisible():
            event.ignore()
        else:
            action()

    def _single_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_S: lambda: self._cards.toggle(self.sounds),
            Qt.Key.Key_T: lambda: self._toggle_time(shown=not self.top.time_shown),
            Qt.Key.Key_C: lambda: self._toggle_captions(shown=self.caption.isHidden()),
            Qt.Key.Key_G: self.ground_asked.emit,
            Qt.Key.Key_R: lambda: self.change_asked.emit(Change.AGAIN),
            Qt.Key.Key_Q: lambda: self.change_asked.emit(Change.QUIETER),
        }
        if self._view.time_addable:
            keys[Qt.Key.Key_1] = lambda: self.minutes_added.emit(1)
            keys[Qt.Key.Key_5] = lambda: self.minutes_added.emit(5)
        return keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside an open card closes it."""
        self._cards.close()
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The controls begin to wait."""
        super().showEvent(event)
        self._begin_fading()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing waits where nothing is seen."""
        super().hideEvent(event)
        self.fading.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.notice.shown.connect(self._arrange)
        self.bottom.pause_toggled.connect(self.pause_toggled)
        self.bottom.minutes_added.connect(self.minutes_added)
        self.bottom.end_asked.connect(self.end_asked)
        self.bottom.sounds_toggled.connect(lambda: self._cards.toggle(self.sounds))
        self.bottom.more_toggled.connect(lambda: self._cards.toggle(self.changes))
        self.changes.asked.connect(self._ask)
        self.bottom.pause_focused.connect(self._name_pause)
        self.top.time_toggled.connect(lambda shown: self._toggle_time(shown=shown))
        self.sounds.levels_changed.connect(self.levels_changed)
        self.sounds.captions_toggled.connect(lambda shown: self._toggle_captions(shown=shown))
        self.end_card.confirmed.connect(lambda: self._answered(ends=True))
        self.end_card.declined.connect(lambda: self._answered(ends=False))

    def _answered(self, *, ends: bool) -> None:
        self._close_cards()
        (self.end_confirmed if ends else self.end_declined).emit()

    def _begin_fading(self) -> None:
        if self._view.controls_fade and self.isVisible():
            self.fading.start()
        else:
            self.fading.stop()

    def _escape(self) -> None:
        if self._cards.open:
            self._cards.close()
        else:
            self.end_asked.emit()

    def _ask(self, change: Change) -> None:
        self._cards.close()
        self.change_asked.emit(change)

    def _toggle_time(self, *, shown: bool) -> None:
        self.show_time(shown=shown)
        self.time_hidden.emit(not shown)

    def _toggle_captions(self, *, shown: bool) -> None:
        self.set_captions(shown=shown)
        self.captions_toggled.emit(shown)

    def _close_cards(self) -> None:
        self._cards.close()
        if not self.end_card.isHidden():
            self.end_card.hide()
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _something_open(self) -> bool:
        cards = (self.writing, self.end_card)
        return self._paused or self._cards.open or any(card.isVisible() for card in cards)

    def _name_pause(self) -> None:
        word = self.bottom.pause.words
        self.bottom.pause.setAccessibleName(f"{word}, {self.top.spoken_time_left()}")

    def _arrange(self) -> None:
        place_all(self)
