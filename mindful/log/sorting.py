"""What becomes of each record of another app's file: new, there already, or not to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.importers.daylio import MOODS
from mindful.log.importers.model import BadLine, ImportedEntry, ImportedSit
from mindful.log.instants import written_utc
from mindful.log.records import check_scale, check_text, check_words
from mindful.log.zones import placed

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - UTC, as what is counted from it
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC).timestamp()
"""Seconds since 1970. Before it no app kept anything; zero is what a broken clock says."""
LONGEST = 24 * 3600
"""Seconds of one sit."""
AHEAD = 24 * 3600
"""Seconds. A sit may begin so much later than now: zones were asked for, and may be wrong."""
SHOWN = 1000
"""Lines that are named one by one; the others are counted."""


class How(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decides on an import.

    Attributes:
        format: the format; None to recognise it.
        zone: of the clock that times without a zone were told by; None for this computer's.
        feelings: feelings of ours by the other app's word; an empty one leaves the word out.
            Words that are not in it are taken as they are.
        titles: of our exercises, by id, for sits that had none.
    """

    format: str | None = None
    zone: tzinfo | None = None
    feelings: Mapping[str, str] = msgspec.field(default_factory=lambda: MOODS)
    titles: Mapping[str, str] = {}


class Mood(msgspec.Struct, frozen=True):
    """A word of the other app, how often it is there, and the feeling it becomes."""

    word: str
    count: int
    feeling: str


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a file.

    Attributes:
        format: its format's id.
        is_local: whether its times are without a zone, so that one has to be assumed.
        sits: how many are new.
        others: how many other new records there are: pages of a journal, presets and the like.
        known: how many records are in the log already, or twice in the file.
        unreadable: how many cannot be read.
        bad: the first of these, each with its line and reason.
        moods: words that become feelings, the most frequent ones first.
        first: day of the earliest new sit or page, where it was; None without any.
        last: day of the latest.
    """

    format: str
    is_local: bool
    sits: int
    others: int
    known: int
    unreadable: int
    bad: tuple[BadLine, ...]
    moods: tuple[Mood, ...]
    first: date | None
    last: date | None

    @property
    def new(self) -> int:
        """How many records are new."""
        return self.sits + self.others


class Tally:
    """Counts what a file holds while it is read."""

    def __init__(self, how: How) -> None:
        self._how = how
        self._counts: Counter[str] = Counter()
        self._moods: Counter[str] = Counter()
        self._bad: list[BadLine] = []
        self._first: date | None = None
        self._last: date | None = None

    def bad(self, line: BadLine) -> None:
        """A line that cannot be read."""
        self._counts["unreadable"] += 1
        if len(self._bad) < SHOWN:
            self._bad.append(line)

    def known(self) -> None:
        """A record that is there already."""
        self._counts["known"] += 1

    def new(self, what: str, day: date | None = None, mood: str = "") -> None:
        """A new record: ``sits`` or ``others``, its day and its mood, where it has them."""
        self._counts[what] += 1
        if mood:
            self._moods[mood] += 1
        if day is not None:
            if self._first is None or day < self._first:
                self._first = day
            if self._last is None or day > self._last:
                self._last = day

    def preview(self, format_id: str, *, is_local: bool) -> Preview:
        """All of it."""
        counts = self._counts
        return Preview(
            format=format_id,
            is_local=is_local,
            sits=counts["sits"],
            others=counts["others"],
            known=counts["known"],
            unreadable=counts["unreadable"],
            bad=tuple(self._bad),
            moods=tuple(
                Mood(word, count, feeling_for(word, self._how))
                for word, count in self._moods.most_common()
            ),
            first=self._first,
            last=self._last,
        )


def feeling_for(mood: str, how: How) -> str:
    """The feeling a mood of another app becomes; empty for none."""
    return how.feelings.get(mood, how.feelings.get(mood.casefold(), mood))


class When(NamedTuple):
    """A moment, worked out once.

    Attributes:
        day: where it was, midnight to midnight.
        at: as the log writes it.
        offset: seconds by which the place's clock was ahead of UTC.
        seconds: since 1970 UTC.
    """

    day: date
    at: str
    offset: int
    seconds: float


def settled(item: ImportedSit | ImportedEntry, how: How, latest: float) -> When | BadLine:
    """A record's moment with the zone of the place, or why it cannot be kept.

    Args:
        item: the record.
        how: what the person decided.
        latest: when it may have begun at the latest, seconds since 1970 UTC.
    """
    try:
        told = item.began if isinstance(item, ImportedSit) else item.moment
        there, ahead = placed(told, how.zone)
        then = there - ahead if ahead else there
        seconds = (then - _EPOCH).total_seconds()
        when = When(there.date(), written_utc(then), round(ahead.total_seconds()), seconds)
        _check_words(item, how)
    except (ValueError, OverflowError, OSError):
        return BadLine(item.line, "date-unreadable")
    except LogTrouble as trouble:
        reason = "text-endless" if trouble.code == "text-too-long" else "words-unusable"
        return BadLine(item.line, reason)
    if seconds < EARLIEST:
        return BadLine(item.line, "date-early")
    if seconds > latest:
        return BadLine(item.line, "date-late")
    reason = _too(item.seconds) if isinstance(item, ImportedSit) else ""
    return BadLine(item.line, reason) if reason else when


def _check_words(item: ImportedSit | ImportedEntry, how: How) -> None:
    if isinstance(item, ImportedEntry):
        check_text(item.text)
        if feeling := feeling_for(item.mood, how):
            check_words((feeling,))
        return
    if item.note:
        check_text(item.note)
    if item.feelings or item.places:
        check_words((*item.feelings, *item.places))
    for number in (item.intensity_before, item.intensity_after, item.able_to_be_with):
        if number is not None:
            check_scale(number)


def _too(seconds: float) -> str:
    if seconds < 0:
        return "length-negative"
    if seconds == 0:
        return "length-nothing"
    return "length-endless" if seconds > LONGEST else ""
