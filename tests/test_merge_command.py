"""``mindful merge``: another computer's log, brought in from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mindful.cli import main
from tests.log.importers.aids import FILES


def test_another_log_comes_in_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there, here = str(tmp_path / "there"), str(tmp_path / "here")
    assert main(["--data-dir", there, "import", str(FILES / "insight-timer.csv")]) == 0
    capsys.readouterr()
    other = str(tmp_path / "there" / "mindful.db")
    assert main(["--data-dir", here, "merge", other]) == 0
    assert capsys.readouterr().out == "3 records came.\n"
    assert main(["--data-dir", here, "merge", other]) == 0
    assert "Nothing new" in capsys.readouterr().out
    assert main(["--data-dir", here, "merge", str(tmp_path / "no.db")]) == 1
    assert "There’s no file" in capsys.readouterr().err
