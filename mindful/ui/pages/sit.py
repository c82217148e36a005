"""The sit: the orb with its ring, the guide's words, and controls that step back."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from mindful.sit.breathing import Breath
from mindful.ui.controls import Label
from mindful.ui.controls.caption import Caption
from mindful.ui.look import Look
from mindful.ui.pages.end_card import EndCard
from mindful.ui.pages.fading import Fading
from mindful.ui.pages.sit_bottom import SitBottom
from mindful.ui.pages.sit_sky import Sky
from mindful.ui.pages.sit_top import SitTop
from mindful.ui.pages.sounds_card import SoundsCard
from mindful.ui.pages.writing import WritingCard
from mindful.ui.paint.land import Land
from mindful.ui.sit_models import Levels, SitView

TOP = 76
"""Pixels at the top that belong to title and time."""

CAPTION_GAP = 53
"""Pixels between the caption's third line and the controls."""


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
        self.notice = Label(look, role="body", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.notice.setParent(self)
        self.top = SitTop(look, self)
        self.bottom = SitBottom(look, self)
        self.writing = WritingCard(look, self)
        self.sounds = SoundsCard(look, self)
        self.end_card = EndCard(look, self)
        self.fading = Fading(look, (self.top, self.bottom), self._something_open, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for card in (self.writing, self.sounds, self.end_card, self.notice):
            card.hide()
        self._connect()
        look.changed.connect(self._arrange)

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
        self.notice.setText(text)
        self.notice.setVisible(bool(text))
        self.notice.raise_()
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
        """Space pauses, Escape asks to end; S, T, C and G unless single keys are off.

        Over a page of writing only Escape does anything: other keys are letters.
        """
        actions = {Qt.Key.Key_Escape: self._escape}
        writes = not self.writing.isHidden()
        if not writes:
            actions[Qt.Key.Key_Space] = self.pause_toggled.emit
        if self._view.single_keys and not writes:
            actions |= {
                Qt.Key.Key_S: self._toggle_sounds,
                Qt.Key.Key_T: lambda: self._toggle_time(shown=not self.top.time_shown),
                Qt.Key.Key_C: lambda: self._toggle_captions(shown=self.caption.isHidden()),
                Qt.Key.Key_G: self.ground_asked.emit,
            }
            if self._view.time_addable:
                actions |= {
                    Qt.Key.Key_1: lambda: self.minutes_added.emit(1),
                    Qt.Key.Key_5: lambda: self.minutes_added.emit(5),
                }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = actions.get(Qt.Key(event.key())) if plain and not event.isAutoRepeat() else None
        if action is None or self.end_card.isVisible():
            event.ignore()
        else:
            action()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the sounds closes them."""
        self._close_sounds()
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
        self.bottom.pause_toggled.connect(self.pause_toggled)
        self.bottom.minutes_added.connect(self.minutes_added)
        self.bottom.end_asked.connect(self.end_asked)
        self.bottom.sounds_toggled.connect(self._toggle_sounds)
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
        if self.sounds.isVisible():
            self._close_sounds()
        else:
            self.end_asked.emit()

    def _toggle_sounds(self) -> None:
        shown = self.sounds.isHidden()
        self.sounds.setVisible(shown)
        self.bottom.sounds.setChecked(shown)
        if shown:
            self._arrange()
            self.sounds.raise_()
            self.sounds.voice.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _toggle_time(self, *, shown: bool) -> None:
        self.show_time(shown=shown)
        self.time_hidden.emit(not shown)

    def _toggle_captions(self, *, shown: bool) -> None:
        self.set_captions(shown=shown)
        self.captions_toggled.emit(shown)

    def _close_sounds(self) -> None:
        if not self.sounds.isHidden():
            self._toggle_sounds()

    def _close_cards(self) -> None:
        self._close_sounds()
        if not self.end_card.isHidden():
            self.end_card.hide()
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def _something_open(self) -> bool:
        cards = (self.writing, self.sounds, self.end_card)
        return self._paused or any(card.isVisible() for card in cards)

    def _name_pause(self) -> None:
        word = self.bottom.pause.words
        self.bottom.pause.setAccessibleName(f"{word}, {self.top.spoken_time_left()}")

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        controls = self.bottom.heightForWidth(width)
        self.top.setGeometry(0, 0, width, max(TOP, self.top.sizeHint().height()))
        self.bottom.setGeometry(0, height - controls, width, controls)
        words = self.caption.sizeHint().height()
        caption_top = height - controls - CAPTION_GAP - words
        self.caption.setGeometry(24, caption_top, width - 48, words)
        self._place_notice(caption_top + words, CAPTION_GAP)
        self.sky.place(self.top.height(), caption_top)
        self._place_cards(width, height, controls)

    def _place_notice(self, top: int, room: int) -> None:
        wide = min(self.width() - 48, self.look.px(560))
        tall = self.notice.heightForWidth(wide)
        self.notice.setGeometry((self.width() - wide) // 2, top + (room - tall) // 2, wide, tall)

    def _place_cards(self, width: int, height: int, controls: int) -> None:
        self.sounds.place(width, height - controls - 10)
        self.end_card.place(width, self.sky.centre.y(), TOP)
        head = self.top.height()
        note = 0 if self.notice.isHidden() else self.notice.height() + 8
        self.writing.place(QRect(0, head, width, height - controls - 16 - note - head))
