"""The entry point: ``mindful`` and ``python -m mindful``."""

from __future__ import annotations

import sys

from mindful.cli import main as run


def main() -> None:
    """Run Mindful and leave with its exit code."""
    sys.exit(run())


if __name__ == "__main__":
    main()
