"""What `scripts/bench` measures of changes in mid-sit: how soon they take effect and are heard."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from mindful.audio.playback import Playback
from mindful.exercises.live import TURNS, Change
from mindful.exercises.timeline import RATE, Cue
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit import events as e
from mindful.sit.choice import SILENT, Choice
from mindful.sit.session import Session
from mindful.sitting import new_session
from scripts.lib.bench_row import Row
from tests.whole.conftest import VOICE
from tests.whole.quiet_listener import QuietListener

ASKED = (
    Change.AGAIN,
    Change.LONGER,
    Change.GENTLER,
    Change.STAY,
    Change.QUIETER,
    Change.AHEAD,
    Change.FINISH,
)
"""Each is asked for once a sit, a second into a line, as soon as it is offered."""

PATIENCE = 180.0
"""Seconds after which a change that was never offered is waited for no longer."""

EFFECT, WORDS = 1.0, 6.0
"""Seconds within which a change takes effect, and other words follow."""


@dataclass
class Asked:
    """One change: when it was asked for, and what came of it, in monotonic seconds."""

    change: Change
    at: float
    line: Cue
    left: float
    told: float = 0.0
    ended: float = 0.0
    words: float = 0.0

    @property
    def effect(self) -> float:
        """Seconds until it is told, and where it is a turn until the line is silent."""
        return max(self.told, self.ended if self.change in TURNS else 0.0) - self.at


class _Asking(QuietListener):
    """Asks for the next change a second into each line that is long enough."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.over = threading.Event()
        self.session: Session | None = None
        self._coming = list(ASKED)
        self._line: Cue | None = None

    def caption(self, cue: Cue | None) -> None:
        if cue is None:
            return
        now = time.monotonic()
        waiting = [one for one in self.asked if not one.words]
        for one in waiting:
            one.words = now
        self._line = None if waiting or cue.end - cue.start < 4 * RATE else cue
        if not self._coming and waiting:
            self.over.set()

    def changed(self, change: Change) -> None:
        assert change is self.asked[-1].change
        self.asked[-1].told = time.monotonic()

    def finished(self, _ended: Ended, _seconds: float) -> None:
        self.over.set()

    def reached(self, frame: int) -> None:
        line, session = self._line, self.session
        assert session is not None
        if line is None or frame < line.start + RATE:
            return
        self._line = None
        change = next((each for each in self._coming if each in session.offers), None)
        if change is not None:
            self._coming.remove(change)
            left = (line.end - frame) / RATE
            self.asked.append(Asked(change, time.monotonic(), line, left))
            session.tell(e.Asked(change, 1))


def _watch(playback: Playback, listener: _Asking) -> None:
    """Note when the line that was being said is silent, by the frame that is heard."""
    while not listener.over.wait(0.005):
        session = listener.session
        if session is None or not listener.asked or listener.asked[-1].ended:
            continue
        one, timeline = listener.asked[-1], session.timeline
        ends = [cue.end for cue in timeline.spoken if cue.start == one.line.start]
        if one.told and ends and playback.position() >= ends[0]:
            one.ended = time.monotonic()


def changes() -> list[Row]:
    """Two sits with the simple voice, each changed seven times in the middle of a line."""
    asked = [one for exercise in ("sit-with-it", "kind-moment") for one in _changed(exercise)]
    effects = [one.effect for one in asked]
    words = [one.words - one.at for one in asked if one.change is not Change.LONGER]
    left = statistics.median(one.left for one in asked)
    return [
        Row(
            f"a change asked for in mid-line takes effect ({len(effects)} changes)",
            f"{statistics.median(effects):.2f} s (worst {max(effects):.2f})",
            f"the line had {left:.1f} s to go",
            f"{EFFECT:.0f} s",
            max(effects) <= EFFECT,
        ),
        Row(
            "new words after it",
            f"{statistics.median(words):.2f} s (worst {max(words):.2f})",
            "—",
            f"{WORDS:.0f} s",
            max(words) <= WORDS,
        ),
    ]


def _changed(exercise: str) -> list[Asked]:
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(find_paths(Path(folder)))
        playback = parts.playback()
        parts.playback = lambda: playback  # type: ignore[method-assign]  # it is looked at, too
        listener = _Asking()
        choice = Choice(
            exercise=parts.library.find(exercise), minutes=10, voice=VOICE, ambience=SILENT
        )
        listener.session = new_session(parts, choice, listener)
        watch = threading.Thread(target=_watch, args=(playback, listener))
        listener.session.begin()
        watch.start()
        listener.over.wait(PATIENCE)
        listener.over.set()
        watch.join()
        listener.session.close()
        parts.close()
    return [one for one in listener.asked if one.told and one.words]
