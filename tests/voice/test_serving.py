"""A worker goes when its parent goes, whatever it is doing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.voice.conftest import folder_of, wait_for_end

PARENT = """
import sys, threading
from mindful.voice.worker import Limits, WorkerHost
host = WorkerHost("wild", [sys.executable, sys.argv[1], "well"], Limits())
print(host.facts()["pid"], flush=True)
host.ask({"do": sys.argv[2], "text": "hm", "note": sys.argv[3]}, "x" * 1000)
threading.Event().wait()
"""


@pytest.mark.parametrize("doing", ["well", "hang"])
def test_a_worker_ends_with_a_parent_that_is_killed(tmp_path: Path, doing: str) -> None:
    note = tmp_path / "note"
    os.mkfifo(note)
    worker = str(Path(__file__).with_name("misbehaving_worker.py"))
    command = [sys.executable, "-c", PARENT, worker, doing, str(note)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        folder = folder_of(pid)
        assert note.read_text() == "begun"
        parent.send_signal(signal.SIGKILL)
    wait_for_end(pid)
    assert not folder.exists()
