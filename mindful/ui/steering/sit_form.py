"""Between a sit as the log keeps it and the form on which a person tells it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mindful.exercises.answers import answers_from
from mindful.exercises.feelings import Vocabulary
from mindful.log.errors import LogTrouble
from mindful.log.records import Sit
from mindful.ui.history_models import SitForm

if TYPE_CHECKING:  # the database's library comes after the window
    from mindful.log.mending import Told


def form_of(sit: Sit) -> SitForm:
    """A sit, ready to be mended."""
    return SitForm(
        key=sit.id,
        exercise=sit.exercise,
        day=f"{sit.started_there:%Y-%m-%d}",
        time=f"{sit.started_there:%H:%M}",
        minutes=str(round(sit.sat_seconds / 60)),
        feelings=", ".join(sit.feelings),
        places=", ".join(sit.places),
        before=_shown(sit.intensity_before),
        after=_shown(sit.intensity_after),
        able=_shown(sit.able_to_be_with),
        note=sit.note,
    )


def told_from(
    form: SitForm, sit: Sit | None, vocabulary: Vocabulary, titles: Mapping[str, str]
) -> Told:
    """What a person told; what stands as it was keeps its exact moment and length.

    Args:
        form: as typed.
        sit: the sit that is mended; None for one to be added.
        vocabulary: knows the words.
        titles: of the exercises by id.

    Raises:
        Trouble: ``moment-unreadable``, ``sit-minutes``, or as `Told` and `answers_from`.
    """
    from mindful.log.mending import Told

    before = None if sit is None else form_of(sit)
    answers = answers_from(vocabulary, feelings=_words(form.feelings), places=_words(form.places))
    same_moment = before is not None and (form.day, form.time) == (before.day, before.time)
    same_length = before is not None and form.minutes == before.minutes
    same_exercise = sit is not None and form.exercise == sit.exercise
    return Told(
        exercise=form.exercise,
        title=sit.title if sit is not None and same_exercise else titles[form.exercise],
        started_at=sit.started_there if sit is not None and same_moment else _moment(form, sit),
        seconds=sit.sat_seconds if sit is not None and same_length else _seconds(form.minutes),
        feelings=tuple(feeling.adjective for feeling in answers.feelings),
        places=tuple(place.name for place in answers.places),
        intensity_before=_number(form.before),
        intensity_after=_number(form.after),
        able_to_be_with=_number(form.able),
        note=form.note,
    )


def _moment(form: SitForm, sit: Sit | None) -> datetime:
    """On the clock of the place where the sit was; of this one for a sit to be added."""
    try:
        moment = datetime.combine(date.fromisoformat(form.day), time.fromisoformat(form.time))
    except ValueError as error:
        raise LogTrouble("moment-unreadable", asked=f"{form.day} {form.time}".strip()) from error
    if sit is None:
        return moment.astimezone()
    return moment.replace(tzinfo=sit.started_there.tzinfo)


def _seconds(minutes: str) -> float:
    if not minutes.isdecimal() or not 1 <= int(minutes) <= 24 * 60:
        raise LogTrouble("sit-minutes", least=1, most=24 * 60)
    return int(minutes) * 60.0


def _words(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in typed.split(",")))))


def _number(chosen: str) -> int | None:
    return int(chosen) if chosen else None


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)
