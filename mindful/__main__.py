"""The entry point: ``mindful`` and ``python -m mindful``."""

from __future__ import annotations

import sys

from mindful.voice.command import be_worker, is_worker


def main() -> None:
    """Run Mindful and leave with its exit code.

    In a frozen app the same program is also the voice's worker, which must stay small.
    """
    if is_worker(sys.argv[1:]):
        be_worker(sys.argv[1:])
        return
    from mindful.cli import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
