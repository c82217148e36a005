from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.window

ASKING = """
import sys
from pathlib import Path
from mindful.app import App, run
from mindful.paths import find_paths
from mindful.ui.steering.journey import Journey

Journey.close = lambda self, event: event.ignore()
enter = App._enter

def entered(app, *given):
    enter(app, *given)
    print("open", flush=True)

App._enter = entered
sys.exit(run(find_paths(Path(sys.argv[1]))))
"""


def test_a_signal_ends_it_even_while_the_window_would_ask(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ASKING, str(tmp_path / "data")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        process.terminate()
        assert process.wait(60) == 0
