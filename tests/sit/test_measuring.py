"""A sit measured: bells against the clock, gaps, lines that waited for their voice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from mindful.audio.clip import Samples
from mindful.exercises.timeline import RATE, Cue, CueKind, Timeline
from mindful.log.records import Ended
from mindful.sit.lines import Lines, Wanted
from mindful.sit.measuring import Measure, Measured, Strike
from mindful.sit.player import Status
from tests.whole.quiet_listener import QuietListener


class Sound:
    """A clock, and a sound that can fall behind it."""

    def __init__(self) -> None:
        self.seconds = 500.0
        self.frame = 0
        self.missing = 0

    def now(self) -> float:
        return self.seconds

    def position(self) -> int:
        return self.frame

    def play(self, seconds: float, *, stalled: float = 0.0) -> None:
        self.seconds += seconds + stalled
        self.frame += round(seconds * RATE)


def bell(at: float) -> Cue:
    return Cue(kind=CueKind.BELL, phase="", start=round(at * RATE), end=round(at * RATE))


def line(text: str, at: float) -> Cue:
    start = round(at * RATE)
    return Cue(kind=CueKind.SAY, phase="", start=start, end=start + RATE, text=text)


def plan(*cues: Cue) -> Timeline:
    return Timeline(exercise="timer", minutes=1, frames=60 * RATE, cues=cues, phases=())


class Desk:
    def __init__(self, lines: Lines | None = None) -> None:
        self.sound = Sound()
        self.kept: list[Measure] = []
        self.measured = Measured(
            QuietListener(),
            sound=self.sound,
            lines=lines,
            voice="kokoro",
            now=self.sound.now,
            keep=self.kept.append,
        )

    def finish(self) -> Measure:
        self.measured.finished(Ended.FINISHED, 60.0)
        return self.kept[0]


def test_a_bell_that_is_late_is_measured_and_a_pause_is_not() -> None:
    desk = Desk()
    measured, sound = desk.measured, desk.sound
    measured.planned(plan(bell(0), bell(10), bell(30)))
    measured.status(Status.PLAYING)
    measured.bell(bell(0))
    measured.reached(0)
    sound.play(10)
    measured.reached(sound.frame)
    measured.bell(bell(10))
    measured.status(Status.PAUSED)
    sound.seconds += 600
    measured.status(Status.PLAYING)
    measured.reached(sound.frame)
    sound.play(20, stalled=0.25)
    measured.reached(sound.frame)
    measured.bell(bell(30))
    strikes = desk.finish().strikes
    assert strikes == (
        Strike(0, 0),
        Strike(10 * RATE, 10 * RATE),
        Strike(30 * RATE, round(30.25 * RATE)),
    )
    assert strikes[2].error == 0.25


def test_lateness_before_a_pause_is_still_there_after_it() -> None:
    desk = Desk()
    measured, sound = desk.measured, desk.sound
    measured.reached(0)
    sound.play(5, stalled=0.5)
    measured.reached(sound.frame)
    measured.status(Status.PAUSED)
    sound.seconds += 60
    measured.reached(sound.frame)
    measured.bell(bell(5))
    assert desk.finish().strikes[0].error == pytest.approx(0.5)


def test_outages_and_gaps_are_counted() -> None:
    desk = Desk()
    desk.measured.notice("sound-stopped")
    desk.sound.play(3)
    desk.measured.notice("sound-stopped")
    desk.measured.notice("sound-back")
    desk.measured.notice("sound-stopped")
    desk.sound.play(1.5)
    desk.sound.missing = 480
    kept = desk.finish()
    assert (kept.outages, kept.silent_seconds, kept.missing) == (2, 4.5, 480)


@pytest.fixture
def lines() -> Iterator[Lines]:
    def spoken(text: str, **_: object) -> Samples:
        return np.zeros(RATE, np.float32)

    lines = Lines(spoken)
    yield lines
    lines.close()


def test_a_line_that_waits_for_its_voice_is_late_by_what_it_moved(lines: Lines) -> None:
    desk = Desk(lines)
    measured = desk.measured
    measured.planned(plan(line("One.", 5)))
    measured.planned(plan(line("One.", 6)))
    measured.planned(plan(line("One.", 7.5)))
    measured.caption(line("One.", 7.5))
    lines.want([Wanted("Two.", private=False)])
    assert lines.wait_for(["Two."], 10)
    measured.planned(plan(line("Two.", 20)))
    measured.planned(plan(line("Two.", 25)))  # made already: it moved for another reason
    measured.caption(line("Two.", 25))
    measured.caption(None)
    kept = desk.finish()
    assert (kept.lines, kept.unspoken, kept.late_lines, kept.latest_seconds) == (2, 1, 1, 2.5)
    assert kept.voice == "kokoro"


def test_everything_else_is_passed_on() -> None:
    told: list[str] = []

    class Hearer(QuietListener):
        def phase(self, name: str) -> None:
            told.append(name)

        def breath(self, cue: Cue) -> None:
            told.append("breath")

        def writing(self, cue: Cue | None) -> None:
            told.append("writing")

    sound = Sound()
    measured = Measured(
        Hearer(), sound=sound, lines=None, voice="", now=sound.now, keep=lambda _: None
    )
    measured.phase("Arrive")
    measured.breath(bell(1))
    measured.writing(None)
    measured.caption(line("One.", 2))
    assert told == ["Arrive", "breath", "writing"]
