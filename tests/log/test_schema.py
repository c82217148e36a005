from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from mindful.log import schema
from mindful.log.driver import IntegrityError
from mindful.log.opening import open_log
from mindful.log.schema import STEPS, is_newer, migrations
from mindful.log.statistics import HOURS
from mindful.log.which import KEPT

RECORDS = {"sits", "entries", "profile", "drafts", "presets"}
CHILDREN = {"sit_feelings", "sit_places", "sit_cues", "sit_writings"}
INDEXES = {"sit_words", "entry_words"}
PARTS = {"", "_config", "_data", "_docsize", "_idx"}


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    opened = open_log(path)
    yield opened
    opened.close()


def test_every_record_can_be_merged(db: Database) -> None:
    for table in RECORDS:
        columns = {column.name for column in db.table(table).columns}
        assert {"hlc", "device", "deleted_at"} <= columns, table
        assert {"uuid", "key"} & columns, table


def test_no_table_is_forgotten(db: Database) -> None:
    assert {name for name in db.table_names() if not name.startswith("_")} == (
        RECORDS
        | CHILDREN
        | {"device", "imports", "import_records"}
        | {f"{index}{part}" for index in INDEXES for part in PARTS}
    )


CHANGES = (
    """INSERT INTO sit_writings
        SELECT 1, 1, coalesce(max(position), 0) + 1, 'Write', '', 'note', 'dear ' || count(*), NULL
        FROM sit_writings HAVING EXISTS (SELECT 1 FROM sits WHERE id = 1)""",
    "UPDATE sit_writings SET text = text || ' more'",
    "DELETE FROM sit_writings WHERE position % 2",
    "INSERT OR IGNORE INTO sits ({columns}) VALUES ({values})",
    "UPDATE sits SET note = note || ' tight'",
    "UPDATE sits SET ended = iif(ended IS NULL, 'early', NULL)",
    "UPDATE sits SET deleted_at = iif(deleted_at IS NULL, started_at, NULL)",
    "UPDATE sits SET sat_seconds = sat_seconds + 1",
    "DELETE FROM sits",
    """INSERT INTO entries (uuid, hlc, device, written_at, utc_offset, text)
        SELECT printf('%036d', coalesce(max(id), 0)), 1, 'd', '2026-11-23T06:05:04.321Z', 0, 'snow'
        FROM entries""",
    "UPDATE entries SET text = text || ' fell'",
    "UPDATE entries SET deleted_at = iif(deleted_at IS NULL, written_at, NULL)",
    "DELETE FROM entries WHERE id % 2",
)


@given(st.lists(st.sampled_from(CHANGES), max_size=30))
def test_the_indexes_are_in_step_after_any_changes(changes: list[str]) -> None:
    with TemporaryDirectory() as folder:
        db = open_log(Path(folder) / "mindful.db")
        db.table("sits").insert(SIT)
        columns = ", ".join(SIT)
        values = ", ".join(f":{column}" for column in SIT)
        for change in changes:
            db.execute(change.format(columns=columns, values=values), SIT)
        for index in INDEXES:
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            kept = db.execute(f"SELECT count(*) FROM {index}_docsize").fetchone()
            view = index.replace("words", "texts")
            assert kept == db.execute(f"SELECT count(*) FROM {view}").fetchone()
        db.close()


def test_steps_are_done_once(path: Path, db: Database) -> None:
    (device,) = db.query("SELECT * FROM device")
    again = open_log(path)
    assert list(again.query("SELECT * FROM device")) == [device]
    assert [step.name for step in migrations().applied(again)] == [step.__name__ for step in STEPS]
    assert not is_newer(again)
    again.close()


SIT = {
    "uuid": "01a206cb-1d41-771b-932e-a7336164c065",
    "hlc": 1,
    "device": "d",
    "begun_on": "d",
    "exercise": "breath",
    "title": "",
    "language": "en",
    "started_at": "2026-11-23T06:05:04.321Z",
    "utc_offset": 0,
    "sat_seconds": 1.5,
    "touched_at": "2026-11-23T06:05:04.321Z",
    "app_version": "1",
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"intensity_before": 11},
        {"intensity_after": -1},
        {"able_to_be_with": 11},
        {"ended": "somehow"},
        {"sat_seconds": -1.0},
        {"started_at": "2026-11-23 06:05"},
        {"utc_offset": 100_000},
        {"uuid": "short"},
        {"minutes": 0},
        {"seed": "seven"},
        {"exercise": None},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_file_itself_refuses_nonsense(db: Database, wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        db.table("sits").insert({**SIT, **wrong})
    db.table("sits").insert(SIT)


def test_children_go_with_their_sit(db: Database) -> None:
    db.table("sits").insert({**SIT, "id": 1})
    db.table("sit_feelings").insert({"sit": 1, "position": 0, "word": "sad"})
    with pytest.raises(IntegrityError):
        db.table("sit_feelings").insert({"sit": 2, "position": 0, "word": "sad"})
    db.table("sits").delete(1)
    assert db.table("sit_feelings").count == 0


def test_a_step_that_fails_leaves_the_file_as_it_was(
    path: Path, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.table("sits").insert(SIT)

    def m002_half(db: Database) -> None:
        db.execute("ALTER TABLE sits ADD COLUMN weather TEXT")
        raise ZeroDivisionError

    with monkeypatch.context() as later:
        later.setattr(schema, "STEPS", (*STEPS, m002_half))
        with pytest.raises(ZeroDivisionError):
            open_log(path)
    again = open_log(path)
    assert again.table("sits").count == 1
    assert "weather" not in {column.name for column in again.table("sits").columns}
    again.close()


def test_a_sit_without_words_is_no_document_of_the_search(db: Database) -> None:
    ended = {**SIT, "ended": "finished"}
    db.table("sits").insert(ended)
    assert db.execute("SELECT count(*) FROM sit_words_docsize").fetchone() == (0,)
    db.execute("UPDATE sits SET note = 'rain'")
    found = db.execute("SELECT rowid FROM sit_words WHERE sit_words MATCH 'rain'").fetchall()
    assert found == [(1,)]


@pytest.mark.parametrize(
    "question",
    [
        "SELECT id FROM sits WHERE {kept} ORDER BY started_at DESC, sits.id DESC",
        "SELECT id FROM sits WHERE {kept} AND ended = 'early' ORDER BY started_at, sits.id",
        "SELECT id FROM sits WHERE {kept} ORDER BY sat_seconds DESC, started_at DESC, id DESC",
        HOURS,
    ],
    ids=["newest", "oldest", "longest", "hours"],
)
def test_lists_and_times_of_day_are_read_off_an_index(db: Database, question: str) -> None:
    plan = db.execute(f"EXPLAIN QUERY PLAN {question.format(kept=KEPT, where=KEPT)}").fetchall()
    told = "\n".join(str(step[3]) for step in plan)
    assert "INDEX sits_by" in told
    assert "TEMP B-TREE" not in told
