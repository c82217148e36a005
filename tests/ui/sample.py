"""View models for tests of the pages."""

from __future__ import annotations

from mindful.exercises.timeline import RATE, Cue, CueKind, PhaseSpan, Timeline
from mindful.ui.models import (
    Day,
    HelpLine,
    HelpView,
    Length,
    Practice,
    PracticeGroup,
    SettingsView,
    Sounds,
    Welcome,
)

GROUPS = (
    PracticeGroup("Steady", (Practice("breath", "Mindfulness of Breath", "Steady.", "wind"),)),
    PracticeGroup(
        "With what’s here",
        (
            Practice("sit-with-it", "Sit With the Feeling", "Stay near it.", "drop-half"),
            Practice("grounding", "Grounding 5-4-3-2-1", "Return.", "anchor-simple"),
        ),
    ),
)

WEEK = tuple(
    Day(letter, minutes, f"day {letter}, {minutes} minutes", today=letter == "T")
    for letter, minutes in zip("MTWTFSS", (20, 0, 45, 0, 0, 0, 0), strict=True)
)

WELCOME = Welcome(
    "Good evening", "Yesterday you sat.", "Yesterday.", "This week", "2 sits, 65 minutes", WEEK
)

SOUNDS = Sounds(
    voice_on=True,
    voice="English",
    bells=(("low", "Low bowl"), ("none", "No bell")),
    bell="low",
    ambiences=(("rain", "Soft rain"), ("none", "None")),
    ambience="rain",
)

SETTINGS = SettingsView(
    speak=True,
    voices=(("a", "English"), ("b", "Scots")),
    voice="a",
    pace=100,
    preview="“Let the breath come and go by itself.”",
    voice_level=7,
    bell_level=5,
    ambience_level=3,
    theme="light",
    scale=100,
    reduced_motion=False,
    bells=SOUNDS.bells,
    bell="low",
    ambiences=SOUNDS.ambiences,
    ambience="rain",
    name="Ada",
    phrases=("May I be kind to myself.",),
    log_place="/home/ada/mindful.db",
    log_size="1.4 MB",
)

HELP = HelpView(
    "Checked on 23 November 2026",
    (HelpLine("Ireland", "116 123"), HelpLine("Belgium", "1813", "Dutch")),
    (HelpLine("Befrienders Worldwide", "befrienders.org"),),
)


def length(minutes: int, least: int = 2, longest: int = 90) -> Length:
    return Length(minutes, least, longest, "minutes", "until about 7:42 pm", "to 7:42 pm")


def timeline(minutes: int) -> Timeline:
    """Two bells, two lines, two phases."""
    frames = minutes * 60 * RATE
    cues = (
        Cue(kind=CueKind.BELL, phase="Arrive", start=0, end=0, strikes=1),
        Cue(kind=CueKind.SAY, phase="Arrive", start=frames // 8, end=frames // 5, text="Sit."),
        Cue(kind=CueKind.SAY, phase="Close", start=frames // 2, end=frames * 2 // 3, text="Look."),
        Cue(kind=CueKind.BELL, phase="Close", start=frames, end=frames, strikes=3),
    )
    phases = (PhaseSpan("Arrive", 0, frames // 2), PhaseSpan("Close", frames // 2, frames))
    return Timeline(exercise="breath", minutes=minutes, frames=frames, cues=cues, phases=phases)
