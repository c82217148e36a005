"""What is newer in a damaged log comes into the backup, as far as it makes sense."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from pathlib import Path

import pytest

from mindful.log.checking import check_copy
from mindful.log.log import Log
from mindful.log.salvage import is_whole, salvage
from tests.log.aids import Hands, a_sit, damage_page, keep_sits


@pytest.fixture
def good(path: Path, hands: Hands, tmp_path: Path) -> Path:
    """A copy of a log of six sits, one draft and one name."""
    log = Log(path, hands)
    keep_sits(log, hands, 6)
    log.profile.set("name", "Ada")
    log.drafts.save("letter", "Dear")
    copy = tmp_path / "good.db"
    log.backups.write(copy)
    log.close()
    return copy


def test_edits_and_deletions_since_the_backup_come_too(
    path: Path, good: Path, hands: Hands
) -> None:
    log = Log(path, hands)
    edited, deleted = log.history.find()[:2]
    hands.move(hours=1)
    log.sits.reflect(edited.id, note="thought again")
    log.sits.discard(deleted.id)
    log.profile.set("name", "Ada L.")
    log.profile.set("phrase", "May I be kind")
    log.drafts.clear("letter")
    (later,) = keep_sits(log, hands, 1)
    expected = log.history.find()
    log.close()
    assert salvage(path, good) == 2
    assert check_copy(good).sits == 6
    log = Log(good, hands)
    assert log.history.find() == expected
    assert log.history.get(edited.id).note == "thought again"
    assert len(log.history.cues(edited.id)) == len(log.history.cues(later)) == 20
    assert log.profile.all() == {"name": "Ada L.", "phrase": "May I be kind"}
    assert log.drafts.load("letter") is None
    log.profile.set("name", "still newer")  # the clock of edits went on from there
    assert log.profile.get("name") == "still newer"
    log.close()


def test_what_is_older_in_the_log_changes_nothing(path: Path, good: Path, hands: Hands) -> None:
    assert salvage(path, good) == 0
    log = Log(good, hands)
    log.sits.reflect(log.history.find()[0].id, note="edited in the copy alone")
    log.close()
    assert salvage(path, good) == 0
    log = Log(good, hands)
    assert log.history.find()[0].note == "edited in the copy alone"
    log.close()


@pytest.mark.parametrize(
    "break_it",
    [
        "UPDATE sits SET uuid = 'not-an-id-but-thirty-six-letters-long' WHERE id = 7",
        "UPDATE sits SET hlc = 'noise' WHERE id = 7",
        "UPDATE sits SET ended = 'eaten by noise' WHERE id = 7",
        "UPDATE sits SET started_at = 'yesterday' WHERE id = 7",
    ],
)
def test_records_that_noise_made_nonsense_of_stay_behind(
    path: Path, good: Path, hands: Hands, break_it: str
) -> None:
    log = Log(path, hands)
    keep_sits(log, hands, 2)
    log.close()
    _break(path, break_it)
    assert salvage(path, good) == 1
    assert check_copy(good).sits == 7


def _break(path: Path, statement: str) -> None:
    """Write as noise does: no rule of the tables is asked."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')')")
        connection.execute("PRAGMA schema_version = 999")
        connection.commit()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)
        connection.commit()


def test_nothing_can_be_read_where_the_first_page_is_gone(
    path: Path, good: Path, hands: Hands
) -> None:
    assert is_whole(path)
    damage_page(path, 0, random.Random(1))
    assert not is_whole(path)
    assert salvage(path, good) == 0
    assert check_copy(good).sits == 6


def test_a_sit_without_its_words_is_still_a_sit(path: Path, good: Path, hands: Hands) -> None:
    log = Log(path, hands)
    sit = log.sits.begin(a_sit(feelings=("sad",))).id
    log.sits.reflect(sit, note="kept")
    log.close()
    damage_page(path, _root_of(path, "sit_feelings") - 1, random.Random(1))
    salvage(path, good)
    log = Log(good, hands)
    kept = log.history.get(sit)
    assert (kept.note, kept.feelings) == ("kept", ())
    log.close()


def _root_of(path: Path, table: str) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (root,) = connection.execute(asked, [table]).fetchone()
    return int(root)
