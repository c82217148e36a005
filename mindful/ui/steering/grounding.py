"""Ground me's steering: instructions at once, spoken where there is a voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.ui.pages.grounding import GroundingPage
from mindful.ui.sit_models import GroundingView, Instruction
from mindful.wording import _

if TYPE_CHECKING:  # numpy stands behind it, and the window comes first
    from mindful.voice.protocol import VoiceInfo

EXERCISE = "grounding"
"""Ground me is spoken at this exercise's pace."""


def instructions() -> tuple[Instruction, ...]:
    """What Ground me says, one at a time. Short, direct, eyes open; see `docs/decisions.md`."""
    return (
        Instruction(
            _("Press both feet into the floor. Feel it hold you."),
            _("Breathe out slowly, longer than you breathe in."),
        ),
        Instruction(
            _("Look around. Name five things you can see."), _("Aloud or in your head. Eyes open.")
        ),
        Instruction(
            _("Touch something near you. Feel how warm or cold it is."),
            _("A sleeve, the chair, your own hands."),
        ),
        Instruction(
            _("Listen. Find the sound that is furthest away."), _("Then the one that is nearest.")
        ),
        Instruction(_("Say where you are, and what day it is."), _("Aloud, if you can.")),
        Instruction(
            _("Move your fingers. Move your toes. Turn your head slowly."),
            _("Breathe out slowly once more."),
        ),
    )


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
        exercise = self._parts.library.find(EXERCISE)
        make = self._parts.line_maker(Choice(exercise=exercise, minutes=1, voice=voice.id))
        text = self._said[self._number].text
        self._parts.aside.play(lambda: make(text, private=False))
