"""What the sit-side pages are shown in tests."""

from __future__ import annotations

from datetime import datetime, timedelta

from mindful.ui.history_models import HistoryRow
from mindful.ui.sit_models import (
    AfterView,
    CheckInView,
    GroundingView,
    Instruction,
    Levels,
    SitView,
    Word,
    WordGroup,
)

NOW = datetime(2026, 3, 12, 19, 22)  # noqa: DTZ001 - a local time, as pages are given


def words(*texts: str) -> tuple[Word, ...]:
    return tuple(Word(text, text, shows_help=text == "hopeless") for text in texts)


CHECK_IN = CheckInView(
    "Sit With the Feeling",
    20,
    (
        WordGroup("unpleasant, more energy", words("anxious", "angry", "restless")),
        WordGroup("pleasant, more energy", words("happy", "curious")),
        WordGroup("unpleasant, less energy", words("sad", "tired", "hopeless")),
        WordGroup("pleasant, less energy", words("calm", "tender")),
        WordGroup("mixed", words("confused", "torn")),
    ),
    words("head", "throat", "chest", "belly"),
    words("feet", "skin"),
)

SIT = SitView("Sit With the Feeling", Levels(7, 5, 3), "soft rain")

GROUNDING = GroundingView(
    (
        Instruction("Press both feet into the floor.", "Breathe out slowly."),
        Instruction("Name five things you see."),
    )
)

AFTER = AfterView(
    "Sit With the Feeling",
    NOW,
    NOW + timedelta(minutes=20),
    1200,
    feelings=("anxious", "tender"),
    within=("in the chest", "in the throat"),
    before=6,
    asks_strength=True,
)

ROWS = (
    HistoryRow("a", NOW, "Sit With the Feeling", 20, ("anxious",), "It moved.", 6, 4),
    HistoryRow("b", NOW - timedelta(days=1), "Mindfulness of Breath", 5),
)
