"""What History shows and gives back: small frozen records, no behaviour, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

Option = tuple[str, str]
"""Id and words of something that can be chosen."""


@dataclass(frozen=True)
class HistoryFilter:
    """Which sits are looked at, and in which order.

    Attributes:
        exercise: an exercise's id; empty for all.
        feeling: a word; empty for any.
        since, until: first and last day of the list; None for all. Year, weeks and feelings
            stay as they are, so that another day can be chosen on them.
        place: a word for where in the body; empty for any.
        ended: "finished", "early" or "interrupted"; empty for all.
        search: words that notes and pages hold, as typed.
        order: "newest", "oldest", "longest" or "shortest".
    """

    exercise: str = ""
    feeling: str = ""
    since: date | None = None
    until: date | None = None
    place: str = ""
    ended: str = ""
    search: str = ""
    order: str = "newest"

    @property
    def sits(self) -> tuple[str, ...]:
        """What narrows the whole page, and not the list alone."""
        return (self.exercise, self.feeling, self.place, self.ended, self.search)

    @property
    def narrows(self) -> bool:
        """Whether some sits are left out."""
        return any(self.sits) or self.spans

    @property
    def spans(self) -> bool:
        """Whether not all days are looked at."""
        return self.since is not None or self.until is not None


@dataclass(frozen=True)
class HistoryRow:
    """One sit in the list.

    Attributes:
        key: of the sit in the log.
        began: local time.
        minutes: whole minutes sat, rounded to the nearest.
        before, after: strength, where given.
    """

    key: str
    began: datetime
    title: str
    minutes: int
    feelings: tuple[str, ...] = ()
    note: str = ""
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True)
class SitsView:
    """The list: how many sits there are, and the newest of them.

    Attributes:
        count: how many rows the list has.
        first: the first rows; the others are asked for when they come into view.
        today: the present moment, local.
        day_ends: when a day ends, for the sits' days and for today.
        hidden: whether dots stand in place of notes.
    """

    count: int
    first: tuple[HistoryRow, ...]
    today: datetime
    day_ends: time = time.min
    hidden: bool = False


@dataclass(frozen=True)
class YearView:
    """What was sat by day.

    Attributes:
        minutes: whole minutes of each day that has a sit.
        today: the last day shown.
        words: of the year in all: "148 sits, 45 hours".
    """

    minutes: Mapping[date, int]
    today: date
    words: str = ""


@dataclass(frozen=True)
class Median:
    """A value in the middle, and the interval that holds the true one 95 times of 100."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class FeelingChange:
    """A feeling's strength before and after, over the sits that say both.

    Attributes:
        word: the feeling.
        sits: how many.
        lower, same, higher: how many of them ended so.
        before, after: medians; None where the sits are too few to say.
        able: median of "able to be with it"; None where too few say it.
    """

    word: str
    sits: int
    lower: int
    same: int
    higher: int
    before: Median | None = None
    after: Median | None = None
    able: Median | None = None


@dataclass(frozen=True)
class HistoryOptions:
    """What can be chosen above the list, the most frequent first; and the years that have sits."""

    exercises: tuple[Option, ...] = ()
    feelings: tuple[Option, ...] = ()
    places: tuple[Option, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Share:
    """A part of all that was sat: its words, minutes and sits; a practice has its id as key."""

    words: str
    minutes: int
    sits: int
    key: str = ""


@dataclass(frozen=True)
class Habits:
    """When and what was sat, in all.

    Attributes:
        hours: by time of day, in eight parts of three hours from four in the morning on.
        months: the last twelve, the present one last.
        exercises: the most frequent first.
    """

    hours: tuple[Share, ...] = ()
    months: tuple[Share, ...] = ()
    exercises: tuple[Share, ...] = ()


@dataclass(frozen=True)
class SitForm:
    """A past sit as it is told on a page, every field as typed.

    Attributes:
        key: of the sit in the log; empty for one to be added.
        exercise: an exercise's id.
        day: "2026-03-12".
        time: "19:22".
        minutes: whole minutes.
        feelings, places: words with commas between them.
        before, after, able: "0" to "10", or empty.
        note: the person's own words.
    """

    key: str = ""
    exercise: str = ""
    day: str = ""
    time: str = ""
    minutes: str = ""
    feelings: str = ""
    places: str = ""
    before: str = ""
    after: str = ""
    able: str = ""
    note: str = ""


@dataclass(frozen=True)
class PageWritten:
    """What was written on a page: under which sentence, the words, and 0 to 10 of a phrase."""

    prompt: str
    text: str
    rating: int | None = None


@dataclass(frozen=True)
class Spoken:
    """A line of a sit as it was spoken: at which second, in which phase, the words."""

    second: int
    phase: str
    text: str


@dataclass(frozen=True)
class PastSit:
    """Everything that was kept of a sit.

    Attributes:
        row: what the list shows of it.
        ended: words on how it ended: "finished", "ended early", "interrupted".
        places: where in the body.
        able: "able to be with it", 0 to 10.
        facts: names and words of the rest: length chosen, voice, guidance and so on.
        pages: what was written in the sit.
        spoken: the lines really spoken, in order.
        again: it can be sat again as it was.
    """

    row: HistoryRow
    ended: str
    places: tuple[str, ...] = ()
    able: int | None = None
    facts: tuple[Option, ...] = field(default=())
    pages: tuple[PageWritten, ...] = field(default=())
    spoken: tuple[Spoken, ...] = field(default=())
    again: bool = True
