"""Holds the coverage of some packages to a floor that only rises: ``coverage_floor.py REPORT``.

REPORT is what ``coverage json`` wrote. A package below its floor fails; one that has risen by half
a point or more is told, and ``--raise`` writes its new floor down.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parents[2] / "tests" / "coverage.toml"
WORTH_RAISING = 0.5
"""Points."""


def covered(report: Path) -> dict[str, float]:
    """Percent of statements and branches taken, by package."""
    sums: dict[str, list[int]] = {}
    for name, file in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        parts = Path(name).parts
        if "mindful" not in parts[:-2]:
            continue
        package = parts[parts.index("mindful") + 1]
        done = file["summary"]
        taken = sums.setdefault(package, [0, 0])
        taken[0] += done["covered_lines"] + done["covered_branches"]
        taken[1] += done["num_statements"] + done["num_branches"]
    return {package: 100 * taken / of for package, (taken, of) in sums.items()}


def main() -> int:
    """Compare; 1 when a package has fallen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("--raise", dest="raising", action="store_true")
    asked = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floor"]
    now = covered(asked.report)
    fallen = False
    for package, floor in floors.items():
        percent = now.get(package, 0.0)
        told = "fallen" if percent < floor else "held"
        fallen = fallen or percent < floor
        if percent >= floor + WORTH_RAISING:
            told = "risen: --raise keeps it"
        print(f"coverage of {package}: {percent:.1f} %, floor {floor} %: {told}")
    if asked.raising and not fallen:
        write({package: _floor_of(now[package], floor) for package, floor in floors.items()})
    return 1 if fallen else 0


def _floor_of(percent: float, floor: float) -> float:
    return max(floor, math.floor(percent * 10) / 10)


def write(floors: dict[str, float]) -> None:
    """Write the floors down, under the words that stand above them."""
    head = FLOORS.read_text(encoding="utf-8").split("[floor]", maxsplit=1)[0]
    lines = [f"{package} = {floor}" for package, floor in floors.items()]
    FLOORS.write_text(f"{head}[floor]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
