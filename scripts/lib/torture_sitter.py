"""A real sit without a window, until it is killed: says the frame it has reached, a line each.

Run as a process by `scripts/torture`: ``python -m scripts.lib.torture_sitter FOLDER``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mindful.exercises.answers import Answers
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.choice import SILENT, Choice
from mindful.sitting import new_session
from tests.whole.quiet_listener import QuietListener


class Teller(QuietListener):
    """Says how far the sit is."""

    def reached(self, frame: int) -> None:
        print(frame, flush=True)


def main(folder: Path) -> None:
    parts = Parts(find_paths(folder))
    choice = Choice(
        exercise=parts.library.find("breath"),
        minutes=5,
        answers=Answers(),
        seed=1,
        bell="low-bowl",
        ambience=SILENT,
    )
    session = new_session(parts, choice, Teller())
    session.begin()
    while not session.wait(0.2):
        continue


if __name__ == "__main__":
    main(Path(sys.argv[1]))
