"""An encrypted log: opened, refused, backed up, restored, saved from damage."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from mindful.log.checking import check_copy
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.log import Log
from mindful.log.opening import open_log
from mindful.log.restoring import is_damaged, recovery, restore
from mindful.log.sealed import PAGE, header_of, is_sealed
from tests.log.aids import Hands, a_sit, code_of, damage_page, keep_sits

PASSPHRASE = "a quiet place – ünï"
KEY = Key.derived(PASSPHRASE, bytes(range(16)))
OTHER = Key.derived("another", bytes(range(16)))
WORD = "Quixotl"


def an_encrypted_log(path: Path, hands: Hands, sits: int = 8) -> None:
    with closing(Log(path, hands, key=KEY)) as log:
        keep_sits(log, hands, sits)


def texts_in(folder: Path) -> list[str]:
    """Files in which something of a log can be read."""
    found = []
    for file in folder.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        if any(word in data for word in (b"SQLite format", b"CREATE TABLE", b"note 1 of")):
            found.append(file.name)
    return found


def test_nothing_can_be_read_in_the_file_its_journal_or_its_backup(
    path: Path, hands: Hands
) -> None:
    with closing(Log(path, hands, key=KEY)) as log:
        keep_sits(log, hands, 3)
        log.backups.renew_today()
        assert path.with_name("mindful.db-wal").stat().st_size > 0
        assert texts_in(path.parent) == []
    assert is_sealed(path)
    assert texts_in(path.parent) == []


def test_a_backup_that_rotates_out_is_overwritten_first(path: Path, hands: Hands) -> None:
    """Held open, as the disk holds what no name leads to any more."""
    with closing(Log(path, hands, key=KEY)) as log:
        keep_sits(log, hands, 1)
        first = log.backups.keep_today()
        assert first is not None
        assert is_sealed(first)
        with first.open("rb") as held:
            while first.exists():
                hands.move(days=1)
                log.backups.keep_today()
            assert set(held.read()) == {0}
        assert texts_in(path.parent) == []


def test_it_opens_with_its_key_alone_and_refusing_changes_nothing(path: Path, hands: Hands) -> None:
    an_encrypted_log(path, hands)
    before = path.read_bytes()
    for key, code in ((None, "log-locked"), (OTHER, "passphrase-wrong")):
        with pytest.raises(LogTrouble) as trouble:
            open_log(path, key=key)
        assert code_of(trouble) == code
        assert set(trouble.value.facts) == {"path"}
        assert path.read_bytes() == before
    with closing(Log(path, hands, key=KEY)) as log:
        assert len(log.history.find()) == 8


def test_a_wrong_key_writes_nothing_to_standard_error(
    path: Path, hands: Hands, capfd: pytest.CaptureFixture[str]
) -> None:
    an_encrypted_log(path, hands, 1)
    with pytest.raises(LogTrouble):
        open_log(path, key=OTHER)
    assert capfd.readouterr() == ("", "")


def test_any_program_that_knows_sqlcipher_opens_it_with_the_passphrase(
    path: Path, hands: Hands
) -> None:
    an_encrypted_log(path, hands)
    with closing(sqlcipher.connect(path)) as theirs:
        theirs.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert theirs.execute("SELECT count(*) FROM sits").fetchone() == (8,)


def test_a_key_does_not_show_itself() -> None:
    assert KEY.to_text() not in f"{KEY!r} {KEY} {KEY!s}"
    assert Key.from_text(KEY.to_text()) is not None
    assert Key.from_text("no key") is None
    assert Key.from_text("00" * 47) is None
    gone = Key(b"x" * 32, b"y" * 16)
    gone.forget()
    assert gone.is_same(Key(bytes(32), b"y" * 16))


def test_accents_typed_in_one_piece_or_two_give_one_key() -> None:
    salt = b"s" * 16
    assert Key.derived("caf\u00e9", salt).is_same(Key.derived("cafe\u0301", salt))
    assert not Key.derived("café", salt).is_same(Key.derived("cafe", salt))


@pytest.mark.parametrize("page", range(12))
def test_a_changed_page_is_told_or_holds_nothing(path: Path, hands: Hands, page: int) -> None:
    """Free pages too: every one of them is signed."""
    an_encrypted_log(path, hands)
    damage_page(path, page, random.Random(page))
    with pytest.raises(LogTrouble) as trouble:
        open_log(path, key=KEY)
    assert code_of(trouble) == ("log-damaged" if page else "passphrase-wrong")


def test_a_plain_log_whose_beginning_is_noise_is_not_taken_for_locked(
    path: Path, hands: Hands
) -> None:
    with closing(Log(path, hands)) as log:
        keep_sits(log, hands, 8)
    damage_page(path, 0, random.Random(3))
    assert not is_sealed(path)
    with pytest.raises(LogTrouble) as trouble:
        open_log(path)
    assert code_of(trouble) == "log-foreign"


def test_a_locked_log_with_a_lost_page_is_still_seen_as_locked(path: Path, hands: Hands) -> None:
    an_encrypted_log(path, hands, 30)
    with path.open("r+b") as file:
        file.seek(5 * PAGE)
        file.write(bytes(PAGE))
        file.truncate(path.stat().st_size - 100)
    assert is_sealed(path)


def test_backups_are_encrypted_checked_and_found(path: Path, hands: Hands) -> None:
    with closing(Log(path, hands, key=KEY)) as log:
        keep_sits(log, hands, 3)
        made = log.backups.renew_today()
    assert header_of(made) == header_of(path)
    assert check_copy(made, key=KEY).sits == 3
    with pytest.raises(LogTrouble) as trouble:
        check_copy(made)
    assert code_of(trouble) == "backup-locked"
    assert recovery(path) is None
    found = recovery(path, KEY)
    assert found is not None
    assert found.contents.sits == 3


def test_a_damaged_locked_log_is_mended_by_its_backup_and_what_can_be_read(
    path: Path, hands: Hands
) -> None:
    with closing(Log(path, hands, key=KEY)) as log:
        keep_sits(log, hands, 20)
        made = log.backups.renew_today()
        newer = log.sits.begin(a_sit(feelings=(WORD,))).id
    size = path.stat().st_size
    damage_page(path, size // PAGE - 1, random.Random(4))
    assert is_damaged(path, KEY)
    restored = restore(path, made, hands(), key=KEY)
    assert restored.contents.records >= 20
    with closing(Log(path, hands, key=KEY)) as log:
        assert len(log.history.find()) >= 20
        assert restored.saved == 0 or log.history.get(newer).feelings == (WORD,)
    assert texts_in(path.parent) == []


def test_a_plain_backup_in_the_place_of_a_locked_log_is_encrypted(
    path: Path, hands: Hands, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.db"
    with closing(Log(plain, hands)) as log:
        keep_sits(log, hands, 4)
    an_encrypted_log(path, hands, 2)
    restore(path, plain, hands(), key=KEY)
    assert is_sealed(path)
    with closing(Log(path, hands, key=KEY)) as log:
        assert len(log.history.find()) == 4
    assert texts_in(path.parent) == []


def test_a_locked_backup_needs_its_key(path: Path, hands: Hands, tmp_path: Path) -> None:
    locked = tmp_path / "locked.db"
    an_encrypted_log(locked, hands, 4)
    before = locked.read_bytes()
    with closing(Log(path, hands)) as log:
        keep_sits(log, hands, 1)
    with pytest.raises(LogTrouble) as trouble:
        restore(path, locked, hands())
    assert code_of(trouble) == "backup-locked"
    with closing(Log(path, hands)) as log:
        assert len(log.history.find()) == 1
    restore(path, locked, hands(), key=KEY)
    with closing(Log(path, hands, key=KEY)) as log:
        assert len(log.history.find()) == 4
    assert locked.read_bytes() == before


def test_an_empty_log_in_the_place_of_a_locked_one_is_locked(path: Path, hands: Hands) -> None:
    an_encrypted_log(path, hands, 4)
    restore(path, None, hands(), key=KEY)
    assert is_sealed(path)


def test_a_plain_log_is_plain_sqlite(path: Path, hands: Hands) -> None:
    with closing(Log(path, hands)) as log:
        keep_sits(log, hands, 2)
    with closing(sqlite3.connect(path)) as theirs:
        assert theirs.execute("SELECT count(*) FROM sits").fetchone() == (2,)
