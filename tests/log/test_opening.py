from __future__ import annotations

import os
import random
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.log.driver import connect_to
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.opening import open_log
from mindful.log.records import Ended
from tests.log.aids import Hands, a_cue, a_sit, code_of, start
from tests.log.sitter import NOBODY


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(path: Path) -> str:
    """Open what cannot be opened; the file must stay as it is."""
    before = path.read_bytes()
    with pytest.raises(LogTrouble) as trouble:
        open_log(path, busy_seconds=0.05)
    assert trouble.value.facts["path"] == str(path)
    assert path.read_bytes() == before
    return trouble.value.code


def a_full_log(path: Path, hands: Hands, sits: int = 8) -> None:
    log = Log(path, hands)
    for _ in range(sits):
        hands.move(hours=5)
        sit = log.sits.begin(a_sit(feelings=("sad", "tired"), places=("chest",)))
        log.sits.finish(sit.id, Ended.FINISHED, 300.0, [a_cue(number) for number in range(20)])
    log.close()


def test_file_and_folder_are_for_their_owner_only(path: Path, hands: Hands) -> None:
    before = os.umask(0)
    try:
        log = Log(path, hands)
        log.sits.begin(a_sit())
        files = {file.name: mode(file) for file in path.parent.iterdir()}
        log.close()
    finally:
        os.umask(before)
    assert mode(path.parent) == 0o700
    assert set(files) == {
        "mindful.db",
        "mindful.db-wal",
        "mindful.db-shm",
        "mindful.db.playing",
    }
    assert set(files.values()) == {0o600}


def test_a_file_that_others_may_read_is_made_private(path: Path) -> None:
    open_log(path).close()
    path.chmod(0o644)
    open_log(path).close()
    assert mode(path) == 0o600


def test_a_confirmed_sit_survives_a_power_cut_as_far_as_sqlite_can_say(path: Path) -> None:
    db = open_log(path)
    asked = ("journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete")
    told = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    db.close()
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
    }


def test_names_with_signs_of_an_address_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "what? #1 50% ü" / "my log.db"
    open_log(path).close()
    assert path.exists()


def test_an_empty_file_becomes_a_log(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    open_log(path).close()
    assert path.read_bytes()[68:72] == b"Mndf"


@pytest.mark.parametrize(
    "content",
    [b"Dear diary, " * 1000, b"x", random.Random(1).randbytes(8192)],
    ids=["a diary", "a letter", "noise"],
)
def test_a_file_of_another_kind_is_refused(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert refused(path) == "log-foreign"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    path.parent.mkdir()
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE bookmarks (url)")
    theirs.close()
    path.chmod(0o644)
    assert refused(path) == "log-foreign"
    assert mode(path) == 0o644


def test_a_newer_schema_is_refused(path: Path, hands: Hands) -> None:
    a_full_log(path, hands, sits=2)
    db = open_log(path)
    db.table("_sqlite_migrations").insert({"migration_set": "mindful", "name": "m999_later"})
    db.close()
    assert refused(path) == "log-newer"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(LogTrouble) as trouble:
        open_log(tmp_path / "data" / "mindful.db")
    assert code_of(trouble) == "log-unwritable"


def test_a_folder_where_the_file_should_be(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(LogTrouble) as trouble:
        open_log(path)
    assert code_of(trouble) == "log-unwritable"


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that belongs to the user without rights; pytest's own are closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        yield Path(folder)


@pytest.mark.parametrize("only_the_file", [True, False], ids=["file", "folder"])
def test_what_may_only_be_read_is_told_and_stays(
    others_folder: Path, hands: Hands, only_the_file: bool
) -> None:
    path = others_folder / "mindful.db"
    a_full_log(path, hands, sits=2)
    if os.geteuid() == 0:
        for file in others_folder.iterdir():
            os.chown(file, NOBODY, NOBODY)
    before = path.read_bytes()
    path.chmod(0o400)
    others_folder.chmod(0o700 if only_the_file else 0o500)
    said, _ = start(path, "nobody").communicate(timeout=60)
    assert said == "log-unwritable\n"
    assert path.read_bytes() == before
    others_folder.chmod(0o700)
    path.chmod(0o600)
    said, _ = start(path, "nobody").communicate(timeout=60)
    assert said == "kept\n"


def test_a_locked_file_is_told_and_free_again_later(path: Path) -> None:
    open_log(path).close()
    other = connect_to(path, 0)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(LogTrouble) as trouble:
            open_log(path, busy_seconds=0.05)
    finally:
        other.close()
    assert code_of(trouble) == "log-busy"
    open_log(path).close()


def test_whatever_page_is_damaged_it_is_told_or_the_log_opens(path: Path, hands: Hands) -> None:
    a_full_log(path, hands)
    whole = path.read_bytes()
    size = 4096
    noise = random.Random(2)
    told = 0
    for page in range(len(whole) // size):
        start_of_page = page * size
        path.write_bytes(
            whole[:start_of_page] + noise.randbytes(size) + whole[start_of_page + size :]
        )
        try:
            log = Log(path, hands)
        except LogTrouble as trouble:
            assert trouble.code in {"log-damaged", "log-foreign"}, page
            told += 1
        else:  # a page nothing is kept on
            assert len(log.history.find()) == 8
            log.close()
    assert told >= len(whole) // size - 2


def test_a_log_cut_short_is_told(path: Path, hands: Hands) -> None:
    a_full_log(path, hands)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path) == "log-damaged"


def test_many_processes_may_make_the_same_log_at_once(path: Path, hands: Hands) -> None:
    others = [start(path, "write", f"process-{number}") for number in range(3)]
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
    for other in others:
        other.communicate("go\n", timeout=60)
    assert [other.returncode for other in others] == [0, 0, 0]
    log = Log(path, hands)
    assert len(log.profile.all()) == 150
    log.close()
