"""What the log keeps, as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

import msgspec

from mindful.exercises.model import Keeps
from mindful.exercises.timeline import Cue
from mindful.log.errors import LogTrouble

WORD_LENGTH = 60
"""Characters of a feeling or a place."""
NOTE_LENGTH = 100_000
"""Characters of a note, a draft or a value of the profile."""


class Ended(StrEnum):
    """How a sit ended."""

    FINISHED = "finished"
    EARLY = "early"
    INTERRUPTED = "interrupted"


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a sit before it begins.

    Attributes:
        exercise: the exercise's id.
        title: the exercise's title as shown.
        language: BCP 47 tag of the words.
        minutes: the length chosen; None for an open end.
        feelings: words for what is here, in the order chosen.
        places: words for where in the body it is.
        intensity_before: 0 to 10; None when not said.
        voice: a voice's id; None without a voice.
        density: how much is spoken: full, some, little or bells.
        seed: what the words were drawn with, within 64 bits signed.
        digest: of the exercise's content.
        app_version: the Mindful that plays it.
    """

    exercise: str
    title: str
    language: str
    app_version: str
    minutes: int | None = None
    feelings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    intensity_before: int | None = None
    voice: str | None = None
    density: str | None = None
    seed: int | None = None
    digest: str | None = None


class NewSit(Chosen, frozen=True, kw_only=True):
    """A sit about to begin, fit to be kept.

    Attributes:
        started_at: the opening strike, with the zone of the place; None for the moment in
            which the sit is written down.

    Raises:
        LogTrouble: ``word-empty``, ``word-too-long`` or ``scale-out-of-range``.
    """

    started_at: datetime | None = None

    def __post_init__(self) -> None:
        check_words((*self.feelings, *self.places))
        check_scale(self.intensity_before)


class Sit(Chosen, frozen=True, kw_only=True):
    """A sit in the log.

    Attributes:
        id: UUID of version 7, the same on every computer.
        started_at: the opening strike, UTC.
        utc_offset: seconds by which the zone was ahead of UTC where the sit was.
        planned_seconds: the length planned; None for an open end.
        sat_seconds: time really sat, without pauses.
        ended: how; None while it runs.
        intensity_after: 0 to 10; None when not said.
        able_to_be_with: 0 to 10; None when not said.
        note: the person's own words, as typed.
        groundings: how often Ground me was used.
    """

    id: str
    started_at: datetime
    utc_offset: int
    planned_seconds: int | None
    sat_seconds: float
    ended: Ended | None
    intensity_after: int | None = None
    able_to_be_with: int | None = None
    note: str = ""
    groundings: int = 0

    @property
    def started_there(self) -> datetime:
        """The opening strike on the clock of the place where the sit was."""
        return self.started_at.astimezone(timezone(timedelta(seconds=self.utc_offset)))


class SpokenCue(msgspec.Struct, frozen=True, kw_only=True):
    """A cue as it really sounded. Fields as in `mindful.exercises.timeline.Cue`, in frames."""

    kind: str
    phase: str
    start: int
    end: int
    line: str = ""
    text: str = ""

    @classmethod
    def of(cls, cue: Cue) -> SpokenCue:
        """What the log keeps of a plan's cue."""
        return cls(
            kind=cue.kind.value,
            phase=cue.phase,
            start=cue.start,
            end=cue.end,
            line=cue.line,
            text=cue.text,
        )


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a page of writing in a sit; on a page of phrases, one of them.

    Attributes:
        page: index of the phase that is the page.
        phase: its name.
        prompt: the sentence above the page.
        kind: what becomes of it.
        text: as typed.
        rating: 0 to 10, of a phrase; None when not said.
    """

    page: int
    phase: str
    prompt: str
    kind: Keeps
    text: str
    rating: int | None = None


class Practised(msgspec.Struct, frozen=True):
    """Which exercise a sit was: the sit's id, the exercise's id and title."""

    sit: str
    exercise: str
    title: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something written without a sit.

    Attributes:
        id: UUID of version 7, the same on every computer.
        written_at: when it was begun, UTC.
        utc_offset: seconds by which the zone was ahead of UTC there.
        text: as typed.
    """

    id: str
    written_at: datetime
    utc_offset: int
    text: str

    @property
    def written_there(self) -> datetime:
        """When it was begun, on the clock of the place."""
        return self.written_at.astimezone(timezone(timedelta(seconds=self.utc_offset)))


class SitPage(msgspec.Struct, frozen=True, kw_only=True):
    """A sit about which, or in which, something was written: its note and its pages."""

    sit: Sit
    writings: tuple[Written, ...]


JournalPage = Entry | SitPage
"""Something written, as the journal has it."""


class LastSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How an exercise was sat the last time; None for what was not set."""

    minutes: int | None
    density: str | None


class TimeSat(msgspec.Struct, frozen=True, kw_only=True):
    """What was sat in a day or a week.

    Attributes:
        begins: the day, or the week's first day.
        sits: how many.
        seconds: how long in all.
    """

    begins: date
    sits: int
    seconds: float


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Writing not finished yet, as typed, and when it was last saved (UTC)."""

    text: str
    saved_at: datetime


def check_words(words: Iterable[str]) -> None:
    """Refuse feelings and places that cannot be kept.

    Raises:
        LogTrouble: ``word-empty`` or ``word-too-long``.
    """
    for word in words:
        if not word.strip():
            raise LogTrouble("word-empty")
        if len(word) > WORD_LENGTH:
            raise LogTrouble("word-too-long", most=WORD_LENGTH)


def check_scale(number: int | None) -> None:
    """Refuse what is not on the scale of 0 to 10.

    Raises:
        LogTrouble: ``scale-out-of-range``.
    """
    if number is not None and not 0 <= number <= 10:
        raise LogTrouble("scale-out-of-range", least=0, most=10)


def check_text(text: str) -> None:
    """Refuse a text nobody typed.

    Raises:
        LogTrouble: ``text-too-long``.
    """
    if len(text) > NOTE_LENGTH:
        raise LogTrouble("text-too-long", length=len(text), limit=NOTE_LENGTH)
