"""The floor under coverage: it holds, it fails, it rises."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from scripts.lib import coverage_floor


def a_report(folder: Path, taken: int) -> Path:
    path = folder / "coverage.json"
    half = {"num_statements": 80, "num_branches": 20, "covered_branches": 20}
    files = {
        f"mindful/{name}.py": {"summary": half | {"covered_lines": taken - 20}}
        for name in ("exercises/plan", "sit/player", "log/store", "ui/pages/home")
    }
    files["mindful/cli.py"] = {"summary": half | {"covered_lines": 0}}
    path.write_text(json.dumps({"files": files}))
    return path


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.toml"
    path.write_text("# words\n\n[floor]\nexercises = 95.0\nsit = 95.0\nlog = 95.0\n")
    monkeypatch.setattr(coverage_floor, "FLOORS", path)
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr("sys.argv", ["coverage_floor", *arguments])
    return coverage_floor.main()


@pytest.mark.parametrize(("taken", "code"), [(94, 1), (95, 0), (100, 0)])
def test_below_the_floor_is_a_failure(
    tmp_path: Path, floors: Path, monkeypatch: pytest.MonkeyPatch, taken: int, code: int
) -> None:
    assert run(monkeypatch, str(a_report(tmp_path, taken))) == code


def test_the_floor_rises_when_told_and_never_falls(
    tmp_path: Path, floors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, str(a_report(tmp_path, 98)), "--raise") == 0
    assert tomllib.loads(floors.read_text())["floor"] == dict.fromkeys(
        ("exercises", "sit", "log"), 98.0
    )
    assert run(monkeypatch, str(a_report(tmp_path, 97)), "--raise") == 1
    assert floors.read_text().startswith("# words\n\n[floor]\nexercises = 98.0\n")


def test_the_floors_kept_are_those_of_the_packages_that_matter() -> None:
    kept = tomllib.loads(coverage_floor.FLOORS.read_text(encoding="utf-8"))["floor"]
    assert set(kept) == {"exercises", "sit", "log"}
    assert min(kept.values()) >= 95
