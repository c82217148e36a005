"""A sit as long as one can be: a clock that is told to go on, the real mixer, a card that listens.

Run as a process of its own, so that its memory is its own:
``python -m scripts.lib.torture_endurance FOLDER MINUTES``.
"""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

import msgspec

from mindful.audio.frames import to_16_bit
from mindful.audio.output import FRAME_BYTES, Take
from mindful.audio.playback import Playback
from mindful.audio.rack import SoundRack
from mindful.audio.timing import AHEAD, LEAD_IN
from mindful.exercises.answers import Answers
from mindful.exercises.compose import compose
from mindful.exercises.library import load_library
from mindful.exercises.script import Bells
from mindful.exercises.timeline import RATE, Timeline
from mindful.log.desk import LogDesk
from mindful.log.records import Ended, NewSit
from mindful.sit import events as e
from mindful.sit.choice import SILENT, Choice
from mindful.sit.course import Course
from mindful.sit.record import Record
from mindful.sit.scoring import Scoring
from mindful.sit.session import Session
from scripts.lib.torture_row import Bench, Row
from tests.log.aids import ROOT, utc_now
from tests.whole.quiet_listener import QuietListener

BLOCK = RATE // 2
FLAT = 5_000_000
"""Bytes by which memory may grow from a tenth of the sit to its end."""
RECENT = 40 * BLOCK
"""Frames kept whatever is in them: the closing strikes are among the last."""
BELLS = Bells(opening=1, closing=3, spacing=4.0, every=5)


class Outcome(msgspec.Struct):
    """Bells, the frames of those that were not to the bit, bytes grown, seconds kept, planned."""

    bells: int
    wrong: list[int]
    grown: int
    sat: float
    planned: float


class Card:
    """A device that asks when told to; of what it got it keeps the last blocks, and of each
    interval bell's first block a digest."""

    name = "a card in a test"

    def __init__(self) -> None:
        self.frame = -LEAD_IN
        self.recent: dict[int, bytes] = {}
        self.struck: dict[int, bytes] = {}
        self.started = threading.Event()
        self._take: Take | None = None

    def start(self, take: Take) -> None:
        self._take = take
        self.ask()
        self.ask()
        self.started.set()

    def ask(self) -> None:
        assert self._take is not None
        block = self._take(BLOCK)
        into = -self.frame % (BELLS.every * 60 * RATE)
        if into < BLOCK:
            self.struck[self.frame + into] = digest(block[into * FRAME_BYTES :])
        self.recent[self.frame] = block
        self.recent.pop(self.frame - RECENT, None)
        self.frame += BLOCK

    def from_bell(self, start: int) -> tuple[bytes, int]:
        """Digest of what was got from a bell to the end of its block, and how many frames."""
        first = (start + LEAD_IN) // BLOCK * BLOCK - LEAD_IN
        frames = first + BLOCK - start
        if start in self.struck:
            return self.struck[start], frames
        return digest(self.recent.get(first, b"")[(start - first) * FRAME_BYTES :]), frames

    def close(self) -> None:
        """Nothing is open."""


def digest(block: bytes) -> bytes:
    """What tells blocks apart in little room."""
    return hashlib.sha256(block).digest()


class Watcher(QuietListener):
    """Remembers the plan and the end."""

    timeline: Timeline
    ended: Ended
    sat = 0.0

    def __init__(self) -> None:
        self.over = threading.Event()

    def planned(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def finished(self, ended: Ended, seconds: float) -> None:
        self.sat, self.ended = seconds, ended
        self.over.set()


@patch("mindful.audio.playback.PUMP_SECONDS", 0.001)  # the clock passes faster, too
def sit(folder: Path, minutes: int) -> Outcome:
    """Sit so many minutes, end, and look at what was heard.

    Ambience is a matter of position alone, and costs most: sits of an hour and more do without.
    """
    seconds = [1000.0]
    exercise = load_library(ROOT / "assets" / "exercises" / "en").find("timer")
    card, watcher = Card(), Watcher()
    playback = Playback(lambda: card, lambda: seconds[0])
    desk = LogDesk(folder / "log.db", utc_now)
    choice = Choice(
        exercise=exercise,
        minutes=10,
        ambience="brown" if minutes < 60 else SILENT,
        bell="wood-block",
    )
    new = NewSit(exercise="timer", title="T", language="en", app_version="0")
    session = Session(
        Course(
            lambda version, spoken: compose(
                exercise, version.answers, 10, spoken=spoken, bells=BELLS
            ),
            Answers(),
            closing=BELLS.closing,
        ),
        mix=Scoring(choice, SoundRack(), None),
        sound=playback,
        lines=None,
        record=Record(desk, new, utc_now, lambda _: None),
        awake=nullcontext,
        listener=watcher,
    )
    session.begin()
    card.started.wait()

    def go_on(until: Callable[[], bool]) -> None:
        while not until():
            seconds[0] += BLOCK / RATE
            while playback.rendered() < card.frame + AHEAD and not watcher.over.is_set():
                time.sleep(0.0002)
            card.ask()

    go_on(lambda: card.frame >= minutes * 6 * RATE)
    early = _memory()
    go_on(lambda: card.frame >= minutes * 60 * RATE)
    late = _memory()
    session.tell(e.EndConfirmed())
    go_on(watcher.over.is_set)
    session.leave()
    session.wait()
    desk.close()
    return _outcome(watcher, card, Scoring(choice, SoundRack(), None), late - early)


def _outcome(watcher: Watcher, card: Card, mix: Scoring, grown: int) -> Outcome:
    """Each bell's first block against a mix made anew for it alone."""
    fresh = mix(watcher.timeline)
    wrong = []
    for cue in watcher.timeline.bells:
        heard, frames = card.from_bell(cue.start)
        if heard != digest(to_16_bit(fresh.render(cue.start, frames))):
            wrong.append(cue.start)
    planned = watcher.timeline.frames / RATE
    return Outcome(len(watcher.timeline.bells), wrong, grown, watcher.sat, planned)


def _memory() -> int:
    """Bytes of memory in use, https://man7.org/linux/man-pages/man5/proc.5.html (statm)."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def longest_sit(bench: Bench) -> Row:
    """Eight hours; the short form: a quarter of an hour."""
    minutes = bench.times(8 * 60 - 1, 16)
    row = Row(f"bells of a sit of {minutes} minutes, its clock simulated")
    told = subprocess.run(
        [sys.executable, "-m", "scripts.lib.torture_endurance", str(bench.folder), str(minutes)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    outcome = msgspec.json.decode(told, type=Outcome)
    for number in range(outcome.bells):
        wrong = outcome.wrong[number : number + 1]
        row.add(f"the bell at frame {wrong[0]}" if wrong else None)
    if outcome.grown > FLAT or outcome.sat != outcome.planned:
        row.survived = 0
        row.wrong.append(f"{outcome}")
    row.seen = f"every sample as planned; memory grew by {outcome.grown / 1e6:.1f} MB"
    return row


FAULTS: dict[str, Callable[[Bench], Row]] = {"long": longest_sit}

if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(sit(Path(sys.argv[1]), int(sys.argv[2]))))
