"""``mindful log``, ``mindful history`` and ``mindful stats``: the contract, on real files."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from mindful.cli import main
from mindful.commands.moments import moment_from
from mindful.trouble import Trouble

NOW = datetime(2026, 3, 12, 19, 22, tzinfo=timezone(timedelta(hours=1)))
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def mindful(*arguments: str, code: int = 0) -> str:
        assert main(["--data-dir", str(tmp_path / "data"), *arguments]) == code
        captured = capsys.readouterr()
        return captured.err if code else captured.out

    return mindful


def add(run: Run, *said: str, exercise: str = "sit-with-it", minutes: str = "20") -> str:
    """Add a sit and give its id."""
    return run("log", "add", "--exercise", exercise, "--minutes", minutes, *said).split()[0]


def listed(run: Run, *asked: str) -> Any:  # Any: a JSON document
    return json.loads(run("history", "--json", *asked))


def test_a_past_sit_is_added_as_told(run: Run) -> None:
    sit = add(
        run,
        *("--at", "2026-03-12T19:20+05:30", "--feeling", "anxious", "--feeling", "like rain"),
        *("--place", "chest", "--before", "7", "--after", "4", "--able", "6", "--note", "Moved."),
    )
    (row,) = listed(run)
    assert row["id"] == sit
    assert (row["exercise"], row["title"]) == ("sit-with-it", "Sit With the Feeling")
    assert (row["started_at"], row["utc_offset"]) == ("2026-03-12T13:50:00+00:00", 19_800)
    assert (row["planned_seconds"], row["sat_seconds"], row["ended"]) == (1200, 1200, "finished")
    assert (row["feelings"], row["places"]) == (["anxious", "like rain"], ["chest"])
    assert (row["intensity_before"], row["intensity_after"], row["able_to_be_with"]) == (7, 4, 6)
    assert (row["note"], row["voice"], row["seed"]) == ("Moved.", None, None)


def test_without_a_moment_it_has_just_ended(run: Run) -> None:
    add(run, minutes="10")
    (row,) = listed(run)
    ended = datetime.fromisoformat(row["started_at"]) + timedelta(minutes=10)
    assert timedelta(0) <= datetime.now(UTC) - ended < timedelta(minutes=1)


def test_a_sit_is_mended_by_the_beginning_of_its_id(run: Run) -> None:
    sit = add(run, "--at", "2026-03-12 19:20", "--feeling", "sad", "--note", "Wrong.")
    told = run("log", "edit", sit[:13], "--minutes", "5", "--note", "", "--exercise", "breath")
    assert told.split()[0] == sit
    (row,) = listed(run)
    assert (row["sat_seconds"], row["note"], row["exercise"]) == (300, "", "breath")
    assert row["feelings"] == ["sad"]
    run("log", "edit", sit, "--feeling", "")
    assert listed(run)[0]["feelings"] == []


def test_sits_are_deleted_truly_and_several_at_once(run: Run, tmp_path: Path) -> None:
    gone = [add(run, "--at", f"2026-03-0{day} 08:00", "--note", "nobody's") for day in (1, 2)]
    kept = add(run, "--at", "2026-03-03 08:00")
    assert "2 sits were deleted" in run("log", "delete", *gone)
    assert [row["id"] for row in listed(run)] == [kept]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(b"nobody's" in file.read_bytes() for file in files)


def test_what_cannot_be_is_refused_in_a_line(run: Run) -> None:
    ordinary = ("log", "add", "--exercise", "breath", "--minutes")
    assert "still to come" in run(*ordinary, "5", "--at", "2999-01-01 10:00", code=2)
    assert "2026-03-12 19:20" in run(*ordinary, "5", "--at", "some day", code=2)
    assert "from 1970 on" in run(*ordinary, "5", "--at", "1950-01-01 10:00", code=2)
    assert "1441" in run(*ordinary, "1441", code=2)
    assert "nearest" in run("log", "add", "--exercise", "breth", "--minutes", "5", code=2)
    assert "no sit" in run("log", "edit", "0000", "--note", "x", code=1)
    first = add(run, "--at", "2026-03-12 19:20")
    add(run, "--at", "2026-03-12 19:20")
    assert "Several" in run("log", "delete", first[:8], code=1)
    assert "no sit" in run("log", "delete", first, "0000", code=1)
    assert len(listed(run)) == 2


def test_history_is_narrowed_and_ordered(run: Run) -> None:
    add(run, "--at", "2026-03-01 02:30", "--place", "chest", minutes="5")  # the night before
    add(run, "--at", "2026-03-02 08:00", "--place", "belly", minutes="30")
    add(run, "--at", "2026-03-03 08:00", "--place", "chest", minutes="10", exercise="breath")
    run("log", "edit", listed(run)[0]["id"], "--note", "It rained.")

    def minutes(*asked: str) -> list[int]:
        return [round(row["sat_seconds"] / 60) for row in listed(run, *asked)]

    assert minutes() == [10, 30, 5]
    assert minutes("--sort", "oldest") == [5, 30, 10]
    assert minutes("--sort", "longest") == [30, 10, 5]
    assert minutes("--sort", "shortest", "--limit", "2") == [5, 10]
    assert minutes("--place", "chest") == [10, 5]
    assert minutes("--ended", "finished", "--exercise", "breath") == [10]
    assert minutes("--ended", "early") == []
    assert minutes("--since", "2026-03-01") == [10, 30]
    assert minutes("--until", "2026-02-28") == [5]
    assert minutes("--search", "rain") == [10]
    assert minutes("--search", "rain snow") == []
    assert "No sits here." in run("history", "--feeling", "sad")
    assert run("history", "--ids").splitlines()[0].split()[0] == listed(run)[0]["id"]


def test_stats_tell_totals_weeks_and_feelings_without_a_target(run: Run) -> None:
    assert "Nothing here yet" in run("stats")
    for day in range(1, 11):
        at = f"2026-03-{day:02} 08:00"
        add(run, "--at", at, "--feeling", "sad", "--before", "6", "--after", f"{day % 5 + 2}")
    add(run, "--at", "2026-03-11 08:00", "--feeling", "tense", "--before", "3", "--after", "5")
    told = run("stats")
    assert told.startswith("11 sits, 220 minutes\n")
    assert "sad, 10 sits: 8 lower, 2 same, 0 higher; in the middle 6 (6–6) before and 4" in told
    assert "tense, 1 sit: 0 lower, 0 same, 1 higher; too few to say" in told
    assert "this isn’t proof" in told
    figures = json.loads(run("stats", "--json"))
    assert figures["totals"]["sits"] == 11
    assert [week["begins"] for week in figures["weeks"]] == [
        *("2026-02-23", "2026-03-02", "2026-03-09"),
    ]
    assert [month["begins"] for month in figures["months"]] == ["2026-03-01"]
    assert figures["exercises"][0]["seconds"] == 13_200
    by_word = {feeling["word"]: feeling for feeling in figures["feelings"]}
    assert by_word["sad"]["change"]["median"] == -2
    assert by_word["tense"]["before"] is None


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ("2026-03-12 19:20", datetime.fromisoformat("2026-03-12T19:20").astimezone()),
        ("2026-03-12T19:20-05:00", datetime.fromisoformat("2026-03-12T19:20-05:00")),
        ("yesterday 07:30", datetime.fromisoformat("2026-03-11T07:30").astimezone()),
        ("07:30", datetime.fromisoformat("2026-03-12T07:30").astimezone()),
    ],
)
def test_moments_are_read_as_they_are_typed(asked: str, moment: datetime) -> None:
    assert moment_from(asked, NOW) == moment


@pytest.mark.parametrize("asked", ["", "soon", "yesterday", "25:00", "2026-13-01", "tomorrow 8:00"])
def test_other_moments_are_told(asked: str) -> None:
    with pytest.raises(Trouble) as trouble:
        moment_from(asked, NOW)
    assert trouble.value.code == "moment-unreadable"
