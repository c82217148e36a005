"""All that is chosen before a sit begins."""

from __future__ import annotations

import re

import msgspec

from mindful.audio.levels import Levels
from mindful.exercises.answers import Answers
from mindful.exercises.model import Density, Exercise, Pattern
from mindful.exercises.script import Bells

SILENT = "none"
"""The bell, or the ambience, that is not heard."""

DEFAULT_BELL = "low-bowl"
"""The bell that is struck where nothing else was chosen, or can be."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One sit as chosen.

    Attributes:
        exercise: what to sit with.
        minutes: for how long.
        answers: what the lines take up.
        density: how much is spoken.
        seed: chooses among equal alternatives; kept in the log.
        voice: id of the voice, or None for captions alone.
        pace: speed of speech against the usual one.
        bell: id of the bell, or `SILENT`.
        ambience: id of the ambience, or `SILENT`.
        levels: how loud each is.
        intensity_before: strength of the feeling, 0 to 10, or None.
        bells: strikes, where they differ from the exercise's own.
        pattern: the person's own paced breath, where it differs from the exercise's own.
        prepare: seconds counted down before the opening strike; no part of the sit.
        open_ended: it lasts until the person ends it, whatever `minutes` says.
        language: BCP 47 tag of the words.
        name_said: how the person's name is written so that a voice says it right; empty for as is.
    """

    exercise: Exercise
    minutes: int
    answers: Answers = Answers()
    density: Density = Density.FULL
    seed: int = 0
    voice: str | None = None
    pace: float = 1.0
    bell: str = DEFAULT_BELL
    ambience: str = SILENT
    levels: Levels = Levels()
    intensity_before: int | None = None
    bells: Bells | None = None
    pattern: Pattern | None = None
    prepare: int = 0
    open_ended: bool = False
    language: str = "en"
    name_said: str = ""


def said(text: str, choice: Choice) -> str:
    """`text` with the person's name written as it is to be said."""
    name = choice.answers.name
    if not name or not choice.name_said:
        return text
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: choice.name_said, text)
