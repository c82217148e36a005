"""A session against the real playback without a device, a clock of our own, and a real log."""

from __future__ import annotations

import itertools
import threading
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
TIMEOUT = 60.0

FRAMES_LOST = 100
"""Frames by which a sit may follow the clock less, as it counts whole frames."""


class Watcher:
    """A listener that can be waited on."""

    def __init__(self) -> None:
        self.told: list[tuple[str, object]] = []
        self.frame = 0
        self._changed = threading.Condition()

    def _tell(self, name: str, what: object) -> None:
        with self._changed:
            self.told.append((name, what))
            self._changed.notify_all()

    def wait_for(self, name: str, what: object = ...) -> None:
        """Wait until something was told."""
        self.wait_until(lambda: any(n == name and what in (..., w) for n, w in self.told))

    def wait_for_another(self, name: str, before: int) -> None:
        """Wait until more than `before` were told under a name."""
        self.wait_until(lambda: sum(n == name for n, _ in self.told) > before)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; looked at again whenever something is told."""
        with self._changed:
            assert self._changed.wait_for(holds, TIMEOUT), self.told[-5:]

    def all(self, name: str) -> list[object]:
        """Everything told under a name."""
        with self._changed:
            return [what for told, what in self.told if told == name]

    def planned(self, timeline: Timeline) -> None:
        self._tell("planned", timeline)

    def status(self, status: Status) -> None:
        self._tell("status", status)

    def reached(self, frame: int) -> None:
        self.frame = frame
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
    """Monotonic seconds that pass when told to, and not while a thread stands still."""

    def __init__(self) -> None:
        self._seconds = 1000.0

    def __call__(self) -> float:
        return self._seconds

    def leap(self, seconds: float) -> None:
        """Let time pass."""
        self._seconds += seconds


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

    def begin(self) -> None:
        """Begin, and wait until it plays."""
        self.session.begin()
        self.watcher.wait_for("status", Status.PLAYING)

    def tell(self, event: e.Event) -> None:
        """Tell the sit something that changes its status, and wait until it has."""
        before = len(self.watcher.all("status"))
        self.session.tell(event)
        self.watcher.wait_for_another("status", before)

    def play(self, seconds: float) -> None:
        """Let time pass, and wait until the sit has followed it, or is over.

        Only what is told next knows of the time that has passed: a sit that is told something
        before it has looked at the clock would take the one before the other, or not.
        """
        watcher = self.watcher
        at = self.session.player.frame + round(seconds * RATE) - FRAMES_LOST
        self.clock.leap(seconds)
        watcher.wait_until(lambda: watcher.frame >= at or bool(watcher.all("finished")))

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
        feeling.play(10)
    feeling.watcher.wait_for("finished", (Ended.FINISHED, 300.0))
    captions = [text for text in feeling.watcher.all("caption") if text]
    assert len(captions) == len(set(captions)) > 10
    kept = feeling.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert (kept.ended, kept.sat_seconds) == (Ended.FINISHED, 300.0)
    cues = feeling.desk.submit(lambda log: log.history.cues(kept.id)).result()
    assert [cue.text for cue in cues] == captions


def test_lines_as_they_are_made_move_what_is_to_come_and_never_what_was(feeling: Stage) -> None:
    feeling.begin()
    feeling.play(20)
    feeling.watcher.wait_for("caption")
    plans = feeling.watcher.all("planned")
    assert plans
    for plan in plans:
        assert isinstance(plan, Timeline)
        assert plan.bells[-1].start == plan.frames
        said = plan.spoken
        assert all(a.end <= b.start for a, b in itertools.pairwise(said))


def test_a_pause_stands_still_in_the_log_too(timer: Stage) -> None:
    timer.begin()
    timer.play(70)
    timer.tell(e.PausePressed())
    timer.clock.leap(600)
    timer.tell(e.EndAsked())
    timer.session.tell(e.EndConfirmed())
    timer.watcher.wait_for("finished")
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.ended is Ended.EARLY
    assert kept.sat_seconds == pytest.approx(70, abs=0.1)


def test_closing_ends_the_sit_early_and_keeps_it(timer: Stage) -> None:
    timer.begin()
    timer.play(30)
    timer.session.close()
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.ended is Ended.EARLY
    assert not timer.failed


def test_ground_me_counts_and_comes_back(timer: Stage) -> None:
    timer.begin()
    timer.tell(e.GroundingBegun())
    timer.tell(e.GroundingEnded())
    timer.play(1)
    timer.session.close()
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.groundings == 1


def test_a_log_that_cannot_be_written_never_stops_the_sit(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    stage = Stage(tmp_path / "file", "timer", 1)
    try:
        stage.begin()
        stage.play(61)
        stage.watcher.wait_for("finished", (Ended.FINISHED, 60.0))
    finally:
        stage.close()
    assert len(stage.failed) == 1


def test_a_mistake_of_ours_keeps_what_was_sat(
    timer: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_value))
    timer.begin()
    timer.play(70)

    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(timer.session, "_look", broken)
    timer.watcher.wait_for("finished")
    assert timer.session.wait(TIMEOUT)
    kept = timer.desk.submit(lambda log: log.history.last()).result()
    assert kept is not None
    assert kept.ended is Ended.INTERRUPTED
    assert kept.sat_seconds == pytest.approx(70, abs=0.1)
    assert [type(error) for error in reported] == [ZeroDivisionError]
