"""The keyring of a real desktop: its own daemon, on a session bus of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.long  # not for its time: the daemon and what it needs are large to install
def test_the_desktops_own_keyring_keeps_gives_and_forgets(tmp_path: Path) -> None:
    if shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("gnome-keyring is not installed; scripts/test --long does that")
    nobody_asks = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    with TemporaryDirectory() as short:  # a socket's path has to be
        told = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-m", "tests.desktop.on_a_bus", tmp_path],
            cwd=ROOT,
            env=nobody_asks | {"HOME": short, "XDG_RUNTIME_DIR": short},
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert json.loads(told.stdout) == {
        "nothing kept": "",
        "opened": False,
        "opened with what is kept": True,
        "kept of an erased log": "",
        "another opened": True,
        "opened while the keyring is locked": False,
        "put while it is locked": "keyring-missing",
    }
