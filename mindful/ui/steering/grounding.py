"""Ground me's steering: instructions at once, spoken where there is a voice."""

from __future__ import annotations

from mindful.parts import Parts
from mindful.sit.choice import Choice
from mindful.ui.pages.grounding import GroundingPage
from mindful.ui.sit_models import GroundingView, Instruction
from mindful.ui.steering.choosing import Chosen
from mindful.wording import _


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

    Args:
        page: the page.
        parts: the parts of the program.
        chosen: knows the voice.
    """

    def __init__(self, page: GroundingPage, parts: Parts, chosen: Chosen) -> None:
        self._page = page
        self._parts = parts
        self._chosen = chosen
        self._speaking = False
        self._said = instructions()
        page.instruction_shown.connect(self._speak)

    def begin(self, *, from_sit: bool) -> None:
        """Start at the first instruction."""
        self._page.begin(GroundingView(self._said, from_sit=from_sit))

    def stop(self) -> None:
        """Fall silent."""
        if self._speaking:
            self._parts.aside.hush()

    def _speak(self, number: int) -> None:
        voice = self._chosen.voice
        if voice is None or not self._parts.settings.speak:
            return
        self._speaking = True
        spoken = Choice(exercise=self._chosen.exercise, minutes=1, voice=voice.id)
        make = self._parts.line_maker(spoken)
        text = self._said[number].text
        self._parts.aside.play(lambda: make(text, private=False))
