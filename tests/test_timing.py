"""Bells, preparation, open ends and own patterns on the command line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from mindful.cli import main
from mindful.commands.countdown import count_down
from mindful.exercises.timeline import RATE
from mindful.log.desk import LogDesk
from mindful.parts import local_now
from mindful.paths import find_paths
from mindful.sit.setup import Kept, Setup, kept_as_json

ROOT = Path(__file__).parents[1]


def plan(capsys: pytest.CaptureFixture[str], data: Path, *asked: str) -> Any:  # Any: JSON
    assert main(["--data-dir", str(data), "plan", *asked, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def bells(document: Any) -> list[tuple[float, int, float]]:  # Any: JSON
    return [
        (cue["start"] / RATE / 60, cue["strikes"], cue["spacing"])
        for cue in document["cues"]
        if cue["kind"] == "bell"
    ]


def test_strikes_and_spacing_are_as_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        "timer",
        "-m",
        "12",
        "--opening",
        "2",
        "--closing",
        "5",
        "--spacing",
        "6",
        "--every",
        "5",
        "--bells-at",
        "3",
    ]
    assert bells(plan(capsys, tmp_path, *asked)) == [
        (0, 2, 6),
        (3, 1, 0),
        (5, 1, 0),
        (10, 1, 0),
        (12, 5, 6),
    ]


def test_random_bells_are_the_same_for_a_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["timer", "-m", "30", "--every", "0", "--random-bells", "4", "--seed"]
    one = bells(plan(capsys, tmp_path, *asked, "1"))
    assert len(one) == 2 + 4
    assert one == bells(plan(capsys, tmp_path, *asked, "1"))
    assert one != bells(plan(capsys, tmp_path, *asked, "2"))


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [("5.5-5.5", [5.5, 0, 5.5, 0]), ("4-7-8", [4, 7, 8, 0]), ("4–4–4–4", [4, 4, 4, 4])],
)
def test_a_breath_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str, pattern: list[float]
) -> None:
    document = plan(capsys, tmp_path, "pacer-sigh", "-m", "4", "--pattern", typed)
    (breath,) = (cue for cue in document["cues"] if cue["kind"] == "breath")
    assert breath["pattern"] == pattern
    cycles = (breath["end"] - breath["start"]) / RATE / sum(pattern)
    assert cycles == int(cycles) > 5
    assert not [cue for cue in document["cues"] if cue["kind"] == "say"], (
        "the lines of a pacer name its own seconds"
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("plan timer --bells-at 0,5", "5,10,20"),
        ("plan timer --bells-at 5,x", "5,10,20"),
        ("plan timer --every 61", "--every"),
        ("plan timer --opening 10", "--opening"),
        ("plan timer --spacing nan", "--spacing"),
        ("plan timer --preset Morning", "no preset"),
        ("plan pacer-box --pattern 4-x", "4-7-8"),
        ("plan pacer-box --pattern 4", "4-7-8"),
        ("plan pacer-box --pattern 0-4", "in and out"),
        ("plan pacer-box --pattern nan-4", "in and out"),
        ("plan pacer-box --pattern 30-20-20", "60 seconds"),
        ("plan breath --pattern 4-7-8", "Mindfulness of Breath"),
        ("sit breath --open-ended", "timer"),
        ("sit timer --prepare 301", "--prepare"),
        ("sit timer --prepare -1", "--prepare"),
    ],
)
def test_wrong_values_get_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: str, told: str
) -> None:
    assert main(["--data-dir", str(tmp_path), *asked.split()]) == 2
    ran = capsys.readouterr()
    assert ran.out == ""
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_preset_is_found_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    setup = Setup(opening=3, closing=1, spacing=7.0, every=4)
    kept = Kept(exercise="timer", minutes=9, setup=setup, bell="gong", ambience="rain")
    paths = find_paths(tmp_path)
    desk = LogDesk(paths.log, local_now)
    desk.submit(lambda log: log.presets.save("Long morning", kept_as_json(kept))).result()
    desk.close()
    document = plan(capsys, tmp_path, "timer", "--preset", "long  Morning")
    assert document["minutes"] == 9
    assert bells(document) == [(0, 3, 7), (4, 1, 0), (8, 1, 0), (9, 1, 7)]
    document = plan(capsys, tmp_path, "timer", "--preset", "Long morning", "--every", "3")
    assert [at for at, _, _ in bells(document)] == [0, 3, 6, 9]
    assert main(["--data-dir", str(tmp_path), "plan", "timer", "--preset", "Evening"]) == 2
    assert "Long morning" in capsys.readouterr().err


def test_an_open_end_is_the_persons_and_then_it_is_finished(tmp_path: Path) -> None:
    asked = [
        "sit",
        "timer",
        "--terminal",
        "--open-ended",
        "--prepare",
        "1",
        "--bell",
        "none",
        "--no-voice",
    ]
    command = [sys.executable, "-m", "mindful", "--data-dir", str(tmp_path), *asked]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as sitting:
        assert sitting.stdout is not None
        lines = iter(sitting.stdout.readline, "")
        assert next(lines) == "The bell rings in 0:01.\n"
        assert any("(bell)" in line for line in lines)
        sitting.send_signal(signal.SIGINT)
        assert "That was under a minute.\n" in list(lines)
        assert sitting.wait(60) == 0
    document = subprocess.run(
        [*command[:5], "history", "--json"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    (kept,) = json.loads(document.stdout)
    assert (kept["ended"], kept["planned_seconds"]) == ("finished", None)


def test_leaving_while_it_counts_down_keeps_nothing(tmp_path: Path) -> None:
    asked = ["sit", "timer", "--terminal", "--prepare", "300", "--bell", "none", "--no-voice"]
    command = [sys.executable, "-m", "mindful", "--data-dir", str(tmp_path), *asked]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as sitting:
        assert sitting.stdout is not None
        assert sitting.stdout.readline() == "The bell rings in 5:00.\n"
        sitting.send_signal(signal.SIGINT)
        assert sitting.wait(60) == 1
    document = subprocess.run(
        [*command[:5], "history", "--json"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(document.stdout) == []


def test_the_count_ends_on_time_or_when_it_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    moments = iter([0.0, 1.0, 2.0, 3.0])
    assert count_down(3, None, threading.Event(), lambda: next(moments))
    stopped = threading.Event()
    stopped.set()
    assert not count_down(300, None, stopped)
    assert "The bell rings in 5:00." in capsys.readouterr().out
