from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.audio.feed import Feed, _Stretch
from mindful.audio.output import FRAME_BYTES

FADED = 1 << 31
"""Set in the frames of an ending, so that they can be told apart."""


def numbered(first: int, frames: int, mark: int = 0) -> bytes:
    """Frames that carry their own number, from 1 on: silence is 0."""
    return (np.arange(first, first + frames, dtype="<u4") + 1 + mark).astype("<u4").tobytes()


def numbers(block: bytes) -> list[int]:
    """Frame numbers; -1 for silence, and below that for an ending: -2 is its frame 0."""
    raw = np.frombuffer(block, "<u4").astype(np.int64)
    return [int(n) - 1 if n < FADED else FADED - int(n) - 1 for n in raw]


@given(
    st.integers(0, 1000),
    st.lists(st.integers(1, 50), min_size=1),
    st.lists(st.integers(1, 120), min_size=1),
)
def test_nothing_is_lost_or_repeated_whatever_the_blocks(
    first: int, queued: list[int], taken: list[int]
) -> None:
    feed = Feed(first)
    for frames in queued:
        feed.append(feed.queued, numbered(feed.queued, frames))
    got = [number for frames in taken for number in numbers(feed.take(frames))]
    there = min(sum(queued), sum(taken))
    assert got[:there] == list(range(first, first + there))
    assert set(got[there:]) <= {-1}
    assert feed.missing == sum(taken) - there
    assert feed.taken == first + sum(taken)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 60)), max_size=40))
def test_frames_that_come_too_late_move_no_others(steps: list[tuple[bool, int]]) -> None:
    feed = Feed()
    for appends, frames in steps:
        if appends:
            feed.append(feed.queued, numbered(feed.queued, frames))
        else:
            start = feed.taken
            got = numbers(feed.take(frames))
            assert all(number in {start + place, -1} for place, number in enumerate(got))


def test_a_block_the_card_overtakes_while_it_is_made_keeps_its_place() -> None:
    feed = Feed()
    first = feed.queued
    feed.take(30)
    feed.append(first, numbered(first, 50))
    assert numbers(feed.take(25)) == [*range(30, 50), -1, -1, -1, -1, -1]
    assert feed.missing == 35


def test_it_can_begin_later_than_it_was_filled() -> None:
    feed = Feed(10)
    feed.append(10, numbered(10, 90))
    assert feed.join(lambda at: at + 30, lambda at: numbered(at, 60)) == 40
    assert numbers(feed.take(20)) == list(range(40, 60))


@given(st.integers(0, 100), st.integers(1, 50))
def test_an_ending_takes_over_where_the_card_stands(before: int, length: int) -> None:
    feed = Feed()
    feed.append(0, numbered(0, 300))
    feed.take(before)
    at = feed.end_with(lambda at: numbered(at, length, FADED))
    assert at == before
    assert numbers(feed.take(length + 5)) == [-2 - at - n for n in range(length)] + [-1] * 5
    assert feed.missing == 0, "after the end, nothing is missed"


@given(st.lists(st.integers(0, 40), max_size=4))
def test_an_ending_is_made_again_when_the_card_asks_meanwhile(asks: list[int]) -> None:
    feed = Feed()
    feed.append(0, numbered(0, 1000))
    waiting: Iterator[int] = iter(asks)
    got: list[int] = []

    def make(at: int) -> bytes:
        got.extend(numbers(feed.take(next(waiting, 0))))
        return numbered(at, 20, FADED)

    at = feed.end_with(make)
    got += numbers(feed.take(20))
    assert got == [*range(at), *(-2 - at - n for n in range(20))]


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads change as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless")
def test_card_and_ending_never_disagree() -> None:
    """A card that asks all the time, on a thread of its own, while the ending is put in place."""
    for _ in range(200):
        feed = Feed()
        feed.append(0, numbered(0, 4000))
        got: list[int] = []
        ended = threading.Event()

        def ask(feed: Feed = feed, got: list[int] = got, ended: threading.Event = ended) -> None:
            while not ended.is_set() and feed.taken < 3900:
                got.extend(numbers(feed.take(7)))

        card = threading.Thread(target=ask)
        card.start()
        at = feed.end_with(lambda at: numbered(at, 50, FADED))
        ended.set()
        card.join()
        got += numbers(feed.take(60))
        assert got[: at + 50] == [*range(at), *(-2 - at - n for n in range(50))]


def test_an_ending_taken_back_is_not_played_even_while_it_still_lies_there() -> None:
    """The moment between taking back and putting the old one in its place, held still."""
    feed = Feed()
    feed.append(0, numbered(0, 100))
    ending = _Stretch(0, last=True)
    ending.append(0, numbered(0, 100, FADED))
    feed._offered = ending
    assert ending.claim()
    assert numbers(feed.take(50)) == list(range(50))
    assert not ending.claim()


def test_an_ending_that_comes_too_late_for_its_place_is_not_played() -> None:
    feed = Feed()
    feed.append(0, numbered(0, 100))
    ending = _Stretch(0, last=True)
    ending.append(0, numbered(0, 100, FADED))
    feed.take(10)
    feed._offered = ending
    assert numbers(feed.take(50)) == list(range(10, 60))


def test_a_frame_is_four_bytes() -> None:
    assert len(Feed().take(3)) == 3 * FRAME_BYTES
