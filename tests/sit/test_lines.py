from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.sit.lines import Lines, Unwanted, Wanted, wanted
from mindful.voice.errors import VoiceTrouble

SOON = 60.0


class Maker:
    """Makes lines of two sentences; waits for a word between them when told to."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.between = threading.Semaphore(0)
        self.waits = False
        self.in_a_line = threading.Event()

    def __call__(
        self, text: str, *, private: bool, wanted: Callable[[], bool] | None = None
    ) -> Samples:
        self.begun.append(text)
        self.in_a_line.set()
        if text == "bad":
            raise VoiceTrouble("voice-hung", engine="test")
        if self.waits:
            assert self.between.acquire(timeout=SOON)
        if wanted is not None and not wanted():
            raise Unwanted
        return np.full(len(text), 0.5, np.float32)


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def rested() -> threading.Event:
    return threading.Event()


@pytest.fixture
def lines(maker: Maker, rested: threading.Event) -> Iterator[Lines]:
    made = Lines(maker, rested.set, linger=0.01)
    yield made
    maker.between.release(100)
    made.close()


def want(*texts: str) -> list[Wanted]:
    return [Wanted(text, private=False) for text in texts]


def test_lines_are_made_in_order_and_once(lines: Lines, maker: Maker) -> None:
    lines.want(want("one", "two", "bad", "three"))
    assert lines.wait_for(["one", "two", "bad", "three"], SOON)
    lines.want(want("two", "three"))
    lines.want(want("four"))
    assert lines.wait_for(["four"], SOON)
    assert maker.begun == ["one", "two", "bad", "three", "four"]
    assert lines.frames("three") == 5
    assert lines.failed("bad") is not None
    assert lines.samples("bad") is None


def test_a_line_nobody_wants_any_more_is_given_up_at_the_next_sentence(
    lines: Lines, maker: Maker
) -> None:
    maker.waits = True
    lines.want(want("old", "older"))
    assert maker.in_a_line.wait(SOON)
    lines.want(want("new"))
    maker.between.release(10)
    assert lines.wait_for(["new"], SOON)
    assert maker.begun == ["old", "new"]
    assert lines.pending("old")


def test_a_line_in_hand_is_not_begun_again(lines: Lines, maker: Maker) -> None:
    maker.waits = True
    lines.want(want("one", "two"))
    assert maker.in_a_line.wait(SOON)
    lines.want(want("one", "three"))
    maker.between.release(10)
    assert lines.wait_for(["one", "three"], SOON)
    assert maker.begun == ["one", "three"]


def test_the_voice_rests_when_the_last_line_is_made(
    lines: Lines, maker: Maker, rested: threading.Event
) -> None:
    maker.waits = True
    rested.clear()
    lines.want(want("one"))
    assert maker.in_a_line.wait(SOON)
    rested.clear()
    maker.between.release()
    assert rested.wait(SOON)
    assert not lines.pending("one")


def test_a_text_said_twice_is_wanted_once_and_private_if_it_is_anywhere() -> None:
    said = [("a", False), ("b", False), ("a", True)]
    assert wanted(said) == [Wanted("a", private=True), Wanted("b", private=False)]
