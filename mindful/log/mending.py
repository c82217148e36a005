"""Sits as a person tells them: those sat without Mindful, and what was noted wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from mindful.log.errors import LogTrouble
from mindful.log.instants import Clock, milliseconds_of, offset_of, written
from mindful.log.reading import get_sit
from mindful.log.records import Ended, Practised, Sit, check_scale, check_text, check_words
from mindful.log.store import Change, Store, Value
from mindful.log.uuid7 import Entropy, uuid7

LONGEST_SECONDS = 24 * 3600
FIRST = datetime(1970, 1, 2, tzinfo=UTC)
"""Ids count milliseconds from 1970, and zones lie within a day of UTC."""


_AMONG = """
deleted_at IS NULL AND ended IS NOT NULL
    AND uuid IN (SELECT json_extract(value, '$.sit') FROM json_each(:told))
"""
_PRACTISED = f"SELECT uuid AS sit, exercise, title FROM sits WHERE {_AMONG}"
_PRACTISE = """
WITH told AS MATERIALIZED (
    SELECT json_extract(value, '$.sit') AS sit, json_extract(value, '$.exercise') AS exercise,
        json_extract(value, '$.title') AS title
    FROM json_each(:told)
)
UPDATE sits SET exercise = told.exercise, title = told.title, touched_at = :now,
    hlc = :hlc, device = :device
FROM told WHERE told.sit = sits.uuid AND deleted_at IS NULL AND ended IS NOT NULL
"""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A sit as a person tells it.

    Attributes:
        exercise: the exercise's id.
        title: its title as shown.
        started_at: when it began, with the zone of the place.
        seconds: how long was sat.
        feelings: words for what was here.
        places: words for where in the body it was.
        intensity_before, intensity_after, able_to_be_with: 0 to 10; None when not said.
        note: the person's own words, as typed.

    Raises:
        LogTrouble: ``word-empty``, ``word-too-long``, ``scale-out-of-range``, ``text-too-long``,
            ``sit-too-long`` or ``sit-too-early``.
    """

    exercise: str
    title: str
    started_at: datetime
    seconds: float
    feelings: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    intensity_before: int | None = None
    intensity_after: int | None = None
    able_to_be_with: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        check_words((*self.feelings, *self.places))
        for said in (self.intensity_before, self.intensity_after, self.able_to_be_with):
            check_scale(said)
        check_text(self.note)
        if not 0 <= self.seconds <= LONGEST_SECONDS:
            raise LogTrouble("sit-too-long", hours=LONGEST_SECONDS // 3600)
        if self.started_at < FIRST:
            raise LogTrouble("sit-too-early", year=str(FIRST.year))


def told_of(sit: Sit) -> Told:
    """What is kept of a sit, ready to be told otherwise."""
    return Told(
        exercise=sit.exercise,
        title=sit.title,
        started_at=sit.started_there,
        seconds=sit.sat_seconds,
        feelings=sit.feelings,
        places=sit.places,
        intensity_before=sit.intensity_before,
        intensity_after=sit.intensity_after,
        able_to_be_with=sit.able_to_be_with,
        note=sit.note,
    )


class Mending:
    """Adds sits of the past and mends them. All methods raise LogTrouble.

    Args:
        store: the open file.
        clock: tells the present moment.
        entropy: gives the random part of ids.
    """

    def __init__(self, store: Store, clock: Clock, entropy: Entropy) -> None:
        self._store = store
        self._clock = clock
        self._entropy = entropy

    def add(self, told: Told, *, language: str, app_version: str) -> Sit:
        """Keep a sit that was sat without Mindful, as finished.

        Args:
            told: the sit.
            language: BCP 47 tag of the exercise's title.
            app_version: the Mindful that writes it down.

        Raises:
            LogTrouble: ``sit-to-come``.
        """
        self._refuse_what_is_to_come(told)
        sit = uuid7(milliseconds_of(told.started_at), self._entropy)
        with self._store.change() as change:
            row = change.add(
                "sits",
                {
                    **_fields(told),
                    **_length(told),
                    "uuid": sit,
                    "begun_on": change.stamp.device,
                    "language": language,
                    "app_version": app_version,
                    "ended": Ended.FINISHED.value,
                    "touched_at": written(self._clock()),
                },
            )
            _add_words(change, row, told)
        return get_sit(self._store, sit)

    def edit(self, sit: str, told: Told) -> Sit:
        """Keep a sit as it is told now. What was spoken and written in it stays.

        Raises:
            LogTrouble: ``sit-unknown`` for one that is not kept, or runs; ``sit-to-come``.
        """
        self._refuse_what_is_to_come(told)
        with self._store.change() as change:
            rows = change.rows(
                "SELECT id, seed, note FROM sits "
                "WHERE uuid = :sit AND deleted_at IS NULL AND ended IS NOT NULL",
                {"sit": sit},
            )
            if not rows:
                raise LogTrouble("sit-unknown", id=sit)
            row = msgspec.convert(rows[0]["id"], int)
            # The length chosen is a fact where Mindful played the sit, and told where it did not.
            length = _length(told) if rows[0]["seed"] is None else {}
            touched = {"touched_at": written(self._clock())}
            change.edit("sits", row, {**_fields(told), **length, **touched})
            for table in _WORDS:
                change.drop_children(table, row)
            _add_words(change, row, told)
            rewritten = rows[0]["note"] not in {"", told.note}
            if rewritten:
                change.forget_words()
        if rewritten:
            self._store.sweep()
        return get_sit(self._store, sit)

    def practise(self, told: Sequence[Practised]) -> tuple[Practised, ...]:
        """Have sits be of other exercises, all of them or none; ids not kept are passed over.

        Returns:
            What they were of before: given back, it undoes this.
        """
        listed: dict[str, Value] = {"told": msgspec.json.encode(told).decode()}
        with self._store.change() as change:
            before = change.rows(_PRACTISED, listed)
            change.run(_PRACTISE, {**listed, "now": written(self._clock())})
        return tuple(msgspec.convert(row, Practised) for row in before)

    def _refuse_what_is_to_come(self, told: Told) -> None:
        if told.started_at > self._clock():
            raise LogTrouble("sit-to-come")


_WORDS = {"sit_feelings": "feelings", "sit_places": "places"}


def _fields(told: Told) -> dict[str, Value]:
    return {
        "exercise": told.exercise,
        "title": told.title,
        "started_at": written(told.started_at),
        "utc_offset": offset_of(told.started_at),
        "sat_seconds": told.seconds,
        "intensity_before": told.intensity_before,
        "intensity_after": told.intensity_after,
        "able_to_be_with": told.able_to_be_with,
        "note": told.note,
    }


def _length(told: Told) -> dict[str, Value]:
    minutes = max(1, round(told.seconds / 60))
    return {"minutes": minutes, "planned_seconds": minutes * 60}


def _add_words(change: Change, row: int, told: Told) -> None:
    for table, field in _WORDS.items():
        change.add_children(
            table,
            [
                {"sit": row, "position": place, "word": word}
                for place, word in enumerate(getattr(told, field))
            ],
        )
