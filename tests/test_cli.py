"""The command line: its contract, and a clear line for everything that can be asked wrongly."""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import pytest

from mindful.cli import main
from mindful.exercises.timeline import RATE

ROOT = Path(__file__).parents[1]


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, code: int, out: str, errors: str) -> None:
        self.code, self.out, self.errors = code, out, errors

    @property
    def document(self) -> Any:  # Any: a JSON document
        return json.loads(self.out)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:  # Any: a local callable
    def mindful(*arguments: str, data: Path = tmp_path / "data") -> Ran:
        code = main(["--data-dir", str(data), *arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return mindful


def test_exercises_as_json_hold_what_the_contract_names(run: Any) -> None:
    rows = run("exercises", "--json").document
    assert {row["id"] for row in rows} >= {
        "breath",
        "sit-with-it",
        "kind-moment",
        "grounding",
        "pacer-coherent",
        "timer",
    }
    for row in rows:
        assert set(row) == {
            "id",
            "title",
            "group",
            "purpose",
            "least",
            "suggested",
            "longest",
            "asks",
            "language",
            "source",
        }
        assert row["source"] == "built-in"


def test_a_plan_as_json_strikes_at_both_ends(run: Any) -> None:
    plan = run("plan", "sit-with-it", "-m", "20", "--feeling", "anxious", "--json").document
    assert (plan["exercise"], plan["minutes"], plan["rate"], plan["seed"]) == (
        "sit-with-it",
        20,
        RATE,
        0,
    )
    assert plan["frames"] == 20 * 60 * RATE
    bells = [cue for cue in plan["cues"] if cue["kind"] == "bell"]
    assert bells[0]["start"] == 0
    assert bells[-1]["start"] == plan["frames"]
    assert bells[-1]["strikes"] == 3
    said = [cue for cue in plan["cues"] if cue["kind"] == "say"]
    assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(said))
    assert any("anxiety" in cue["text"] for cue in said)


def test_a_plan_with_a_voice_has_its_real_lengths(run: Any) -> None:
    guessed = run("plan", "timer", "-m", "1", "--json").document
    tried = run("plan", "timer", "-m", "1", "--voice", "test:plain", "--json").document
    assert tried == guessed
    spoken = run("plan", "timer", "-m", "1", "--voice", "pyttsx3:gmw/en-us+f3", "--json").document
    assert spoken["cues"][-1] == guessed["cues"][-1]
    assert spoken["cues"][1]["end"] != guessed["cues"][1]["end"]


def test_interval_bells_can_be_asked_for(run: Any) -> None:
    plan = run("plan", "timer", "-m", "20", "--every", "6", "--bells-at", "5,25", "--json").document
    bells = [cue["start"] // (60 * RATE) for cue in plan["cues"] if cue["kind"] == "bell"]
    assert bells == [0, 5, 6, 12, 18, 20]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("plan", "sit-with-me", "-m", "10"), "sit-with-it"),
        (("plan", "breath", "-m", "1"), "2 to 90"),
        (("plan", "grounding", "-m", "6"), "2 to 5"),
        (("plan", "breath", "-m", "10", "--density", "much"), "'full'"),
        (
            ("plan", "breath", "-m", "10", "--voice", "pyttsx3:gmw/en-us+f33"),
            "pyttsx3:gmw/en-us+f3",
        ),
        (("plan", "breath", "-m", "10", "--bells-at", "five"), "5,10,20"),
        (("plan", "sit-with-it", "-m", "10", "--feeling", "a" * 10_000), "60"),
        (("plan", "sit-with-it", "-m", "10", "--place", "\x00\x07"), "letters"),
        (("sit", "breath", "--bell", "low-bow", "--terminal"), "low-bowl"),
        (("sit", "breath", "--ambience", "rein", "--terminal"), "rain"),
        (("sit", "sit-with-it", "--intensity", "11", "--terminal"), "11"),
        (("say", "…"), "word"),
    ],
)
def test_what_is_not_there_gets_one_line_that_names_the_nearest(
    run: Any, asked: tuple[str, ...], named: str
) -> None:
    ran = run(*asked)
    assert ran.code == 2
    assert named in ran.errors
    assert ran.errors.count("\n") == 1
    assert ran.out == ""


def test_an_own_word_is_taken_without_its_control_characters(run: Any) -> None:
    plan = run("plan", "sit-with-it", "-m", "10", "--feeling", "like\x07 fog\n", "--json").document
    assert any("the feeling you called like fog" in cue["text"] for cue in plan["cues"])


def test_history_is_empty_at_first_and_says_so(run: Any) -> None:
    assert run("history", "--json").document == []
    assert "Nothing here yet" in run("history").out


def test_voices_hold_what_the_contract_names(run: Any) -> None:
    rows = run("voices", "--json").document
    for row in rows:
        assert set(row) == {"id", "engine", "name", "language", "licence", "available", "why"}
    assert rows[0]["id"] == "kokoro:af_heart"
    assert rows[0]["available"]


def test_say_writes_a_sound_file(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    simple = ("--voice", "pyttsx3:gmw/en-us+f3")
    assert run("say", "Let it be. Let it be so.", *simple, "-o", str(path)).code == 0
    with wave.open(str(path)) as file:
        assert file.getframerate() == RATE
        assert 2 < file.getnframes() / RATE < 8
    assert run("say", "Hello.", *simple, "-o", str(tmp_path / "none" / "said.wav")).code == 1


def test_a_broken_exercise_is_named_and_the_others_work(run: Any, tmp_path: Path) -> None:
    own = tmp_path / "data" / "exercises"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('id = "mine"\ntitle = 3\n', encoding="utf-8")
    ran = run("exercises")
    assert ran.code == 0
    assert "Mindfulness of Breath" in ran.out
    assert "mine.toml:2: title:" in ran.errors


@pytest.mark.parametrize("command", [("history",), ("history", "--json")])
def test_a_data_folder_that_cannot_be_is_said_plainly(
    run: Any, tmp_path: Path, command: tuple[str, ...]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine")
    ran = run(*command, data=in_the_way / "data")
    assert ran.code == 1
    assert str(in_the_way) in ran.errors
    assert ran.errors.count("\n") == 1
    assert in_the_way.read_text() == "mine"


def test_a_log_of_a_newer_mindful_is_left_alone(run: Any, tmp_path: Path) -> None:
    run("history")
    path = tmp_path / "data" / "mindful.db"
    with sqlite3.connect(path) as database:
        database.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('mindful', 'from_the_future', '2099-01-01')"
        )
    database.close()
    before = path.read_bytes()
    ran = run("history")
    assert ran.code == 1
    assert "newer Mindful" in ran.errors
    assert path.read_bytes() == before


def test_without_a_display_the_terminal_is_named() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    ran = subprocess.run(
        [sys.executable, "-m", "mindful", "sit", "timer", "-m", "1"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "mindful sit timer --terminal" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_doctor_names_what_it_found_and_what_would_help(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    ran = run("doctor", "--json")
    findings = {row["what"]: row for row in ran.document}
    assert ran.code == 1
    assert findings["Voice"]["works"]
    assert findings["Log"]["works"]
    assert not findings["Display"]["works"]
    assert "--terminal" in findings["Display"]["remedy"]


def test_a_bug_of_ours_reaches_nobody_as_a_traceback(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("mindful.parts.load_library", broken)
    ran = run("exercises")
    assert ran.code == 1
    assert "inside Mindful (ZeroDivisionError)" in ran.errors
    assert "Traceback" not in ran.errors


def test_a_sit_is_refused_while_another_plays(run: Any, tmp_path: Path) -> None:
    run("history")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from mindful.log.log import Log\n"
        "from mindful.log.records import NewSit\n"
        "from mindful.parts import local_now\n"
        "log = Log(Path(sys.argv[1]), local_now)\n"
        "new = NewSit(exercise='timer', title='T', language='en', app_version='0')\n"
        "log.sits.begin(new)\n"
        "print('playing', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "data" / "mindful.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "playing\n"
        ran = run("sit", "timer", "-m", "1", "--terminal")
        other.communicate("")
    assert ran.code == 1
    assert "Another sit is playing" in ran.errors
