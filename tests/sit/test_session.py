"""A session against the real playback without a device, a clock of our own, and a real log."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.audio.errors import SoundTrouble
from mindful.audio.output import Device
from mindful.audio.playback import Playback
from mindful.audio.rack import SoundRack
from mindful.exercises.answers import Answers
from mindful.exercises.bridges import load_bridges
from mindful.exercises.library import load_library
from mindful.exercises.live import Change, longest_minutes
from mindful.exercises.timeline import RATE, Cue, Timeline
from mindful.log.desk import LogDesk
from mindful.log.errors import LogTrouble
from mindful.log.records import Ended, NewSit
from mindful.sit import events as e
from mindful.sit.choice import Choice
from mindful.sit.composing import composed
from mindful.sit.course import Course
from mindful.sit.lines import Lines
from mindful.sit.player import Status
from mindful.sit.record import Record
from mindful.sit.scoring import Scoring
from mindful.sit.session import Session
from mindful.sit.sleep import never
from mindful.voice.errors import VoiceTrouble

ASSETS = Path(__file__).parents[2] / "assets" / "exercises" / "en"
BRIDGES = load_bridges(ASSETS.parents[1] / "bridges.toml")
TIMEOUT = 20.0


class Watcher:
    """A listener that can be waited on."""

    def __init__(self) -> None:
        self.told: list[tuple[str, object]] = []
        self._changed = threading.Condition()

    def _tell(self, name: str, what: object) -> None:
        with self._changed:
            self.told.append((name, what))
            self._changed.notify_all()

    def wait_for(self, name: str, what: object = ...) -> None:
        """Wait until something was told."""
        with self._changed:
            assert self._changed.wait_for(
                lambda: any(n == name and what in (..., w) for n, w in self.told), TIMEOUT
            ), (name, what, self.told[-5:])

    def wait_for_more(self) -> None:
        """Wait until anything more is told, for a second at most: the sit may be over."""
        with self._changed:
            seen = len(self.told)
            self._changed.wait_for(lambda: len(self.told) > seen, 1)

    def all(self, name: str) -> list[object]:
        """Everything told under a name."""
        with self._changed:
            return [what for told, what in self.told if told == name]

    def planned(self, timeline: Timeline) -> None:
        self._tell("planned", timeline)

    def status(self, status: Status) -> None:
        self._tell("status", status)

    def reached(self, frame: int) -> None:
        self._tell("reached", frame)

    def caption(self, cue: Cue | None) -> None:
        self._tell("caption", None if cue is None else cue.text)

    def phase(self, name: str) -> None:
        self._tell("phase", name)

    def bell(self, cue: Cue) -> None:
        self._tell("bell", cue.start)

    def breath(self, cue: Cue) -> None:
        self._tell("breath", cue.start)

    def writing(self, cue: Cue | None) -> None:
        self._tell("writing", cue)

    def changed(self, change: Change) -> None:
        self._tell("changed", change)

    def notice(self, code: str, seconds: float = 0.0) -> None:
        self._tell("notice", (code, seconds) if seconds else code)

    def finished(self, ended: Ended, seconds: float) -> None:
        self._tell("finished", (ended, seconds))


class Clock:
    """Monotonic seconds that pass when told to, and as they really do in between."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._ahead

    def leap(self, seconds: float) -> None:
        """Let time pass."""
        self._ahead += seconds


def no_device() -> Device:
    raise SoundTrouble("no-sound-device", reason="none in this test")


def spoken(text: str, *, private: bool, wanted: Callable[[], bool] | None = None) -> Samples:
    """A line twice as long as it is estimated: half a second a word, in silence."""
    if "stop at any time" in text:
        raise VoiceTrouble("voice-silent", engine="none")
    return np.zeros(len(text.split()) * RATE // 2 + int(private), np.float32)


class Stage:
    """A sit of the timer or of sit-with-it, ready to begin."""

    def __init__(
        self,
        folder: Path,
        exercise: str,
        minutes: int,
        *,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        slept: Callable[[], float] = never,
    ) -> None:
        self.clock, self.watcher = Clock(), Watcher()
        found = load_library(ASSETS).find(exercise)
        choice = Choice(exercise=found, minutes=minutes)
        lines = Lines(spoken)
        self.desk = LogDesk(folder / "log.db", wall)
        self.failed: list[LogTrouble] = []
        new = NewSit(exercise=exercise, title="T", language="en", app_version="0", minutes=minutes)
        record = Record(self.desk, new, wall, self.failed.append)
        self.session = Session(
            Course(
                lambda version, spoken: composed(choice, version, spoken),
                Answers(),
                longest=longest_minutes(found),
                bridges=BRIDGES,
            ),
            mix=Scoring(choice, SoundRack(), lines),
            sound=Playback(no_device, self.clock),
            lines=lines,
            record=record,
            awake=nullcontext,
            listener=self.watcher,
            slept=slept,
        )

    def close(self) -> None:
        self.session.close()
        self.desk.close()


@pytest.fixture
def timer(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path, "timer", 2)
    yield stage
    stage.close()


@pytest.fixture
def feeling(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path, "sit-with-it", 5)
    yield stage
    stage.close()


def test_without_a_device_the_sit_runs_on_captions_and_says_so(feeling: Stage) -> None:
    feeling.session.begin()
    feeling.watcher.wait_for("notice", "sound-stopped")
    for _ in range(31):
        feeling.clock.leap(10)
        feeling.watcher.wait_for_more()
    feeling.watcher.wait_for("finished", (Ended.FINISHED, 300.0))
    captions = [text for text in feeling.watcher.all("caption") if text]
    assert len(captions) == len(set(captions)) > 10
    kept = feeling.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert (kept.ended, kept.sat_seconds) == (Ended.FINISHED, 300.0)
    cues = feeling.desk.submit(lambda log: log.history.cues(kept.id)).result()
    assert [cue.text for cue in cues] == captions


def test_lines_as_they_are_made_move_what_is_to_come_and_never_what_was(feeling: Stage) -> None:
    feeling.session.begin()
    feeling.watcher.wait_for("status", Status.PLAYING)
    feeling.clock.leap(20)
    feeling.watcher.wait_for("caption")
    plans = feeling.watcher.all("planned")
    assert plans
    for plan in plans:
        assert isinstance(plan, Timeline)
        assert plan.bells[-1].start == plan.frames
        said = plan.spoken
        assert all(a.end <= b.start for a, b in itertools.pairwise(said))


def test_a_pause_stands_still_in_the_log_too(timer: Stage) -> None:
    timer.session.begin()
    timer.watcher.wait_for("status", Status.PLAYING)
    timer.clock.leap(70)
    timer.watcher.wait_for("caption")
    timer.session.tell(e.PausePressed())
    timer.watcher.wait_for("status", Status.PAUSED)
    timer.clock.leap(600)
    timer.session.tell(e.EndAsked())
    timer.watcher.wait_for("status", Status.ASKING)
    timer.session.tell(e.EndConfirmed())
    timer.watcher.wait_for("finished")
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.ended is Ended.EARLY
    assert 60 <= kept.sat_seconds < 110


def test_closing_ends_the_sit_early_and_keeps_it(timer: Stage) -> None:
    timer.session.begin()
    timer.watcher.wait_for("status", Status.PLAYING)
    timer.clock.leap(30)
    timer.watcher.wait_for("caption")
    timer.session.close()
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.ended is Ended.EARLY
    assert not timer.failed


def test_ground_me_counts_and_comes_back(timer: Stage) -> None:
    timer.session.begin()
    timer.watcher.wait_for("status", Status.PLAYING)
    timer.session.tell(e.GroundingBegun())
    timer.watcher.wait_for("status", Status.GROUNDING)
    timer.session.tell(e.GroundingEnded())
    timer.clock.leap(1)
    timer.session.close()
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.groundings == 1


def test_a_log_that_cannot_be_written_never_stops_the_sit(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    stage = Stage(tmp_path / "file", "timer", 1)
    try:
        stage.session.begin()
        stage.watcher.wait_for("status", Status.PLAYING)
        stage.clock.leap(61)
        stage.watcher.wait_for("finished", (Ended.FINISHED, 60.0))
    finally:
        stage.close()
    assert len(stage.failed) == 1


def test_a_mistake_of_ours_keeps_what_was_sat(
    timer: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_value))
    timer.session.begin()
    timer.watcher.wait_for("status", Status.PLAYING)
    timer.clock.leap(70)
    while timer.session.player.frame < 70 * RATE:
        timer.watcher.wait_for_more()

    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(timer.session, "_look", broken)
    timer.watcher.wait_for("finished")
    assert timer.session.wait(TIMEOUT)
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.ended is Ended.INTERRUPTED
    assert kept.sat_seconds >= 70
    assert [type(error) for error in reported] == [ZeroDivisionError]
