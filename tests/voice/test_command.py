from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mindful.voice.command import be_worker, is_worker, worker_command
from mindful.voice.wire import receive

FROZEN_APP = """
import sys
from mindful.voice.command import be_worker, is_worker
assert is_worker(sys.argv[1:])
be_worker(sys.argv[1:])
"""


def test_a_frozen_app_is_its_own_worker(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = worker_command("mindful.voice.pyttsx3_worker")
    command = [program, "-c", FROZEN_APP, *arguments, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        ready = receive(worker.stdout)
        worker.stdin.close()
    assert ready is not None
    assert "voices" in ready[0]


def test_only_our_own_modules_are_run() -> None:
    assert not is_worker(["sit", "breath"])
    assert not is_worker([])
    with pytest.raises(ValueError, match="antigravity"):
        be_worker(["--voice-worker", "antigravity", "folder"])


def test_files_in_the_current_folder_are_not_imported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    (tmp_path / "own").mkdir()
    command = [*worker_command("mindful.voice.pyttsx3_worker"), str(tmp_path / "own")]
    monkeypatch.chdir(tmp_path)
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ, check=False
    )
    assert ended.returncode == 0
