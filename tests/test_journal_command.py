"""``mindful journal`` shows, finds and keeps what was written."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from mindful.cli import main
from mindful.log.log import Log
from mindful.log.records import Ended
from mindful.paths import find_paths
from tests.log.aids import Hands, a_page, a_sit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a sit about which, and in which, something was written."""
    hands = Hands()
    paths = find_paths(tmp_path / "data")
    paths.log.parent.mkdir(parents=True)
    log = Log(paths.log, hands)
    sit = log.sits.begin(a_sit()).id
    log.sits.wrote(sit, 1, [a_page("Dear Mei,")])
    log.sits.finish(sit, Ended.FINISHED, 300.0)
    log.sits.reflect(sit, note="Quieter about Friday.")
    log.close()
    return tmp_path / "data"


def mindful(folder: Path, *arguments: str) -> int:
    return main(["--data-dir", str(folder), "journal", *arguments])


def test_entries_come_from_the_line_or_the_input_and_are_found(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mindful(folder, "add", "Snow.") == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("# Rain\n\n  since four\n"))
    assert mindful(folder, "add") == 0
    capsys.readouterr()

    assert mindful(folder, "--json") == 0
    pages = json.loads(capsys.readouterr().out)
    assert {page["text"] for page in pages} == {
        "Snow.",
        "# Rain\n\n  since four",
        "Quieter about Friday.",
    }
    (kept,) = [page for page in pages if page["sit"]]
    assert kept["sit"] == {"exercise": "breath", "title": "Mindfulness of Breath"}
    assert kept["writings"] == [{"prompt": "What is on your mind?", "text": "Dear Mei,"}]

    assert mindful(folder, "--search", "mei fri", "--limit", "1") == 0
    shown = capsys.readouterr().out
    assert "Mindfulness of Breath\nQuieter about Friday.\nWhat is on your mind?\nDear" in shown
    assert mindful(folder, "--search", "sun") == 0
    assert capsys.readouterr().out == "Nothing you wrote holds those words.\n"


def test_nothing_blank_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert mindful(folder, "add", "  ") == 2
    assert capsys.readouterr().err.strip()
