"""Sleep of the computer: seen by two clocks, over thousands of days that never were."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.sit import events as e
from mindful.sit.player import Player, Status, advance
from mindful.sit.sleep import LEAST_SECONDS, READ_SECONDS, SleepWatch

SCHEDULES = 3_000


class Computer:
    """Two clocks, and reads of them that may be held up."""

    def __init__(self, chance: random.Random | None = None) -> None:
        self.awake = 100.0
        self.passing = 5_000.0
        self._chance = chance

    def run(self, seconds: float) -> None:
        self.awake += seconds
        self.passing += seconds

    def sleep(self, seconds: float) -> None:
        self.passing += seconds

    def read_awake(self) -> float:
        self._hold_up()
        return self.awake

    def read_passing(self) -> float:
        self._hold_up()
        return self.passing

    def _hold_up(self) -> None:
        """Another program has the processor: usually for nothing, now and then for seconds."""
        if self._chance is not None:
            rare = self._chance.random() < 0.002
            self.run(self._chance.uniform(0, 4) if rare else self._chance.uniform(0, 1e-4))


def test_sleep_is_told_once_and_for_how_long() -> None:
    computer = Computer()
    watch = SleepWatch(computer.read_awake, computer.read_passing)
    computer.run(1)
    assert watch() == 0
    computer.sleep(720)
    assert watch() == pytest.approx(720)
    assert watch() == 0


def test_drift_and_naps_add_up_to_nothing() -> None:
    computer = Computer()
    watch = SleepWatch(computer.read_awake, computer.read_passing)
    for _ in range(1_000):
        computer.run(0.05)
        computer.sleep(LEAST_SECONDS / 2)
        assert watch() == 0


def test_a_read_that_is_held_up_is_no_sleep() -> None:
    computer = Computer()
    held = iter((True, False))

    def read_passing() -> float:
        if next(held, False):
            computer.run(60)
        return computer.passing

    watch = SleepWatch(computer.read_awake, computer.read_passing)
    watch._passing = read_passing
    assert watch() == 0


@dataclass
class Told:
    """What a person saw and heard of one sit."""

    sleeps: list[float] = field(default_factory=list)
    bells: list[int] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)
    finished: float | None = None


def a_timeline(chance: random.Random) -> Timeline:
    frames = chance.randrange(2, 40) * 60 * RATE
    starts = sorted({0, *(chance.randrange(1, frames) for _ in range(6)), frames})
    cues = [Cue(kind=CueKind.BELL, phase="", start=at, end=at) for at in starts]
    return Timeline(exercise="timer", minutes=1, frames=frames, cues=tuple(cues), phases=())


class Sat:
    """A sit on a computer that sleeps as chance will have it."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.computer = Computer(chance)
        self.player = Player(timeline=a_timeline(chance))
        self.watch = SleepWatch(self.computer.read_awake, self.computer.read_passing)
        self.told = Told()
        self.playing_since: float | None = None
        self.stood_at = 0.0
        self.slept: list[float] = []

    def frame(self) -> int:
        """As the sound card counts: it stands still in pauses and in sleep."""
        since = self.playing_since
        return int((self.stood_at + (self.computer.awake - since if since else 0)) * RATE)

    def take(self, event: e.Event) -> None:
        self.player, effects = advance(self.player, event)
        for effect in effects:
            match effect:
                case e.StartSound() | e.ResumeSound():
                    self.playing_since = self.computer.awake
                case e.HaltSound() | e.PauseSound():
                    self.stood_at, self.playing_since = self.frame() / RATE, None
                case e.TellSleep(seconds=seconds):
                    self.told.sleeps.append(seconds)
                case e.RingBell(cue=cue):
                    self.told.bells.append(cue.start)
                case e.KeepSat(seconds=seconds):
                    self.told.kept.append(seconds)
                case e.Finish(seconds=seconds):
                    self.told.finished = seconds

    def look(self) -> None:
        """One turn of the session's thread."""
        if slept := self.watch():
            self.take(e.Slept(slept))
        if self.player.status is Status.PLAYING:
            self.take(e.Reached(self.frame()))

    def sit(self) -> None:
        self.take(e.Begun())
        while self.player.status is not Status.ENDED:
            self.computer.run(self.chance.uniform(0.5, 20))
            self.look()
            if self.chance.random() < 0.05:
                self.sleep(self.chance.choice((0.3, 5, 60, 720, 30_000)))

    def sleep(self, seconds: float) -> None:
        playing = self.player.status is Status.PLAYING
        before = len(self.told.bells)
        self.computer.sleep(seconds)
        self.look()
        if playing and self.player.status is not Status.ENDED and seconds >= LEAST_SECONDS:
            self.slept.append(seconds)
            assert self.player.status is Status.PAUSED
            assert len(self.told.bells) == before, "a bell was told that nobody could hear"
            self.computer.run(self.chance.uniform(0, 3_000))
            self.look()
            self.take(e.PausePressed())


@pytest.mark.parametrize("part", range(3))
def test_over_thousands_of_schedules_only_time_sat_counts(part: int) -> None:
    for seed in range(part, SCHEDULES, 3):
        sat = Sat(random.Random(seed))
        sat.sit()
        timeline, told = sat.player.timeline, sat.told
        assert told.sleeps == pytest.approx(sat.slept, abs=READ_SECONDS), seed
        assert told.bells == [cue.start for cue in timeline.cues], seed
        assert told.finished == timeline.frames / RATE, seed
        assert told.kept == sorted(told.kept), seed


@pytest.mark.parametrize("status", [Status.PAUSED, Status.ASKING, Status.GROUNDING])
def test_a_sit_that_stands_still_stays_as_it_is(status: Status) -> None:
    player = Player(timeline=a_timeline(random.Random(1)), status=status)
    assert advance(player, e.Slept(60.0)) == (player, ())
