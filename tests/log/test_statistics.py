"""What SQLite says of random logs, beside what plain Python says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from math import comb
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from mindful.log.instants import DAY_ENDS
from mindful.log.log import Log
from mindful.log.records import Ended, Sit, TimeSat
from mindful.log.statistics import ENOUGH, BeforeAfter, Hour, Middle, Tally, Totals
from mindful.log.which import Order, Which
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
    places: tuple[str, ...]
    ended: Ended
    before: int | None
    after: int | None
    able: int | None


def a_sat(
    at: datetime, before: int | None = 6, after: int | None = 4, able: int | None = None
) -> Sat:
    """A sit with a feeling, ordinary but for what is given."""
    return Sat(at, 60, "breath", ("sad",), (), Ended.FINISHED, before, after, able)


logs = st.lists(
    st.builds(
        Sat,
        starts,
        st.integers(0, 5400),
        st.sampled_from(["breath", "timer"]),
        st.lists(st.sampled_from(FEELINGS), max_size=2, unique=True).map(tuple),
        st.sampled_from([(), ("chest",), ("belly", "chest")]),
        st.sampled_from(Ended),
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
    place=st.sampled_from([None, None, "chest", "belly"]),
    ended=st.sampled_from([None, None, *Ended]),
    day_ends=st.sampled_from([time(0), DAY_ENDS, time(5, 30)]),
)


def kept(log: Log, hands: Hands, sat: Sat) -> Sit:
    hands.now = sat.at
    sit = log.sits.begin(
        a_sit(
            exercise=sat.exercise,
            title=f"{sat.exercise} {sat.at}",
            feelings=sat.feelings,
            places=sat.places,
            intensity_before=sat.before,
        )
    )
    log.sits.finish(sit.id, sat.ended, sat.seconds)
    return log.sits.reflect(sit.id, intensity_after=sat.after, able_to_be_with=sat.able)


def is_meant(sit: Sit, which: Which) -> bool:
    return (
        which.since <= day_of(sit, which.day_ends) <= which.until
        and which.exercise in {None, sit.exercise}
        and (which.feeling is None or which.feeling in sit.feelings)
        and (which.place is None or which.place in sit.places)
        and which.ended in {None, sit.ended}
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
        assert log.history.sits(which, 3) == tuple(meant[:3])
        assert log.history.read(keys) == tuple(meant)
        assert log.history.read(keys[::-1]) == tuple(meant[::-1])
        for order, listed in orders(meant).items():
            assert log.history.sits(which, order=order) == tuple(listed)
            assert log.history.read(log.history.keys(which, order)) == tuple(listed)
        assert log.history.days_of(which) == sums(meant, which, lambda day: day)
        weeks = sums(meant, which, lambda day: day - timedelta(days=day.weekday()))
        months = sums(meant, which, lambda day: day.replace(day=1))
        assert log.history.weeks_of(which) == weeks
        assert log.history.months_of(which) == months
        assert log.history.weeks_and_months_of(which) == (weeks, months)
        assert log.statistics.totals(which) == totals(meant)
        assert log.statistics.hours(which) == hours(meant)
        assert set(log.statistics.exercises(which)) == exercises(meant, sits)
        assert set(log.statistics.feelings(which)) == words(sit.feelings for sit in meant)
        assert set(log.statistics.places(which)) == words(sit.places for sit in meant)
        told = log.statistics.before_and_after(which, enough)
        assert {change.word: change for change in told} == changes(meant, which.feeling, enough)
        assert [change.sits for change in told] == sorted(
            (change.sits for change in told), reverse=True
        )
        log.close()


def orders(newest_first: list[Sit]) -> dict[Order, list[Sit]]:
    return {
        Order.NEWEST: newest_first,
        Order.OLDEST: newest_first[::-1],
        Order.LONGEST: sorted(newest_first, key=lambda sit: -sit.sat_seconds),
        Order.SHORTEST: sorted(newest_first, key=lambda sit: sit.sat_seconds),
    }


def sums(sits: list[Sit], which: Which, begins: Callable[[date], date]) -> tuple[TimeSat, ...]:
    spans: defaultdict[date, list[Sit]] = defaultdict(list)
    for sit in sits:
        spans[begins(day_of(sit, which.day_ends))].append(sit)
    return tuple(
        TimeSat(begins=first, sits=len(there), seconds=sum(sit.sat_seconds for sit in there))
        for first, there in sorted(spans.items())
    )


def totals(sits: list[Sit]) -> Totals:
    starts = [sit.started_at.astimezone(UTC) for sit in sits]
    return Totals(
        sits=len(sits),
        seconds=sum(sit.sat_seconds for sit in sits),
        first=min(starts, default=None),
        last=max(starts, default=None),
    )


def hours(sits: list[Sit]) -> tuple[Hour, ...]:
    there: defaultdict[int, list[Sit]] = defaultdict(list)
    for sit in sits:
        there[sit.started_there.hour].append(sit)
    return tuple(
        Hour(hour=hour, sits=len(some), seconds=sum(sit.sat_seconds for sit in some))
        for hour, some in sorted(there.items())
    )


def exercises(sits: list[Sit], every: list[Sit]) -> set[Tally]:
    """Titles are the newest of all, whichever sits are counted."""
    newest = {sit.exercise: sit.title for sit in every}
    return {
        Tally(
            key=key,
            title=title,
            sits=sum(sit.exercise == key for sit in sits),
            seconds=sum(sit.sat_seconds for sit in sits if sit.exercise == key),
        )
        for key, title in newest.items()
        if any(sit.exercise == key for sit in sits)
    }


def words(said: Iterable[tuple[str, ...]]) -> set[Tally]:
    count = Counter(word for every in said for word in every)
    return {Tally(key=word, title=word, sits=number) for word, number in count.items()}


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
        before=middle([before for before, _, _ in said]) if there else None,
        after=middle([after for _, after, _ in said]) if there else None,
        change=middle([after - before for before, after, _ in said]) if there else None,
        able_sits=len(able),
        able=middle(able) if len(able) >= enough else None,
    )


def middle(values: list[int]) -> Middle:
    rank = max(1, rank_of(len(values)))
    in_order = sorted(values)
    return Middle(median=median(values), low=in_order[rank - 1], high=in_order[-rank])


def rank_of(count: int) -> int:
    """The largest k with (n - 2k + 1)² at least 1.96² n; 0 where there is none."""
    fit = [
        k
        for k in range(1, count // 2 + 1)
        if count - 2 * k + 1 > 0 and (count - 2 * k + 1) ** 2 >= 1.96**2 * count
    ]
    return max(fit, default=0)


def test_the_interval_holds_the_median_in_95_of_100_samples() -> None:
    for count in range(ENOUGH, 250):
        rank = rank_of(count)
        outside = 2 * sum(comb(count, heads) for heads in range(rank)) / 2**count
        inner = 2 * sum(comb(count, heads) for heads in range(rank + 2)) / 2**count
        assert outside <= 0.05 < inner, count


def test_twenty_five_sits_have_an_interval_between_the_eighth_and_the_eighteenth(
    log: Log, hands: Hands
) -> None:
    for number in range(25):
        hands.move(hours=1)
        before, after = 3 + number % 7, number % 11
        kept(log, hands, a_sat(hands.now, before=before, after=after, able=after))
    (told,) = log.statistics.before_and_after()
    befores = sorted(3 + number % 7 for number in range(25))
    assert told.before == Middle(median=befores[12], low=befores[7], high=befores[17])


def test_nine_sits_are_too_few_for_medians_and_ten_are_enough(log: Log, hands: Hands) -> None:
    for number in range(ENOUGH):
        hands.move(hours=1)
        kept(log, hands, a_sat(hands.now, after=4 + number % 4))
        (told,) = log.statistics.before_and_after()
        assert (told.before is None) == (told.sits < 10)
    assert told == BeforeAfter(
        word="sad",
        sits=10,
        lower=6,
        same=2,
        higher=2,
        before=Middle(median=6, low=6, high=6),
        after=Middle(median=5, low=4, high=7),
        change=Middle(median=-1, low=-2, high=1),
        able_sits=0,
        able=None,
    )


def test_a_sit_that_says_only_one_of_the_two_does_not_count(log: Log, hands: Hands) -> None:
    kept(log, hands, a_sat(hands.now, after=None, able=3))
    hands.move(hours=1)
    kept(log, hands, a_sat(hands.now, before=None, able=3))
    assert log.statistics.before_and_after() == ()
    assert log.statistics.feelings()[0].sits == 2


def test_what_was_deleted_counts_no_more(log: Log, hands: Hands) -> None:
    sit = kept(log, hands, a_sat(hands.now))
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
