"""What `scripts/torture` runs: every fault, its seed, and the table of what was survived."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from scripts.lib.torture_changes import FAULTS as CHANGE_FAULTS  # noqa: E402 — after the path
from scripts.lib.torture_endurance import FAULTS as LONG_FAULTS  # noqa: E402
from scripts.lib.torture_log import FAULTS as LOG_FAULTS  # noqa: E402
from scripts.lib.torture_row import Bench, Row  # noqa: E402
from scripts.lib.torture_sound import FAULTS as SOUND_FAULTS  # noqa: E402

FAULTS = {**LOG_FAULTS, **SOUND_FAULTS, **LONG_FAULTS, **CHANGE_FAULTS}
"""By name; other parts of the program add theirs here."""


def main() -> int:
    """Try the faults, and print the table; 1 when something was lost."""
    parser = argparse.ArgumentParser(prog="scripts/torture", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FAULTS))
    parser.add_argument("--short", action="store_true", help="a few tries of each")
    parser.add_argument("--seed", type=int, default=None, help="the seed of an earlier run")
    asked = parser.parse_args()
    if unknown := {*asked.names} - {*FAULTS}:
        parser.error(f"no fault {', '.join(unknown)}; there are {', '.join(FAULTS)}")
    seed = random.SystemRandom().randrange(2**32) if asked.seed is None else asked.seed
    print(f"seed {seed}\n\n| fault | tried | survived | seen |\n|---|---|---|---|", flush=True)
    rows = [_tried(name, seed, short=asked.short) for name in asked.names or FAULTS]
    for wrong in (wrong for row in rows for wrong in row.wrong):
        print(wrong, file=sys.stderr)
    return 0 if all(row.survived == row.tried for row in rows) else 1


def _tried(name: str, seed: int, *, short: bool) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        # A seed of its own, so that one fault alone is tried as in the whole run.
        row = FAULTS[name](Bench(Path(folder), random.Random(f"{seed} {name}"), short))
    print(f"| {row.what} | {row.tried:,} | {row.survived:,} | {row.seen} |", flush=True)
    return row


if __name__ == "__main__":
    sys.exit(main())
