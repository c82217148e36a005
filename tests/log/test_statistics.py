"""What SQLite says of random logs, beside what plain Python says."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.log import Log
from mindful.log.records import Ended, Sit, TimeSat
from mindful.log.statistics import ENOUGH, BeforeAfter, Tally
from mindful.log.which import DAY_ENDS, Which
from tests.log.aids import Hands, a_sit
from tests.log.test_history import day_of, starts

FEELINGS = ("anxious", "sad", "calm")
strength = st.none() | st.integers(0, 10)


class Sat(msgspec.Struct, frozen=True):
    """A sit of a random log."""

    at: datetime
    seconds: int
    exercise: str
    feelings: tuple[str, ...]
    before: int | None
    after: int | None
    able: int | None


logs = st.lists(
    st.builds(
        Sat,
        starts,
        st.integers(0, 5400),
        st.sampled_from(["breath", "timer"]),
        st.lists(st.sampled_from(FEELINGS), max_size=2, unique=True).map(tuple),
        strength,
        strength,
        strength,
    ),
    max_size=30,
    unique_by=lambda sat: sat.at,
)
some = st.builds(
    Which,
    since=st.just(date.min) | st.dates(date(2026, 9, 25), date(2026, 12, 5)),
    until=st.just(date.max) | st.dates(date(2026, 9, 25), date(2026, 12, 5)),
    exercise=st.sampled_from([None, "breath", "timer", "never"]),
    feeling=st.sampled_from([None, *FEELINGS]),
)


def kept(log: Log, hands: Hands, sat: Sat) -> Sit:
    hands.now = sat.at
    sit = log.sits.begin(
        a_sit(
            exercise=sat.exercise,
            title=f"{sat.exercise} {sat.at}",
            feelings=sat.feelings,
            intensity_before=sat.before,
        )
    )
    log.sits.finish(sit.id, Ended.FINISHED, sat.seconds)
    return log.sits.reflect(sit.id, intensity_after=sat.after, able_to_be_with=sat.able)


def is_meant(sit: Sit, which: Which) -> bool:
    return (
        which.since <= day_of(sit, which.day_ends) <= which.until
        and which.exercise in {None, sit.exercise}
        and (which.feeling is None or which.feeling in sit.feelings)
    )


@settings(max_examples=25)
@given(logs, some, st.integers(1, 4))
def test_statistics_are_what_plain_python_says(sats: list[Sat], which: Which, enough: int) -> None:
    with TemporaryDirectory() as folder:
        hands = Hands()
        log = Log(Path(folder) / "mindful.db", hands)
        sits = sorted((kept(log, hands, sat) for sat in sats), key=lambda sit: sit.started_at)
        meant = [sit for sit in sits[::-1] if is_meant(sit, which)]

        keys = log.history.keys(which)
        assert log.history.count(which) == len(meant)
        assert log.history.newest(which, 3) == tuple(meant[:3])
        assert log.history.read(keys) == tuple(meant)
        assert log.history.read(keys[::-1]) == tuple(meant[::-1])
        assert log.history.days_of(which) == days(meant)
        assert set(log.statistics.exercises(which)) == exercises(meant, sits)
        assert set(log.statistics.feelings(which)) == feelings(meant)
        told = log.statistics.before_and_after(which, enough)
        assert {change.word: change for change in told} == changes(meant, which.feeling, enough)
        assert [change.sits for change in told] == sorted(
            (change.sits for change in told), reverse=True
        )
        log.close()


def days(sits: list[Sit]) -> tuple[TimeSat, ...]:
    by_day: defaultdict[date, list[Sit]] = defaultdict(list)
    for sit in sits:
        by_day[day_of(sit, DAY_ENDS)].append(sit)
    return tuple(
        TimeSat(begins=day, sits=len(there), seconds=sum(sit.sat_seconds for sit in there))
        for day, there in sorted(by_day.items())
    )


def exercises(sits: list[Sit], every: list[Sit]) -> set[Tally]:
    """Titles are the newest of all, whichever sits are counted."""
    newest = {sit.exercise: sit.title for sit in every}
    return {
        Tally(
            key=key,
            title=title,
            sits=sum(sit.exercise == key for sit in sits),
        )
        for key, title in newest.items()
        if any(sit.exercise == key for sit in sits)
    }


def feelings(sits: list[Sit]) -> set[Tally]:
    count = Counter(word for sit in sits for word in sit.feelings)
    return {
        Tally(
            key=word,
            title=word,
            sits=number,
        )
        for word, number in count.items()
    }


def changes(sits: list[Sit], only: str | None, enough: int) -> dict[str, BeforeAfter]:
    by_word: defaultdict[str, list[tuple[int, int, int | None]]] = defaultdict(list)
    for sit in sits:
        if sit.intensity_before is not None and sit.intensity_after is not None:
            for word in sit.feelings:
                if only in {None, word}:
                    said = (sit.intensity_before, sit.intensity_after, sit.able_to_be_with)
                    by_word[word].append(said)
    return {word: plainly(word, said, enough) for word, said in by_word.items()}


def plainly(word: str, said: list[tuple[int, int, int | None]], enough: int) -> BeforeAfter:
    able = [value for _, _, value in said if value is not None]
    there = len(said) >= enough
    return BeforeAfter(
        word=word,
        sits=len(said),
        lower=sum(after < before for before, after, _ in said),
        same=sum(after == before for before, after, _ in said),
        higher=sum(after > before for before, after, _ in said),
        before=median(before for before, _, _ in said) if there else None,
        after=median(after for _, after, _ in said) if there else None,
        able_sits=len(able),
        able=median(able) if len(able) >= enough else None,
    )


def test_nine_sits_are_too_few_for_medians_and_ten_are_enough(log: Log, hands: Hands) -> None:
    for number in range(ENOUGH):
        hands.move(hours=1)
        kept(log, hands, Sat(hands.now, 60, "breath", ("sad",), 6, 4 + number % 4, None))
        (told,) = log.statistics.before_and_after()
        assert (told.before is None) == (told.sits < 10)
    assert told == BeforeAfter(
        word="sad",
        sits=10,
        lower=6,
        same=2,
        higher=2,
        before=6.0,
        after=5.0,
        able_sits=0,
        able=None,
    )


def test_a_sit_that_says_only_one_of_the_two_does_not_count(log: Log, hands: Hands) -> None:
    kept(log, hands, Sat(hands.now, 60, "breath", ("sad",), 6, None, 3))
    hands.move(hours=1)
    kept(log, hands, Sat(hands.now, 60, "breath", ("sad",), None, 2, 3))
    assert log.statistics.before_and_after() == ()
    assert log.statistics.feelings()[0].sits == 2


def test_what_was_deleted_counts_no_more(log: Log, hands: Hands) -> None:
    sit = kept(log, hands, Sat(hands.now, 60, "breath", ("sad",), 6, 4, None))
    (key,) = log.history.keys()
    log.sits.discard(sit.id)
    assert log.history.keys() == ()
    assert log.history.read((key,)) == (None,)
    assert log.statistics.exercises() == log.statistics.feelings() == ()
    assert log.statistics.before_and_after() == ()


def test_today_begins_when_the_night_ends(log: Log, hands: Hands) -> None:
    assert log.history.today() == date(2026, 11, 23)
    hands.now -= timedelta(hours=4)  # five past three
    assert log.history.today() == date(2026, 11, 22)
