"""The unlocked file is plain SQLite: any program finds in it what a person would look for."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from mindful.log.log import Log
from mindful.log.records import Ended
from tests.log.aids import ROOT, Hands, a_cue, a_page, a_sit


@pytest.fixture
def plain(log: Log, path: Path, hands: Hands) -> sqlite3.Connection:
    """The file, as another program opens it."""
    sit = log.sits.begin(a_sit(feelings=("sad", "tired"), places=("chest",), intensity_before=6))
    log.sits.wrote(sit.id, 1, [a_page("what I wrote")])
    log.sits.finish(sit.id, Ended.EARLY, 90.0, [a_cue(1)])
    log.sits.reflect(sit.id, intensity_after=4, note="a note")
    log.journal.add("an entry")
    gone = log.sits.begin(a_sit())
    log.sits.discard(gone.id)
    log.close()
    return sqlite3.connect(path)


def test_views_tell_what_a_person_looks_for(plain: sqlite3.Connection) -> None:
    (row,) = plain.execute(
        "SELECT started_there, minutes, title, feelings, places, before, after, ended, note "
        "FROM sits_readable"
    )
    assert row[0] == "2026-11-23 07:05"
    assert row[1:3] == (1.5, "Mindfulness of Breath")
    assert row[3:] == ("sad, tired", "chest", 6, 4, "early", "a note")
    assert plain.execute("SELECT text FROM entries_readable").fetchall() == [("an entry",)]
    assert plain.execute("SELECT text FROM writings_readable").fetchall() == [("what I wrote",)]
    plain.close()


def test_every_table_and_view_is_in_the_documentation(plain: sqlite3.Connection) -> None:
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    for (name,) in plain.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND sql IS NOT NULL"
    ):
        if not name.startswith(("_", "sqlite_")) and "_words_" not in name:
            assert f"### {name}\n" in page
    plain.close()
