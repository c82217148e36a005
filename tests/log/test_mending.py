"""Sits of the past, as a person tells them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.mending import Told, told_of
from mindful.log.records import Ended, Practised, Sit
from tests.log.aids import Hands, a_page, a_sit, code_of, keep_sits

THERE = datetime(2026, 3, 12, 19, 22, tzinfo=timezone(timedelta(hours=-5)))


def told(**fields: Any) -> Told:  # whatever type the field has
    """A sit of twenty minutes, ordinary but for the fields given."""
    ordinary: dict[str, Any] = {
        "exercise": "breath",
        "title": "Mindfulness of Breath",
        "started_at": THERE,
        "seconds": 1200.0,
    }
    return Told(**(ordinary | fields))


def added(log: Log, **fields: Any) -> Sit:
    return log.mending.add(told(**fields), language="en", app_version="0.1.0")


def test_a_past_sit_is_kept_with_all_that_was_told(log: Log) -> None:
    sit = added(
        log,
        feelings=("sad", "like rain"),
        places=("chest",),
        intensity_before=7,
        intensity_after=4,
        able_to_be_with=6,
        note="On the *bench*.",
    )
    assert log.history.find() == (sit,)
    assert (sit.started_there, sit.started_there.utcoffset()) == (THERE, timedelta(hours=-5))
    assert (sit.sat_seconds, sit.minutes, sit.planned_seconds) == (1200, 20, 1200)
    assert (sit.ended, sit.voice, sit.seed, sit.digest) == (Ended.FINISHED, None, None, None)
    assert (sit.feelings, sit.places, sit.note) == (
        ("sad", "like rain"),
        ("chest",),
        "On the *bench*.",
    )
    assert told_of(sit) == told(
        feelings=("sad", "like rain"),
        places=("chest",),
        intensity_before=7,
        intensity_after=4,
        able_to_be_with=6,
        note="On the *bench*.",
    )


def test_a_sit_is_mended_and_what_was_spoken_and_written_stays(log: Log, hands: Hands) -> None:
    (kept,) = keep_sits(log, hands, 1)
    log.sits.wrote(kept, 1, [a_page("my page")])
    before = log.history.get(kept)
    cues, pages = log.history.cues(kept), log.history.writings(kept)
    mended = log.mending.edit(
        kept,
        msgspec.structs.replace(
            told_of(before), seconds=60.0, feelings=("calm",), note="", started_at=THERE
        ),
    )
    assert (mended.id, mended.sat_seconds, mended.feelings) == (kept, 60, ("calm",))
    assert (mended.note, mended.started_there) == ("", THERE)
    assert (mended.minutes, mended.seed) == (before.minutes, before.seed)
    assert (log.history.cues(kept), log.history.writings(kept)) == (cues, pages)


def test_the_length_of_a_sit_told_is_the_length_told_last(log: Log) -> None:
    sit = added(log)
    mended = log.mending.edit(sit.id, told(seconds=1800.0))
    assert (mended.sat_seconds, mended.minutes, mended.planned_seconds) == (1800, 30, 1800)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"seconds": 86_401.0}, "sit-too-long"),
        ({"seconds": -1.0}, "sit-too-long"),
        ({"started_at": datetime(1969, 12, 31, tzinfo=UTC)}, "sit-too-early"),
        ({"feelings": (" ",)}, "word-empty"),
        ({"places": ("x" * 61,)}, "word-too-long"),
        ({"able_to_be_with": 11}, "scale-out-of-range"),
        ({"note": "x" * 100_001}, "text-too-long"),
        ({"started_at": datetime(2026, 11, 24, tzinfo=UTC)}, "sit-to-come"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    log: Log, wrong: dict[str, Any], code: str
) -> None:
    sit = added(log)
    with pytest.raises(LogTrouble) as trouble:
        added(log, **wrong)
    assert code_of(trouble) == code
    with pytest.raises(LogTrouble) as trouble:
        log.mending.edit(sit.id, told(**wrong))
    assert code_of(trouble) == code
    assert log.history.find() == (sit,)


def test_neither_a_running_nor_a_deleted_sit_is_mended(log: Log) -> None:
    gone = added(log)
    log.sits.discard(gone.id)
    for sit in (gone.id, log.sits.begin(a_sit()).id, "nobody"):
        with pytest.raises(LogTrouble) as trouble:
            log.mending.edit(sit, told())
        assert code_of(trouble) == "sit-unknown"


def test_many_are_of_another_practice_at_once_and_of_their_own_again(log: Log) -> None:
    sits = [added(log), added(log, exercise="timer", title="Silent Timer")]
    gone = added(log)
    log.deletions.put_away([gone.id])
    wanted = [Practised(sit.id, "body-scan", "Body Scan") for sit in (*sits, gone)]
    before = log.mending.practise(wanted)
    assert {log.history.get(sit.id).exercise for sit in sits} == {"body-scan"}
    assert {log.history.get(sit.id).title for sit in sits} == {"Body Scan"}
    assert len(before) == 2
    log.mending.practise(before)
    assert [log.history.get(sit.id) for sit in sits] == sits
