from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.records import Ended, LastSettings, Sit, TimeSat
from tests.log.aids import Hands, a_sit, code_of


class Sat(msgspec.Struct, frozen=True):
    """A sit of a random log."""

    at: datetime
    seconds: int
    exercise: str
    feelings: tuple[str, ...]


zones = st.sampled_from([-12, -5, 0, 1, 5.5, 14]).map(
    lambda hours: timezone(timedelta(hours=float(hours)))
)
starts = st.datetimes(
    datetime.fromisoformat("2026-10-01"), datetime.fromisoformat("2026-12-01"), timezones=zones
).map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
logs = st.lists(
    st.builds(
        Sat,
        starts,
        st.integers(0, 5400),
        st.sampled_from(["breath", "timer"]),
        st.sampled_from([(), ("sad",), ("calm", "sad")]),
    ),
    max_size=15,
    unique_by=lambda sat: sat.at,
)
days = st.dates(date(2026, 9, 25), date(2026, 12, 5))
day_ends = st.sampled_from([time(0), time(4), time(5, 30)])


def kept(log: Log, hands: Hands, sat: Sat) -> Sit:
    hands.now = sat.at
    sit = log.sits.begin(a_sit(exercise=sat.exercise, feelings=sat.feelings))
    return log.sits.finish(sit.id, Ended.FINISHED, sat.seconds)


def day_of(sit: Sit, ends: time) -> date:
    """Plainly: the date on the wall there, the small hours counted to the day before."""
    there = sit.started_there
    return there.date() - timedelta(days=1) if there.time() < ends else there.date()


@settings(max_examples=25, deadline=None)
@given(logs, days, days, day_ends)
def test_every_question_is_answered_as_plain_python_would(
    sats: list[Sat], since: date, until: date, ends: time
) -> None:
    with TemporaryDirectory() as folder:
        hands = Hands()
        log = Log(Path(folder) / "mindful.db", hands)
        sits = sorted((kept(log, hands, sat) for sat in sats), key=lambda sit: sit.started_at)
        within = [sit for sit in sits[::-1] if since <= day_of(sit, ends) <= until]
        history = log.history

        assert history.find() == tuple(sits[::-1])
        assert history.last() == (sits[-1] if sits else None)
        assert history.find(since=since, until=until, day_ends=ends) == tuple(within)
        assert history.find(since=since, until=until, day_ends=ends, limit=3) == tuple(within[:3])
        assert history.find(exercise="timer", feeling="sad") == tuple(
            sit for sit in sits[::-1] if sit.exercise == "timer" and "sad" in sit.feelings
        )
        assert history.days(since, until, ends) == sums(within, lambda day: day, ends)
        assert history.weeks(since, until, ends) == sums(
            within, lambda day: day - timedelta(days=day.weekday()), ends
        )
        log.close()


def sums(sits: list[Sit], begins: Callable[[date], date], ends: time) -> tuple[TimeSat, ...]:
    count: Counter[date] = Counter()
    seconds: defaultdict[date, float] = defaultdict(float)
    for sit in sits:
        first = begins(day_of(sit, ends))
        count[first] += 1
        seconds[first] += sit.sat_seconds
    return tuple(
        TimeSat(begins=first, sits=count[first], seconds=seconds[first]) for first in sorted(count)
    )


def test_a_sit_in_the_night_belongs_to_the_day_before(log: Log, hands: Hands) -> None:
    night = datetime(2026, 11, 23, 3, 59, tzinfo=timezone(timedelta(hours=9)))
    kept(log, hands, Sat(night, 600, "sleep", ()))
    kept(log, hands, Sat(night + timedelta(minutes=1), 60, "breath", ()))
    assert log.history.days() == (
        TimeSat(begins=date(2026, 11, 22), sits=1, seconds=600.0),
        TimeSat(begins=date(2026, 11, 23), sits=1, seconds=60.0),
    )


def test_this_week_is_since_monday(log: Log, hands: Hands) -> None:
    monday = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=1)))
    hands.now = monday
    assert log.history.this_week() == TimeSat(begins=date(2026, 11, 23), sits=0, seconds=0.0)
    for days_after in (-1, 0, 3):
        kept(log, hands, Sat(monday + timedelta(days=days_after), 300, "breath", ()))
    hands.now = monday + timedelta(days=7, hours=-9)  # Monday at three: still Sunday's night
    assert log.history.this_week() == TimeSat(begins=date(2026, 11, 23), sits=2, seconds=600.0)
    hands.move(hours=2)
    assert log.history.this_week().sits == 0


def test_what_runs_or_was_deleted_is_no_history(log: Log, hands: Hands) -> None:
    deleted = kept(log, hands, Sat(hands.now, 300, "breath", ("sad",)))
    log.sits.discard(deleted.id)
    log.sits.begin(a_sit())
    history = log.history
    assert (history.find(), history.last(), history.days(), history.weeks()) == ((), None, (), ())
    assert history.last_settings() == {}
    assert history.cues(deleted.id) == ()


def test_each_exercise_remembers_how_it_was_sat_last(log: Log, hands: Hands) -> None:
    for minutes, density, exercise in (
        (5, "full", "breath"),
        (20, "little", "timer"),
        (10, "some", "breath"),
    ):
        hands.move(hours=5)
        sit = log.sits.begin(a_sit(exercise=exercise, minutes=minutes, density=density))
        log.sits.finish(sit.id, Ended.FINISHED, 60)
    assert log.history.last_settings() == {
        "breath": LastSettings(minutes=10, density="some"),
        "timer": LastSettings(minutes=20, density="little"),
    }


def test_the_strength_of_the_last_sit_that_says_both(log: Log, hands: Hands) -> None:
    assert log.history.strength_before(None) == (None, None)
    ids = []
    for before, after in ((4, 5), (6, 3), (7, None), (None, 9), (5, 6)):
        hands.move(hours=5)
        sit = log.sits.begin(a_sit(intensity_before=before))
        log.sits.finish(sit.id, Ended.FINISHED, 60)
        log.sits.reflect(sit.id, intensity_after=after)
        ids.append(sit.id)
    told = [log.history.strength_before(sit) for sit in ids]
    assert told == [(None, None), (4, 5), (6, 3), (6, 3), (6, 3)]
    assert log.history.strength_before(None) == (5, 6)
    log.sits.discard(ids[1])
    assert log.history.strength_before(ids[-1]) == (4, 5)


def test_the_first_and_the_last_day_of_all_are_days(log: Log, hands: Hands) -> None:
    sit = kept(log, hands, Sat(hands.now, 300, "breath", ()))
    assert log.history.find(since=date.min, until=date.max) == (sit,)
    assert log.history.find(since=date.max) == ()
    assert log.history.find(until=date.min) == ()


def test_what_we_never_write_is_told_as_damage(log: Log, hands: Hands) -> None:
    sit = kept(log, hands, Sat(hands.now, 300, "breath", ()))
    with log._store.change() as change:
        change.edit("sits", 1, {"started_at": "2026-19-39T00:00:00.000Z"})
    with pytest.raises(LogTrouble) as trouble:
        log.history.get(sit.id)
    assert code_of(trouble) == "log-damaged"


def test_what_was_sat_lately_comes_newest_first_and_once(log: Log, hands: Hands) -> None:
    for exercise in ("timer", "breath", "sleep", "timer", "gone"):
        sit = log.sits.begin(a_sit(exercise=exercise))
        log.sits.finish(sit.id, Ended.FINISHED, 60)
        hands.move(hours=1)
        if exercise == "gone":
            log.sits.discard(sit.id)
    log.sits.begin(a_sit(exercise="running"))
    assert log.history.lately(2) == ("timer", "sleep")
    assert log.history.lately(9) == ("timer", "sleep", "breath")
