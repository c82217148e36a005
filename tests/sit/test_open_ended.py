"""A sit without a length: bells go on, the person ends it, and it is finished then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.audio.playback import Playback
from mindful.audio.rack import SoundRack
from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.library import load_library
from mindful.exercises.live import Change
from mindful.exercises.plan import estimated, plan
from mindful.exercises.script import Bells, Script
from mindful.exercises.timeline import RATE, CueKind, Timeline
from mindful.log.desk import LogDesk
from mindful.log.records import Ended, NewSit
from mindful.sit import events as e
from mindful.sit.choice import Choice
from mindful.sit.course import Course
from mindful.sit.open_ended import LONGEST_MINUTES, can_be_open, concluded, opened
from mindful.sit.player import Status
from mindful.sit.record import Record
from mindful.sit.scoring import Scoring
from mindful.sit.session import Session
from tests.sit.test_session import ASSETS, Clock, Watcher, no_device

TIMER = load_library(ASSETS).find("timer")
BELLS = Bells(opening=1, closing=3, spacing=4.0, every=5)


def script() -> Script:
    return opened(compose(TIMER, Answers(), 10, bells=BELLS))


def test_only_a_timer_can_be_open() -> None:
    library = load_library(ASSETS)
    assert {each.id for each in library.exercises if can_be_open(each)} == {"timer"}


def test_it_lasts_as_long_as_anyone_sits_and_its_bells_go_on() -> None:
    timeline = plan(script(), estimated)
    assert timeline.frames == LONGEST_MINUTES * 60 * RATE
    assert timeline.cues[-1].kind is CueKind.END
    assert [bell.start // (60 * RATE) for bell in timeline.bells] == list(range(0, 480, 5))
    every_minute = opened(compose(TIMER, Answers(), 10, bells=Bells(every=1)))
    assert len(plan(every_minute, estimated).cues) < 500, "its memory stays flat"


@given(now=st.integers(RATE, LONGEST_MINUTES * 60 * RATE - 1))
def test_ending_it_strikes_at_that_moment_and_moves_nothing_played(now: int) -> None:
    before = plan(script(), estimated)
    ended = plan(concluded(script(), before, now, 3), estimated, held=before, now=now)
    last = ended.bells[-1]
    assert (last.start, last.strikes, last.soft) == (ended.frames, 3, False)
    line = before.spoken[0]
    assert ended.frames == (line.end if line.start < now < line.end else now)
    played = [cue for cue in before.cues if cue.start < now]
    assert list(ended.cues[: len(played)]) == played


class Open:
    """An open-ended sit, ready to begin."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.watcher = Clock(), Watcher()
        self.desk = LogDesk(folder / "log.db", lambda: datetime.now(UTC))
        new = NewSit(exercise="timer", title="T", language="en", app_version="0")
        self.session = Session(
            Course(
                lambda version, spoken: compose(
                    TIMER, version.answers, 10, spoken=spoken, bells=BELLS
                ),
                Answers(),
                closing=3,
            ),
            mix=Scoring(Choice(exercise=TIMER, minutes=10), SoundRack(), None),
            sound=Playback(no_device, self.clock),
            lines=None,
            record=Record(self.desk, new, lambda: datetime.now(UTC), lambda _: None),
            awake=nullcontext,
            listener=self.watcher,
        )

    def sit(self, seconds: float) -> None:
        """Begin, and let time pass."""
        self.session.begin()
        self.watcher.wait_for("status", Status.PLAYING)
        self.clock.leap(seconds)
        self.watcher.wait_for("bell", 5 * 60 * RATE)

    def kept(self) -> tuple[Ended | None, int | None, float]:
        last = self.desk.submit(lambda log: log.history.last()).result()
        assert last is not None
        return last.ended, last.planned_seconds, last.sat_seconds


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Open]:
    stage = Open(tmp_path)
    yield stage
    stage.session.close()
    stage.desk.close()


@pytest.mark.parametrize("asked", [True, False])
def test_the_person_ends_it_with_a_bell_and_it_is_finished(stage: Open, asked: bool) -> None:
    stage.sit(6 * 60)
    if asked:
        stage.session.tell(e.EndAsked())
        stage.watcher.wait_for("status", Status.ASKING)
    plans, turns = len(stage.watcher.all("planned")), len(stage.watcher.all("status"))
    stage.session.tell(e.EndConfirmed())
    stage.watcher.wait_for_another("planned", plans)
    if asked:
        stage.watcher.wait_for_another("status", turns)  # its sound goes on
    stage.clock.leap(10)
    stage.watcher.wait_for("finished")
    timeline = stage.watcher.all("planned")[-1]
    assert isinstance(timeline, Timeline)
    assert stage.watcher.all("bell")[-1] == timeline.frames
    assert timeline.bells[-1].strikes == 3
    ended, planned, sat = stage.kept()
    assert (ended, planned) == (Ended.FINISHED, None)
    assert 360 <= sat < 400


def test_it_is_grounded_changed_and_finished_with_its_bell(stage: Open) -> None:
    """Ground me and back; two minutes more asked for, and the strikes come on their frame."""
    stage.sit(6 * 60)
    stage.session.tell(e.GroundingBegun())
    stage.watcher.wait_for("status", Status.GROUNDING)
    stage.clock.leap(90)
    stage.session.tell(e.GroundingEnded())
    stage.watcher.wait_for("status", Status.PLAYING)
    stage.session.tell(e.Asked(Change.FINISH, 0))
    stage.watcher.wait_for("changed", Change.FINISH)
    end = stage.session.timeline.frames
    assert 8 * 60 * RATE <= end < 8.5 * 60 * RATE, "what was grounded is not sat"
    stage.clock.leap(3 * 60)
    stage.watcher.wait_for("finished")
    assert stage.watcher.all("bell")[-1] == end
    ended, planned, sat = stage.kept()
    assert (ended, planned) == (Ended.FINISHED, None)
    assert sat == pytest.approx(end / RATE, abs=0.1)


def test_closing_the_app_ends_it_at_once(stage: Open) -> None:
    stage.sit(6 * 60)
    stage.session.close()
    assert stage.kept()[0] is Ended.FINISHED
    assert stage.watcher.all("bell")[-1] == 5 * 60 * RATE, "no closing strike"
