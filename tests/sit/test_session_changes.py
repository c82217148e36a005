"""Live changes in a session: told at once, planned again, and true to the end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.exercises.live import FINISH, MINUTE, Change
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.records import Ended
from mindful.sit import events as e
from mindful.sit.player import Status
from tests.sit.test_session import Stage

STEPS = 3_000
"""Looks after which a sit that has not come to what is waited for is a failure."""


class Sit:
    """A sit of ten minutes with a feeling, some way in."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        stage.begin()

    @property
    def timeline(self) -> Timeline:
        return self.stage.session.timeline

    @property
    def captions(self) -> list[str]:
        return [str(text) for text in self.stage.watcher.all("caption") if text]

    def play_to(self, frame: int) -> None:
        """Leap on until the sit has come so far."""
        for _ in range(STEPS):
            left = (frame - self.stage.session.player.frame) / RATE
            if left <= 0:
                return
            self.stage.play(min(4.0, left) + 0.01)
        raise AssertionError("the sit stands still")

    def play_into_line(self, number: int) -> Cue:
        """Into a line, or one after it; lines move while they are made."""
        for _ in range(STEPS):
            cue = self.timeline.spoken[number]
            self.play_to(cue.start + RATE // 4)
            frame = self.stage.session.player.frame
            if cue == self.timeline.spoken[number] and frame < cue.end - 2 * RATE:
                return cue
            number += cue.end <= frame + 2 * RATE
        raise AssertionError("no line is being said")

    def ask(self, change: Change, minutes: int = 1) -> None:
        """Ask, and wait until it is told."""
        self.stage.session.tell(e.Asked(change, minutes))
        self.stage.watcher.wait_for("changed", change)

    def finish(self) -> None:
        """To the end, which has to be whole."""
        for _ in range(STEPS):
            if self.stage.watcher.all("finished"):
                break
            self.stage.play(10)
        assert self.stage.watcher.all("finished") == [(Ended.FINISHED, self.timeline.frames / RATE)]
        assert self.timeline.bells[-1].start == self.timeline.frames
        assert self.captions == [cue.text for cue in self.timeline.spoken]
        for one, other in itertools.pairwise(self.timeline.spoken):
            assert one.end <= other.start


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    stage = Stage(tmp_path, "sit-with-it", 10)
    yield Sit(stage)
    stage.close()


@pytest.mark.parametrize("change", list(Change))
def test_every_change_is_told_and_true_to_the_end(sit: Sit, change: Change) -> None:
    sit.play_into_line(9)
    before = sit.timeline
    sit.ask(change, 5)
    length = {
        Change.LONGER: before.frames + 5 * MINUTE,
        Change.STAY: before.frames + MINUTE,
    }.get(change, before.frames)
    if change not in {Change.FINISH, Change.AHEAD}:
        assert sit.timeline.frames == length
    sit.finish()


def test_finishing_takes_two_minutes_and_closes(sit: Sit) -> None:
    sit.play_into_line(9)
    last = sit.timeline.spoken[-1].text
    frame = sit.stage.session.player.frame
    sit.ask(Change.FINISH)
    assert frame + FINISH <= sit.timeline.frames < frame + FINISH + 4 * RATE
    sit.finish()
    assert sit.captions[-1] == last
    assert any("Two minutes are left" in text for text in sit.captions)


def test_a_line_that_gives_way_ends_at_once_and_its_caption_with_it(sit: Sit) -> None:
    cue = sit.play_into_line(9)
    place, frame = sit.timeline.spoken.index(cue), sit.stage.session.player.frame
    told = sit.stage.watcher.told
    seen = len(told)
    sit.ask(Change.GENTLER)
    ended = sit.timeline.spoken[place]
    assert (ended.start, ended.text, ended.whole) == (cue.start, cue.text, cue.end - cue.start)
    assert frame <= ended.end < frame + RATE
    for _ in range(STEPS):
        if any(name == "caption" for name, _what in told[seen:]):
            break
        sit.stage.play(0.1)
    assert next(what for name, what in told[seen:] if name == "caption") is None
    sit.finish()
    assert sit.timeline.spoken[place + 1].line == "gentler/1"


def test_the_last_line_once_more(sit: Sit) -> None:
    sit.play_into_line(3)
    text = sit.captions[-1]
    sit.ask(Change.AGAIN)
    sit.finish()
    assert [one for one, other in itertools.pairwise(sit.captions) if one == other] == [text]


def test_in_a_pause_a_change_waits_with_the_sit(sit: Sit) -> None:
    sit.play_into_line(9)
    sit.stage.tell(e.PausePressed())
    before = sit.timeline.frames
    sit.ask(Change.LONGER, 1)
    assert sit.timeline.frames == before + MINUTE
    assert sit.stage.session.player.status is Status.PAUSED
    sit.stage.tell(e.PausePressed())
    sit.finish()


def test_what_makes_no_sense_changes_nothing(sit: Sit) -> None:
    sit.stage.session.tell(e.Asked(Change.AGAIN))
    sit.stage.tell(e.PausePressed())  # the change is behind us, nothing said
    sit.stage.tell(e.PausePressed())
    sit.play_into_line(1)
    assert not sit.stage.watcher.all("changed")
    sit.finish()


def test_ground_me_and_back_changes_nothing(sit: Sit) -> None:
    sit.play_into_line(9)
    before = sit.timeline
    sit.stage.tell(e.GroundingBegun())
    sit.stage.session.tell(e.Asked(Change.AHEAD))
    sit.stage.tell(e.GroundingEnded())
    sit.finish()
    assert sit.timeline.frames == before.frames
    assert not sit.stage.watcher.all("changed")
