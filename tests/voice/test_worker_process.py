from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mindful.voice import worker_process
from mindful.voice.worker_process import WorkerProcess, private_folder


def test_the_folder_is_private_and_in_memory() -> None:
    folder = private_folder()
    assert folder.is_relative_to("/dev/shm")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.rmdir()


@pytest.mark.parametrize("there", [False, True])
def test_without_room_in_memory_it_is_on_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    no_folder = tmp_path / "shm"
    if there:
        no_folder.touch(mode=0o777)
    monkeypatch.setattr(worker_process, "_SHARED_MEMORY", no_folder)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = private_folder()
    assert folder.parent == tmp_path
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_command_that_cannot_start_leaves_no_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(worker_process, "_SHARED_MEMORY", tmp_path)
    with pytest.raises(FileNotFoundError):
        WorkerProcess(["/nonexistent/python"])
    assert list(tmp_path.iterdir()) == []
