from __future__ import annotations

import contextlib
import errno
import os
import random
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest

from mindful.log.desk import LogDesk
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.opening import open_log
from mindful.log.restoring import is_damaged, recovery, restore
from tests.log.aids import (
    Hands,
    a_sit,
    code_of,
    damage_page,
    keep_sits,
    last_page_of,
    start,
)

SOON = 60.0


@pytest.fixture
def backup(path: Path, hands: Hands) -> Path:
    """The backup of a log with four sits, to which two were added afterwards."""
    log = Log(path, hands)
    keep_sits(log, hands, 4)
    log.profile.set("name", "Ada")
    made = log.backups.renew_today()
    keep_sits(log, hands, 2)
    log.close()
    return made


def sits(path: Path, hands: Hands) -> int:
    log = Log(path, hands)
    found = log.history.find()
    for sit in found:
        assert sit.note.endswith(sit.id)
        assert len(log.history.cues(sit.id)) == 20
    log.close()
    return len(found)


def names(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_going_back_to_a_backup_keeps_the_log_aside(path: Path, backup: Path, hands: Hands) -> None:
    before = path.read_bytes()
    restored = restore(path, backup, hands())
    assert (restored.contents.sits, restored.saved) == (4, 0)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == before
    assert stat.S_IMODE(restored.aside.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sits(path, hands) == 4
    again = restore(path, restored.aside, hands())
    assert again.contents.sits == 6
    assert sits(path, hands) == 6


def test_what_was_not_yet_in_the_file_itself_is_kept_aside_too(
    path: Path, backup: Path, hands: Hands
) -> None:
    child = start(path, "sit")  # killed, it leaves a write-ahead log
    assert child.stdout is not None
    while not child.stdout.readline().startswith("reflected"):
        continue
    child.kill()
    child.communicate(timeout=60)
    assert path.with_name("mindful.db-wal").exists()
    aside = restore(path, backup, hands()).aside
    assert aside is not None
    assert sits(path, hands) == 4
    restore(path, aside, hands())
    log = Log(path, hands)
    log.sits.recover()
    assert len(log.history.find()) > 6
    log.close()


def test_another_computers_log_that_was_not_closed_can_be_restored(
    tmp_path: Path, path: Path, hands: Hands
) -> None:
    there, copied = tmp_path / "there" / "mindful.db", tmp_path / "stick"
    log = Log(there, hands)
    keep_sits(log, hands, 3)
    copied.mkdir()
    for name in ("mindful.db", "mindful.db-wal"):
        (copied / name).write_bytes(there.with_name(name).read_bytes())
    log.close()
    before = {name: (copied / name).read_bytes() for name in names(copied)}
    assert restore(path, copied / "mindful.db", hands()).contents.sits == 3
    assert {name: (copied / name).read_bytes() for name in names(copied)} == before
    assert sits(path, hands) == 3


def a_newer_log(path: Path) -> None:
    db = open_log(path)
    db.table("_sqlite_migrations").insert({"migration_set": "mindful", "name": "m999_later"})
    db.close()


def a_damaged_log(path: Path) -> None:
    open_log(path).close()
    damage_page(path, 3, random.Random(1))


def bookmarks(path: Path) -> None:
    theirs = sqlite3.connect(path)
    theirs.execute("CREATE TABLE bookmarks (url)")
    theirs.close()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "backup-missing"),
        (lambda path: path.mkdir(), "backup-unreadable"),
        (lambda path: path.touch(), "backup-foreign"),
        (lambda path: path.write_text("Dear diary, " * 1000), "backup-foreign"),
        (lambda path: path.write_bytes(random.Random(1).randbytes(8192)), "backup-foreign"),
        (bookmarks, "backup-foreign"),
        (a_newer_log, "backup-newer"),
        (a_damaged_log, "backup-damaged"),
    ],
    ids=["missing", "a folder", "empty", "a diary", "noise", "bookmarks", "newer", "damaged"],
)
def test_a_source_that_is_no_good_backup_changes_nothing(
    tmp_path: Path, path: Path, backup: Path, hands: Hands, make: object, code: str
) -> None:
    source = tmp_path / "source.db"
    assert callable(make)
    make(source)
    before, there = path.read_bytes(), names(path.parent)
    with pytest.raises(LogTrouble) as trouble:
        restore(path, source, hands())
    assert code_of(trouble) == code
    assert trouble.value.facts["path"] == str(source)
    assert path.read_bytes() == before
    assert names(path.parent) == there


def test_the_log_is_no_backup_of_itself(path: Path, backup: Path, hands: Hands) -> None:
    link = path.with_name("link.db")
    link.symlink_to(path)
    with pytest.raises(LogTrouble) as trouble:
        restore(path, link, hands())
    assert code_of(trouble) == "backup-is-the-log"
    assert sits(path, hands) == 6


@pytest.mark.parametrize("sitting", [True, False])
def test_a_log_that_another_copy_has_open_stays(
    path: Path, backup: Path, hands: Hands, sitting: bool
) -> None:
    other = start(path, "hold" if sitting else "back-up")
    assert other.stdout is not None
    other.stdout.readline()
    there = names(path.parent)
    with pytest.raises(LogTrouble) as trouble:
        restore(path, backup, hands(), busy_seconds=0.05)
    assert code_of(trouble) == ("sit-already-playing" if sitting else "log-busy")
    assert names(path.parent) == there
    other.communicate("end\n", timeout=60)
    assert other.returncode == 0
    assert restore(path, backup, hands()).aside is not None


def test_a_computer_without_a_log_gets_one(tmp_path: Path, backup: Path, hands: Hands) -> None:
    fresh = tmp_path / "new" / "mindful.db"
    restored = restore(fresh, backup, hands())
    assert (restored.contents.sits, restored.aside) == (4, None)
    assert stat.S_IMODE(fresh.parent.stat().st_mode) == 0o700
    assert sits(fresh, hands) == 4


def test_the_newest_good_backup_is_offered(path: Path, backup: Path, hands: Hands) -> None:
    newer = backup.with_name("mindful-2027-01-01.db")
    newer.write_bytes(backup.read_bytes())
    damage_page(newer, 2, random.Random(5))
    found = recovery(path)
    assert found is not None
    assert (found.backup.path, found.contents.sits) == (backup, 4)
    damage_page(backup, 2, random.Random(5))
    assert recovery(path) is None
    assert recovery(path.parent / "elsewhere" / "mindful.db") is None


def test_without_a_backup_what_can_be_read_is_saved(path: Path, hands: Hands) -> None:
    log = Log(path, hands)
    kept = keep_sits(log, hands, 30)
    log.profile.set("name", "Ada")
    log.close()
    assert not is_damaged(path)
    damage_page(path, last_page_of(path, "sits"), random.Random(5))
    assert is_damaged(path)
    restored = restore(path, None, hands())
    assert restored.contents.sits == restored.saved >= 10  # a page has room for some sixteen
    log = Log(path, hands)
    assert {sit.id for sit in log.history.find()} <= {*kept}
    assert log.profile.all() == {"name": "Ada"}
    assert log.sits.begin(a_sit()).id not in kept
    log.close()


def test_damage_inside_a_text_is_told_and_mended(path: Path, hands: Hands) -> None:
    log = Log(path, hands)
    sit = log.sits.begin(a_sit()).id
    log.sits.reflect(sit, note="x" * 50_000)
    log.close()
    whole = path.read_bytes()
    middle = whole.index(b"x" * 4000) + 2000
    path.write_bytes(whole[:middle] + b"\xff\xfe\x80" + whole[middle + 3 :])
    log = Log(path, hands)  # no structure shows it
    with pytest.raises(LogTrouble) as trouble:
        log.history.get(sit)
    assert code_of(trouble) == "log-damaged"
    log.close()
    assert is_damaged(path)
    restore(path, None, hands())
    log = Log(path, hands)
    assert log.history.get(sit).note.count("x") == 50_000 - 3
    log.close()


def test_a_full_disk_leaves_the_log_as_it_was(
    path: Path, backup: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, there = path.read_bytes(), names(path.parent)
    real, room = os.fsync, 0

    def full(handle: int) -> None:
        nonlocal room
        room -= 1
        if room < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    for files in (0, 1):  # no room for the file that comes; none for the one put aside
        room = files
        with pytest.raises(LogTrouble) as trouble:
            restore(path, backup, hands())
        assert code_of(trouble) == "log-disk-full"
        assert path.read_bytes() == before
        assert names(path.parent) - {"mindful.db.playing"} == there - {"mindful.db.playing"}


def test_a_restore_that_is_killed_leaves_one_log_or_the_other(
    path: Path, backup: Path, hands: Hands
) -> None:
    both = [backup, backup.with_name("later.db")]
    log = Log(path, hands)
    log.backups.write(both[1])
    log.close()
    chance = random.Random(8)
    for _ in range(6):
        child = start(path, "restore", *map(str, both))
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.communicate(timeout=chance.random() * 0.2)
        child.kill()
        child.communicate(timeout=60)
        assert sits(path, hands) in {4, 6}
    assert restore(path, backup, hands()).contents.sits == 4
    assert not [name for name in names(path.parent) if "restoring" in name and "before" not in name]


def test_the_desk_restores_between_other_work(path: Path, backup: Path, hands: Hands) -> None:
    desk = LogDesk(path, hands)
    assert desk.submit(lambda log: len(log.history.find())).result(SOON) == 6
    assert desk.restore(backup).result(SOON).contents.sits == 4
    assert desk.submit(lambda log: len(log.history.find())).result(SOON) == 4
    desk.close()


def test_the_desk_restores_a_log_that_it_cannot_open(
    path: Path, backup: Path, hands: Hands
) -> None:
    damage_page(path, 0, random.Random(5))
    desk = LogDesk(path, hands)
    with pytest.raises(LogTrouble):
        desk.submit(lambda log: log.history.find()).result(SOON)
    assert desk.restore(backup).result(SOON).contents.sits == 4
    assert desk.submit(lambda log: len(log.history.find())).result(SOON) == 4
    desk.close()
