"""``mindful render``: its contract, its refusals, and what a signal leaves behind."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from mindful.cli import main
from tests.rendering_aids import decoded

LITTLE = ("timer", "-m", "1", "--voice", "test:plain", "--bell", "wood-block")


def run(folder: Path, *arguments: str) -> int:
    return main(["--data-dir", str(folder / "data"), "render", *arguments])


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "data")


def test_it_writes_sound_and_captions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output, words = tmp_path / "sit.ogg", tmp_path / "words.vtt"
    code = run(tmp_path, *LITTLE, "--name", "Rosalind", "-o", str(output), "--captions", str(words))
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    assert str(output) in printed.out
    assert "Rosalind" not in printed.out
    assert len(decoded(output)) > 60 * 48_000
    assert words.read_text(encoding="utf-8").startswith("WEBVTT\n\n00:00:")
    assert not (tmp_path / "data" / "mindful.db").exists()


def test_it_keeps_a_file_that_is_there_unless_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "sit.wav"
    output.write_bytes(b"mine")
    assert run(tmp_path, *LITTLE, "-o", str(output)) == 1
    assert output.read_bytes() == b"mine"
    assert capsys.readouterr().err.count("\n") == 1
    assert run(tmp_path, *LITTLE, "--no-voice", "-o", str(output), "--force") == 0
    assert len(decoded(output)) > 60 * 48_000
    assert left(tmp_path) == ["sit.wav"]


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("-o", "{}/sit.mp4"), ".mp3"),
        (("-o", "{}/sit"), ".wav"),
        (("-o", "{}/sit.ogg", "--bell", "low-bow"), "low-bowl"),
        ((), "-o"),
    ],
)
def test_what_is_not_there_is_wrong_usage_and_names_what_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], named: str
) -> None:
    assert run(tmp_path, *LITTLE, *(option.format(tmp_path) for option in options)) == 2
    printed = capsys.readouterr().err
    assert named in printed
    assert printed.count("\n") == 1
    assert left(tmp_path) == []


class Terminal(io.StringIO):
    """Takes what is written, and says that a person is watching."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_with_the_time_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    command = (*LITTLE, "--name", "Rosalind", "-o", str(tmp_path / "sit.wav"))
    assert run(tmp_path, *command) == 0
    shown = terminal.getvalue()
    assert "Voice" in shown
    assert "Sound" in shown
    assert "0:00 left" in shown
    assert "100%" in shown
    assert "Rosalind" not in shown


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_leaves_nothing(tmp_path: Path, how: signal.Signals) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    command = [sys.executable, "-P", "-m", "mindful", "--data-dir", str(tmp_path / "data")]
    asked = ["render", "breath", "-m", "60", "--no-voice", "--ambience", "rain"]
    process = subprocess.Popen(
        [*command, *asked, "-o", str(folder / "sit.ogg")], stderr=subprocess.PIPE, text=True
    )
    begun = threading.Event()
    for _ in range(600):
        if any(path.stat().st_size for path in folder.iterdir()):
            break
        begun.wait(0.05)  # nothing tells us but the file itself
    os.kill(process.pid, how)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert errors.count("\n") == 1
    assert left(folder) == []
