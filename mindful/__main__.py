"""The entry point: ``mindful`` and ``python -m mindful``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from mindful.voice.command import be_worker, is_worker


def main() -> None:
    """Run Mindful and leave with its exit code.

    In a frozen app the same program is also the voice's worker, which must stay small.
    """
    arguments = sys.argv[1:]
    if is_worker(arguments):
        be_worker(arguments)
        return
    if not arguments and _can_open():
        sys.exit(_open())
    from mindful.cli import main as run

    sys.exit(run(arguments))


def _can_open() -> bool:
    from mindful.display import has_display

    return has_display()


def _open() -> int:
    """The window alone, without the command line's libraries: it is painted 30 ms sooner."""
    # Nothing is garbage yet, and looking for it would cost a tenth of the start; `App` looks later.
    gc.disable()
    from mindful.app import run
    from mindful.paths import find_paths

    folder = os.environ.get("MINDFUL_DATA_DIR")
    return run(find_paths(Path(folder) if folder else None))


if __name__ == "__main__":
    main()
