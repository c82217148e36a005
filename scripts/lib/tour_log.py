"""A log as after most of a year: what the pages of the tour show."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from mindful.log.log import Log
from mindful.log.records import Ended, NewSit

NOW = datetime(2026, 3, 12, 19, 22).astimezone()
"""The moment of the tour, in the zone of this computer."""

OLDER = 110
"""Sits before those that are spelled out."""


@dataclass(frozen=True)
class Past:
    """A sit of some days before the tour."""

    days: int
    exercise: str
    title: str
    minutes: int
    feelings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    before: int | None = None
    after: int | None = None
    note: str = ""


LATELY = (
    Past(
        1,
        "sit-with-it",
        "Sit With the Feeling",
        20,
        ("anxious", "tender"),
        ("chest",),
        6,
        4,
        "The tightness moved when I stopped arguing with it. Still nervous about Friday, but it’s "
        "quieter.\n\nI keep thinking I have to have the whole conversation planned. Maybe I only "
        "need the first sentence.",
    ),
    Past(1, "breath", "Mindfulness of Breath", 20),
    Past(
        2,
        "kind-moment",
        "Kind Moment",
        5,
        ("ashamed",),
        ("face",),
        7,
        5,
        "Put a hand on my chest in the car.",
    ),
    Past(3, "grounding", "Grounding 5-4-3-2-1", 3),
    Past(5, "sit-with-it", "Sit With the Feeling", 20, ("lonely",), (), 6, 7, "Rang Mei after."),
    Past(9, "breath", "Mindfulness of Breath", 30, note="Rain on the roof."),
)

ENTRIES = (
    (11, "Snow. Nothing to report, which was the nice part."),
    (40, "# A letter not sent\n\nDear Mei,\nit was *good* to hear your voice."),
)
"""Written in the journal without a sit: days ago, and the words."""

KINDS = (
    ("breath", "Mindfulness of Breath", (10, 15, 20, 30, 45)),
    ("body-scan", "Body Scan", (20, 30, 45)),
    ("timer", "Silent Timer", (20, 45)),
    ("sit-with-it", "Sit With the Feeling", (10, 20)),
    ("kind-moment", "Kind Moment", (5, 10)),
)
FEELINGS = ("anxious", "sad", "ashamed", "tender")
FELT = {"sit-with-it", "kind-moment"}


def fill(path: Path) -> None:
    """Write the log of the tour, the oldest sit first."""
    moment = NOW
    log = Log(path, lambda: moment)
    for past in sorted([*LATELY, *older()], key=lambda past: -past.days):
        moment = NOW - timedelta(days=past.days, minutes=past.minutes)
        sit = log.sits.begin(
            NewSit(
                exercise=past.exercise,
                title=past.title,
                language="en",
                app_version="0",
                minutes=past.minutes,
                feelings=past.feelings,
                places=past.places,
                intensity_before=past.before,
            )
        )
        moment += timedelta(minutes=past.minutes)
        log.sits.finish(sit.id, Ended.FINISHED, past.minutes * 60)
        log.sits.reflect(sit.id, intensity_after=past.after, note=past.note)
    for days, text in ENTRIES:
        moment = NOW - timedelta(days=days, hours=9)
        log.journal.add(text)
    log.close()


def older() -> Iterator[Past]:
    """Sits over most of a year, fewer the longer ago; the same every time."""
    chance = random.Random(4)
    for _sit in range(OLDER):
        exercise, title, lengths = chance.choice(KINDS)
        feelings = (chance.choice(FEELINGS),) if exercise in FELT else ()
        before = chance.randint(4, 8) if feelings else None
        after = max(0, before - chance.randint(-1, 3)) if before is not None else None
        days = 10 + round(chance.random() ** 1.4 * 320)
        minutes = chance.choice(lengths)
        yield Past(days, exercise, title, minutes, feelings, (), before, after)
