"""Ground me's steering: instructions at once, spoken where there is a voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from mindful.exercises.model import Pace
from mindful.ground_words import ground_words
from mindful.parts import Parts
from mindful.ui.pages.grounding import GroundingPage
from mindful.ui.sit_models import GroundingView, Instruction

if TYPE_CHECKING:  # numpy stands behind it, and the window comes first
    from mindful.voice.protocol import VoiceInfo


def instructions() -> tuple[Instruction, ...]:
    """What Ground me says, one at a time."""
    return tuple(Instruction(text, aside) for text, aside in ground_words())


class GroundingSteering:
    """Runs Ground me from any page, and needs neither log nor sound.

    What the voice takes comes after the words stand on the screen.

    Args:
        page: the page.
        parts: the parts of the program.
        voice: tells the voice that speaks, None where there is none.
    """

    def __init__(
        self, page: GroundingPage, parts: Parts, voice: Callable[[], VoiceInfo | None]
    ) -> None:
        self._page = page
        self._parts = parts
        self._voice = voice
        self._speaking = False
        self._said = instructions()
        self._number = 0
        self._soon = QTimer(page)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._speak)
        page.instruction_shown.connect(self._show)

    def begin(self, *, from_sit: bool) -> None:
        """Start at the first instruction."""
        self._page.begin(GroundingView(self._said, from_sit=from_sit))

    def stop(self) -> None:
        """Fall silent."""
        self._soon.stop()
        if self._speaking:
            self._parts.aside.hush()

    def _show(self, number: int) -> None:
        self._number = number
        self._soon.start(0)

    def _speak(self) -> None:
        voice = self._voice()
        if voice is None or not self._parts.settings.speak:
            return
        self._speaking = True
        text, spoken_by = self._said[self._number].text, voice.id
        self._parts.aside.play(lambda: self._parts.standby(spoken_by, Pace.QUICK).say(text))
