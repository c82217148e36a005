from __future__ import annotations

import os
import random
import stat
from datetime import date
from pathlib import Path

import pytest

from mindful.log.backups import Backups
from mindful.log.checking import check_copy
from mindful.log.driver import connect_to
from mindful.log.errors import LogTrouble
from mindful.log.log import Log
from mindful.log.rotation import backups_in, folder_beside
from tests.log.aids import PAGE, Hands, a_sit, code_of, damage_page, keep_sits, start, utc_now


def days(path: Path) -> list[date]:
    return [backup.day for backup in backups_in(folder_beside(path))]


def bytes_found(folder: Path, words: bytes) -> list[str]:
    return [
        file.name for file in folder.rglob("*") if file.is_file() and words in file.read_bytes()
    ]


def test_the_first_sit_of_a_day_makes_its_backup(log: Log, path: Path, hands: Hands) -> None:
    keep_sits(log, hands, 3, hours=0.1)
    made = log.backups.keep_today()
    assert made is not None
    assert check_copy(made).sits == 3
    keep_sits(log, hands, 1, hours=0.1)
    assert log.backups.keep_today() is None
    hands.move(days=1)
    assert log.backups.keep_today() is not None
    assert days(path) == [date(2026, 11, 24), date(2026, 11, 23)]


def test_a_backup_is_one_private_file(log: Log, path: Path, hands: Hands) -> None:
    before = os.umask(0)
    try:
        keep_sits(log, hands, 1)
        made = log.backups.renew_today()
    finally:
        os.umask(before)
    assert [file.name for file in made.parent.iterdir()] == ["mindful-2026-11-23.db"]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_old_backups_go(log: Log, path: Path, hands: Hands) -> None:
    for _ in range(40):
        hands.move(days=1)
        log.backups.keep_today()
    kept = days(path)
    assert len(kept) == 7 + 2 + 1  # days, weeks before them, the month before those
    assert kept[0] == date(2027, 1, 2)


def test_a_whole_log_with_all_it_holds_is_backed_up_while_another_writes(
    log: Log, path: Path, hands: Hands
) -> None:
    (sit,) = keep_sits(log, hands, 1)
    log.profile.set("name", "Ada")
    child = start(path, "sit")
    assert child.stdout is not None
    child.stdout.readline()
    made = [log.backups.renew_today() for _ in range(10)][-1]
    child.kill()
    child.communicate(timeout=60)
    copy = Log(made, hands)
    assert copy.history.get(sit).note == f"note 0 of {sit}"
    assert len(copy.history.cues(sit)) == 20
    assert copy.profile.all() == {"name": "Ada"}
    copy.close()


def test_two_copies_of_the_app_may_back_up_at_once(log: Log, path: Path, hands: Hands) -> None:
    keep_sits(log, hands, 5)
    others = [start(path, "back-up") for _ in range(2)]
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
    for other in others:
        assert other.stdin is not None
        other.stdin.write("go\n")
        other.stdin.flush()
    for other in others:
        other.communicate(timeout=60)
    assert [other.returncode for other in others] == [0, 0]
    (made,) = folder_beside(path).iterdir()
    assert check_copy(made).sits == 5


def test_a_damaged_log_never_takes_the_place_of_a_good_backup(path: Path, hands: Hands) -> None:
    log = Log(path, hands)
    keep_sits(log, hands, 30, hours=0.1)
    made = log.backups.renew_today()
    good = made.read_bytes()
    log.close()
    whole = path.read_bytes()
    chance = random.Random(3)
    told = set()
    for page in range(1, len(whole) // PAGE):
        path.write_bytes(whole)
        damage_page(path, page, chance)
        # Open while it happens, as a failing disk does it: nothing has been looked through.
        connection = connect_to(path, busy_seconds=0)
        try:
            Backups(connection, path, hands).renew_today()
        except LogTrouble as trouble:
            told.add(trouble.code)
            assert made.read_bytes() == good
            assert [file.name for file in made.parent.iterdir()] == [made.name]
        else:  # damage in an index alone, which is made anew
            assert check_copy(made).sits == 30
            made.write_bytes(good)
        connection.close()
    assert told <= {"log-damaged", "backup-damaged"}
    assert "log-damaged" in told


def test_a_place_that_cannot_be_written_is_told(log: Log, tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    (tmp_path / "in the way").touch()
    for place in (tmp_path / "a folder", tmp_path / "in the way" / "b.db", Path("/dev/full/b.db")):
        with pytest.raises(LogTrouble) as trouble:
            log.backups.write(place)
        assert code_of(trouble) == "backup-unwritable"
        assert trouble.value.facts["path"] == str(place)
    assert {file.name for file in tmp_path.iterdir()} == {"a folder", "in the way", "data"}


def test_what_a_killed_process_left_is_taken_away_in_time(
    path: Path, hands: Hands, log: Log
) -> None:
    folder = folder_beside(path)
    folder.mkdir()
    old, young = folder / ".mindful-2026-01-01.db.17.part", folder / ".mindful-x.db.18.part"
    for file, age in ((old, 2), (young, 0)):
        file.touch()
        moment = hands.now.timestamp() - age * 86400
        os.utime(file, (moment, moment))
    log.backups.renew_today()
    assert not old.exists()
    assert young.exists()


def test_a_sit_deleted_on_its_day_is_in_no_backup(log: Log, path: Path, hands: Hands) -> None:
    keep_sits(log, hands, 2, hours=24)
    log.backups.keep_today()
    hands.move(days=1)
    sit = log.sits.begin(a_sit(feelings=("quite private word",)))
    log.sits.reflect(sit.id, note="nobody shall read this")
    log.backups.keep_today()
    assert len(bytes_found(path.parent, b"nobody shall read this")) >= 2
    log.sits.discard(sit.id)
    assert bytes_found(path.parent, b"nobody shall read this") == []
    assert bytes_found(path.parent, b"quite private word") == []
    assert len(days(path)) == 2
    assert check_copy(folder_beside(path) / "mindful-2026-11-26.db").sits == 2


@pytest.mark.parametrize("days", [0, 1])
def test_a_backup_that_goes_is_overwritten(log: Log, path: Path, hands: Hands, days: int) -> None:
    sit = log.sits.begin(a_sit())
    log.sits.reflect(sit.id, note="nobody shall read this")
    made = log.backups.keep_today()
    assert made is not None
    with made.open("rb") as still_there:
        hands.move(days=days)
        log.sits.discard(sit.id)
        assert b"nobody shall read this" not in still_there.read()
    assert bytes_found(path.parent, b"nobody shall read this") == []


def test_a_copy_that_shares_a_backups_bytes_is_the_persons_own(
    log: Log, path: Path, hands: Hands, tmp_path: Path
) -> None:
    sit = log.sits.begin(a_sit())
    log.sits.reflect(sit.id, note="nobody shall read this")
    made = log.backups.keep_today()
    assert made is not None
    (tmp_path / "snapshot").hardlink_to(made)
    hands.move(days=1)
    log.sits.discard(sit.id)
    assert b"nobody shall read this" in (tmp_path / "snapshot").read_bytes()


def test_a_sit_deleted_leaves_no_backup_even_where_none_can_be_made(
    log: Log, path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sit,) = keep_sits(log, hands, 1)
    log.backups.keep_today()

    def full(_: Backups, place: Path) -> None:
        raise LogTrouble("backup-disk-full", path=str(place))

    monkeypatch.setattr(Backups, "write", full)
    log.sits.discard(sit)
    assert days(path) == []


def test_a_log_never_backed_up_gets_no_backup_by_a_deletion(
    log: Log, path: Path, hands: Hands
) -> None:
    (sit,) = keep_sits(log, hands, 1)
    log.sits.discard(sit)
    assert not folder_beside(path).exists()


def test_the_newest_backup_is_known(path: Path) -> None:
    log = Log(path, utc_now)
    assert log.backups.newest() is None
    made = log.backups.renew_today()
    newest = log.backups.newest()
    assert newest is not None
    assert newest.path == made
    log.close()
