"""What Ground me says, one thing at a time. Short, direct, eyes open."""

from __future__ import annotations

from mindful.translation import _


def ground_words() -> tuple[tuple[str, str], ...]:
    """Each instruction, which is spoken, and the quieter sentence under it, which is not."""
    return (
        (
            _("Press both feet into the floor. Feel it hold you."),
            _("Breathe out slowly, longer than you breathe in."),
        ),
        (_("Look around. Name five things you can see."), _("Aloud or in your head. Eyes open.")),
        (
            _("Touch something near you. Feel how warm or cold it is."),
            _("A sleeve, the chair, your own hands."),
        ),
        (_("Listen. Find the sound that is furthest away."), _("Then the one that is nearest.")),
        (_("Say where you are, and what day it is."), _("Aloud, if you can.")),
        (
            _("Move your fingers. Move your toes. Turn your head slowly."),
            _("Breathe out slowly once more."),
        ),
    )
