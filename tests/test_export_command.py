"""``mindful export``: what is in the files, and what never is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mindful.cli import main
from mindful.log.records import Ended, Sit
from mindful.share_page import EVERY_PART, Part, as_html, share_page
from tests.log.importers.aids import FILES

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kept(capsys: Output) -> None:
    """Two sits with notes and three without are in the log."""
    for name in ("meditate.csv", "insight-timer.csv"):
        assert main(["import", str(FILES / name), "--zone", "UTC"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("ending", ["json", "csv", "html", "pdf"])
def test_every_ending_is_written_and_none_replaces_a_file(
    tmp_path: Path, capsys: Output, ending: str
) -> None:
    file = tmp_path / f"out.{ending}"
    assert main(["export", str(file)]) == 0
    before = file.read_bytes()
    assert len(before) > 300
    assert main(["export", str(file)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert main(["export", str(file), "--force"]) == 0
    if ending == "pdf":
        assert before.startswith(b"%PDF-")


def test_the_filter_of_history_is_honoured(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    assert main(["export", str(file), "--exercise", "walking"]) == 0
    records = json.loads(file.read_bytes())["records"]
    assert [record["cells"]["title"] for record in records] == ["Walking"]


def test_a_note_is_on_the_page_only_where_it_was_chosen(tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "out.html"
    assert main(["export", str(file)]) == 0
    assert "First sit of the day" not in file.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["history", "--json"]) == 0
    sits = json.loads(capsys.readouterr().out)
    chosen = next(sit["id"] for sit in sits if sit["note"] == "First sit of the day")
    assert main(["export", str(file), "--note", chosen, "--force"]) == 0
    page = file.read_text(encoding="utf-8")
    assert "First sit of the day" in page
    assert "Two lines" not in page


def test_another_ending_is_refused(tmp_path: Path, capsys: Output) -> None:
    assert main(["export", str(tmp_path / "out.doc")]) == 2
    assert ".json, .csv, .html or .pdf" in capsys.readouterr().err
    assert list(tmp_path.glob("out*")) == []


def test_what_a_person_wrote_is_text_on_the_page_and_the_page_needs_nothing_else() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=y>&amp;"
    sit = Sit(
        id="1",
        exercise="breath",
        title=evil,
        language="en",
        app_version="1",
        started_at=datetime(2026, 1, 2, tzinfo=UTC),
        utc_offset=0,
        planned_seconds=600,
        sat_seconds=300.0,
        ended=Ended.EARLY,
        feelings=(evil,),
        intensity_before=7,
        groundings=2,
        note=evil,
    )
    page = as_html(share_page([sit], {"1"}, datetime(2026, 1, 3, tzinfo=UTC)))
    assert "<script" not in page
    assert "<img" not in page
    assert "http" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 4  # title, feeling twice, note
    for said in ("2026-01-02", "5 minutes", "7 → –", "stopped early", "grounded 2×"):
        assert said in page
    assert "Self-reported" in page


def test_what_was_left_out_is_nowhere_on_the_page() -> None:
    sit = Sit(
        id="1",
        exercise="breath",
        title="Mindfulness of Breath",
        language="en",
        app_version="1",
        started_at=datetime(2026, 1, 2, tzinfo=UTC),
        utc_offset=0,
        planned_seconds=600,
        sat_seconds=300.0,
        ended=Ended.EARLY,
        feelings=("sad",),
        intensity_before=7,
        groundings=2,
        note="Only mine",
    )
    made = datetime(2026, 1, 3, tzinfo=UTC)
    said = {
        Part.DATES: ("2026-01-02",),
        Part.MINUTES: ("5 minutes",),
        Part.PRACTICES: ("Mindfulness of Breath",),
        Part.FEELINGS: ("sad",),
        Part.BEFORE_AND_AFTER: ("7 → –",),
        Part.STOPPED_EARLY: ("stopped early",),
        Part.GROUNDINGS: ("grounded", "Ground me"),
    }
    for part, words in said.items():
        whole = as_html(share_page([sit], {"1"}, made))
        without = as_html(share_page([sit], {"1"}, made, EVERY_PART - {part}))
        assert all(word in whole and word not in without for word in words), part
    bare = as_html(share_page([sit], {"1"}, made, ()))
    assert "Only mine" in bare
    assert "1 sit." in bare
