"""A real sit of the timer, with bell and ambience, that says what it does, a line each.

Run as a process by `scripts/torture`: ``python -m scripts.lib.torture_sounder FOLDER MINUTES``;
with 0 minutes it lasts until it reads a line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mindful.audio.levels import Levels
from mindful.exercises.answers import Answers
from mindful.exercises.timeline import Cue, Timeline
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit import events as e
from mindful.sit.choice import Choice
from mindful.sitting import new_session
from tests.whole.quiet_listener import QuietListener


class Teller(QuietListener):
    """Says what happens."""

    def planned(self, timeline: Timeline) -> None:
        print("planned", timeline.frames, flush=True)

    def bell(self, cue: Cue) -> None:
        print("bell", cue.start, flush=True)

    def notice(self, code: str, seconds: float = 0.0) -> None:
        print("notice", code, seconds, flush=True)

    def finished(self, ended: Ended, seconds: float) -> None:
        print("finished", ended.value, seconds, flush=True)


def main(folder: Path, minutes: int) -> None:
    parts = Parts(find_paths(folder))
    choice = Choice(
        exercise=parts.library.find("timer"),
        minutes=minutes or 10,
        open_ended=not minutes,
        answers=Answers(),
        seed=1,
        bell="wood-block",
        ambience="brown",
        levels=Levels(ambience=1),
    )
    session = new_session(parts, choice, Teller())
    session.begin()
    if not minutes:
        sys.stdin.readline()
        session.tell(e.EndConfirmed())
    session.wait()
    parts.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
