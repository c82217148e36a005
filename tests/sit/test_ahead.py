from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.library import load_library
from mindful.exercises.plan import estimated, plan
from mindful.sit.ahead import LINES, Ahead, first_lines
from mindful.sit.choice import Choice
from mindful.sit.lines import Unwanted, Wanted
from mindful.voice.errors import VoiceTrouble

EXERCISES = Path(__file__).parents[2] / "assets" / "exercises" / "en"

SOON = 60.0


class Maker:
    """Notes what it makes; tells when it has made the last one."""

    def __init__(self, last: str) -> None:
        self.made: list[str] = []
        self.done = threading.Event()
        self._last = last

    def __call__(
        self, text: str, *, private: bool, wanted: Callable[[], bool] | None = None
    ) -> Samples:
        if wanted is not None and not wanted():
            raise Unwanted
        self.made.append(text)
        if text == self._last:
            self.done.set()
        if text == "bad":
            raise VoiceTrouble("voice-hung", engine="test")
        return np.zeros(1, np.float32)


@pytest.fixture
def rested() -> threading.Event:
    return threading.Event()


@pytest.fixture
def ahead(rested: threading.Event) -> Iterator[Ahead]:
    made = Ahead(rested.set, settle=0.01, linger=0.02, idle=0.03)
    yield made
    made.close()


def want(*texts: str) -> list[Wanted]:
    return [Wanted(text, private=False) for text in texts]


def test_the_lines_of_a_choice_are_made_and_then_the_voice_rests(
    ahead: Ahead, rested: threading.Event
) -> None:
    maker = Maker("three")
    ahead.prepare(maker, want("one", "bad", "three"))
    assert maker.done.wait(SOON)
    assert maker.made == ["one", "bad", "three"]
    assert rested.wait(SOON)


def test_choices_that_do_not_stand_are_passed_over(rested: threading.Event) -> None:
    ahead = Ahead(rested.set, settle=600)
    makers = [Maker("last") for _ in range(20)]
    for maker in makers[:-1]:
        ahead.prepare(maker, want("first", "last"))
    ahead._settle = 0.01  # however long this thread was held up, none has stood until now
    ahead.prepare(makers[-1], want("first", "last"))
    assert makers[-1].done.wait(SOON)
    ahead.close()
    assert [maker.made for maker in makers[:-1]] == [[]] * 19


def test_nothing_is_made_after_stop(ahead: Ahead) -> None:
    maker = Maker("one")
    ahead.stop()
    ahead.prepare(maker, want("one"))
    assert maker.done.wait(SOON)
    ahead.stop()
    ahead.close()
    assert maker.made == ["one"]


def test_the_first_lines_are_those_that_the_sit_begins_with() -> None:
    exercise = load_library(EXERCISES).find("breath")
    choice = Choice(exercise=exercise, minutes=10, seed=5, voice="test:plain")
    timeline = plan(compose(exercise, Answers(), 10, seed=5), estimated)
    assert [line.text for line in first_lines(choice)] == [
        cue.text for cue in timeline.spoken[:LINES]
    ]


def test_what_there_is_time_for_comes_after_the_lines(ahead: Ahead) -> None:
    maker = Maker("line")
    made: list[str] = []
    done = threading.Event()

    def last() -> None:
        made.append("last")
        done.set()

    spare = [lambda: made.append(" ".join(maker.made)), last]
    ahead.prepare(maker, want("another", "line"), spare)
    assert done.wait(SOON)
    assert made == ["another line", "last"]


def test_a_new_choice_and_a_stop_come_before_it(rested: threading.Event) -> None:
    ahead = Ahead(rested.set, settle=0.01, linger=0.02, idle=60)
    maker, made = Maker("one"), [0]
    ahead.prepare(maker, want("one"), [lambda: made.append(1)])
    assert maker.done.wait(SOON)
    other = Maker("two")
    ahead.prepare(other, want("two"), [lambda: made.append(2)])
    assert other.done.wait(SOON)
    ahead.stop()
    assert rested.wait(SOON)
    ahead.close()
    assert made == [0]


def test_a_voice_that_fails_is_left_alone(ahead: Ahead, rested: threading.Event) -> None:
    made: list[int] = []

    def fail() -> None:
        raise VoiceTrouble("voice-hung", engine="test")

    ahead.prepare(Maker("one"), want("one"), [fail, lambda: made.append(1)])
    assert rested.wait(SOON)
    assert made == []
