"""A real sit in a process of its own, changed while it plays; it says what was asked and planned.

``python -m tests.whole.changer FOLDER``: a minute more, on to the next phase, and an end that is
brought near, each in the middle of a line. Finishing takes 20 s here, so that the whole takes less
than a minute.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mindful.exercises import live
from mindful.exercises.answers import Answers
from mindful.exercises.live import Change
from mindful.exercises.timeline import RATE, Cue
from mindful.log.records import Ended
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit import events as e
from mindful.sit.choice import SILENT, Choice
from mindful.sit.session import Session
from mindful.sitting import new_session
from tests.whole.conftest import VOICE
from tests.whole.quiet_listener import QuietListener

FINISH_SECONDS = 20

LONG_LINE = (
    "Notice how the body meets what holds it up, one place after another, from the feet to the "
    "back of the head, and then from the head to the feet again"
)

EXERCISE = f"""\
id = "changing"
title = "A Changing Sit"
group = "here"
purpose = "To be changed while it plays."
unvoiced = [[2, 0.5]]
minutes = {{ least = 2, suggested = 2, longest = 5 }}

[[phase]]
name = "Arrive"
share = 40
line = [
  {{ core = true, say = "{LONG_LINE}.", pause = 4 }},
  {{ core = true, say = "{LONG_LINE}, slowly.", pause = 4 }},
  {{ core = true, say = "Hear what is near.", pause = 4 }},
]

[[phase]]
name = "Stay"
share = 30
line = [
  {{ core = true, say = "{LONG_LINE}, once more.", pause = 4 }},
  {{ core = true, say = "Hear what is far away.", pause = 4 }},
]

[[phase]]
name = "Close"
share = 30
line = [{{ core = true, say = "Look around the room.", pause = 4 }}]
"""

ASKED = ((Change.LONGER, 1), (Change.AHEAD, 0), (Change.FINISH, 0))
"""What is asked for, each a second into the next line."""


class Changing(QuietListener):
    """Asks for the changes, and notes the frame of each."""

    def __init__(self) -> None:
        self.session: Session | None = None
        self.asked: list[tuple[str, int]] = []
        self.told: list[str] = []
        self._line = 0

    def caption(self, cue: Cue | None) -> None:
        """A line begins: in its middle the next change is asked for."""
        self._line = cue.start if cue is not None and cue.end - cue.start > 4 * RATE else 0

    def reached(self, frame: int) -> None:
        """Ask for what comes next, once for each line."""
        if self._line and frame > self._line + RATE and len(self.asked) < len(ASKED):
            change, minutes = ASKED[len(self.asked)]
            self.asked.append((change.value, frame))
            self._line = 0
            assert self.session is not None
            self.session.tell(e.Asked(change, minutes))

    def changed(self, change: Change) -> None:
        """A change was carried out."""
        self.told.append(change.value)

    def finished(self, ended: Ended, seconds: float) -> None:
        """Note how it ended."""
        self.told.append(ended.value)


def main(folder: Path) -> None:
    """Sit, and print what a test compares with the recording."""
    (folder / "exercises").mkdir(parents=True)
    (folder / "exercises" / "changing.toml").write_text(EXERCISE, encoding="utf-8")
    live.FINISH = FINISH_SECONDS * RATE
    parts = Parts(find_paths(folder))
    listener = Changing()
    choice = Choice(
        exercise=parts.library.find("changing"),
        minutes=2,
        answers=Answers(),
        seed=1,
        voice=VOICE,
        bell="wood-block",
        ambience=SILENT,
    )
    listener.session = new_session(parts, choice, listener)
    listener.session.begin()
    listener.session.wait()
    plan = listener.session.timeline
    found = {
        "asked": listener.asked,
        "told": listener.told,
        "bells": [cue.start for cue in plan.bells],
        "spoken": [(cue.start, cue.end, cue.text) for cue in plan.spoken],
    }
    parts.close()
    print(json.dumps(found))  # noqa: T201 - the parent reads it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
