"""Very many sits at once: the file is as it was but for them, and what they say is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mindful.log import bulk, taking
from mindful.log.batches import Undone
from mindful.log.bulk import Bulk
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.opening import open_log
from mindful.log.records import Ended
from mindful.log.sorting import How
from mindful.log.store import Store
from mindful.log.which import Which
from tests.log.aids import Hands, a_page, a_sit
from tests.log.importers.aids import written

HEAD = "start_time_unix,duration_secs,mode,label,note"
HOW = How(zone=UTC)
ASIDE = (
    "SELECT name FROM sqlite_master WHERE tbl_name = 'sits' AND type IN ('index', 'trigger') "
    "AND sql IS NOT NULL"
)
HEALTH = "".join(
    f'<Record type="HKCategoryTypeIdentifierMindfulSession" sourceName="Watch" '
    f'startDate="2021-03-1{day} 07:00:00 +0100" endDate="2021-03-1{day} 07:10:00 +0100"/>'
    for day in range(9)
)


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "AT_ONCE", 2)
    monkeypatch.setattr(bulk, "WORTH_IT", 4)


def sits(count: int) -> list[str]:
    return [HEAD, *(f"{1712340000 + 7200 * at},600,timer,,word{at}" for at in range(count))]


def schema(path: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return set(db.execute("SELECT type, name, sql FROM sqlite_master"))


def check_index(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO sit_words (sit_words, rank) VALUES ('integrity-check', 1)")
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_indexes_and_triggers_are_back_and_know_the_new_sits(
    log: Log, path: Path, tmp_path: Path
) -> None:
    before = schema(path)
    assert log.imports.take(written(tmp_path, sits(9)), HOW).sits == 9
    assert schema(path) == before
    check_index(path)
    for at in range(9):
        assert [sit.note for sit in log.history.sits(Which(search=f"word{at}"))] == [f"word{at}"]
    assert log.imports.undo() == Undone(9, 0)
    check_index(path)


def test_they_stay_where_few_sits_join_many(log: Log, path: Path, tmp_path: Path) -> None:
    log.imports.take(written(tmp_path, sits(40)), HOW)
    store = Store(open_log(path), path, lambda: datetime.now(UTC))
    with store.change() as change:
        many = Bulk(change)
        many.grew(9)
        kept = len(change.rows(ASIDE))
        many.grew(1)
        assert (kept, len(change.rows(ASIDE))) == (kept, 0)
        many.end()
        assert len(change.rows(ASIDE)) == kept > 0
    store.close()


def test_what_breaks_off_leaves_them_as_they_were(log: Log, path: Path, tmp_path: Path) -> None:
    before = schema(path)
    with pytest.raises(LogTrouble):
        log.imports.take(written(tmp_path, f"<HealthData>{HEALTH}<Record", "export.xml"), HOW)
    assert schema(path) == before
    assert log.history.count() == 0


def test_sits_deleted_here_come_back_among_them_and_go_as_they_were(
    log: Log, path: Path, tmp_path: Path
) -> None:
    file = written(tmp_path, sits(9))
    log.imports.take(file, HOW)
    ids = [sit.id for sit in log.history.find()]
    log.deletions.put_away(ids)
    log.deletions.erase(ids)
    assert log.imports.take(file, HOW).sits == 9
    check_index(path)
    assert log.history.count(Which(search="word8")) == 1
    assert log.imports.undo() == Undone(9, 0)
    assert log.history.count() == 0
    check_index(path)


def test_sits_of_our_own_bring_their_pages_and_are_found_by_them(
    log: Log, hands: Hands, path: Path, tmp_path: Path
) -> None:
    for number in range(9):
        hands.move(hours=5)
        sit = log.sits.begin(a_sit())
        log.sits.wrote(sit.id, 1, [a_page(f"page{number}")])
        log.sits.finish(sit.id, Ended.FINISHED, 60.0, [])
        log.sits.reflect(sit.id, note=f"note{number}")
    file = tmp_path / "all.json"
    with file.open("wb") as into:
        log.exports.document(into, "0.1.0", Which())
    with closing(Log(tmp_path / "other" / "mindful.db", hands)) as other:
        before = schema(tmp_path / "other" / "mindful.db")
        assert other.imports.take(file, How()).sits == 9
        assert schema(tmp_path / "other" / "mindful.db") == before
        check_index(tmp_path / "other" / "mindful.db")
        for number in range(9):
            for words in (f"page{number}", f"note{number}", f"note{number} page{number}"):
                assert other.history.count(Which(search=words)) == 1
        assert other.imports.undo() == Undone(9, 0)
        check_index(tmp_path / "other" / "mindful.db")
