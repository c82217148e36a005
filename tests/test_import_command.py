"""``mindful import``: what it says, what it keeps, how it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mindful.cli import main
from tests.log.importers.aids import FILES, written

Output = pytest.CaptureFixture[str]


def ran(capsys: Output, *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_dry_run_counts_and_keeps_nothing(capsys: Output) -> None:
    file = str(FILES / "insight-timer.csv")
    code, out, _ = ran(capsys, "import", file, "--dry-run", "--json", "--zone", "+01:00")
    found = json.loads(out)
    assert (code, found["new"], found["kept"], found["zone_assumed"]) == (0, 3, False, False)
    assert ran(capsys, "history", "--json")[1].strip() == "[]"


def test_it_says_what_came_and_that_it_can_be_undone(capsys: Output, tmp_path: Path) -> None:
    lines = (FILES / "insight-timer.csv").read_text(encoding="utf-8").splitlines()
    file = str(written(tmp_path, [*lines, lines[-1], "yesterday,0:1:0,,"]))
    code, out, _ = ran(capsys, "import", file)
    assert code == 0
    assert "Insight Timer: 3 new sits, 1 there already, 1 can’t be read." in out
    assert "line 8: the date or time can’t be read" in out
    assert "this computer’s was taken" in out
    assert len(json.loads(ran(capsys, "history", "--json")[1])) == 3
    assert ran(capsys, "import", "--undo") == (0, "3 records taken out.\n", "")
    assert ran(capsys, "history", "--json")[1].strip() == "[]"


def test_a_mood_becomes_what_the_person_says(capsys: Output) -> None:
    file = str(FILES / "daylio.csv")
    _, out, _ = ran(capsys, "import", file, "--feeling", "irritable=irritated", "--dry-run")
    assert "“irritable” (1) becomes irritated" in out
    assert "“rad” (1) becomes joyful" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Name the FILE"),
        (("missing.csv",), 1, "There’s no file missing.csv"),
        (("--undo",), 1, "no import to undo"),
        ((str(FILES / "brethap.csv"), "--zone", "Mars"), 2, "no zone “Mars”"),
        ((str(FILES / "brethap.csv"), "--format", "diary"), 2, "diary"),
        ((str(FILES / "brethap.csv"), "--format", "daylio"), 1, "not “daylio”"),
        ((str(FILES / "daylio.csv"), "--feeling", "rad"), 2, "MOOD=FEELING"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    capsys: Output, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended, out, errors = ran(capsys, "import", *arguments)
    assert (ended, out) == (code, "")
    assert said in errors
    assert "Traceback" not in errors
