from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from mindful.log.driver import OperationalError, connect_to
from mindful.log.errors import LogTrouble
from mindful.log.opening import open_log
from mindful.log.store import Store
from mindful.log.telling import telling
from tests.log.aids import Hands, code_of, start


@pytest.fixture
def store(path: Path, hands: Hands) -> Iterator[Store]:
    opened = Store(open_log(path, busy_seconds=0.1), path, hands)
    yield opened
    opened.close()


def put(store: Store, key: str, value: str = "") -> int:
    with store.change() as change:
        change.put("profile", {"key": key, "value": value, "deleted_at": None})
        return change.stamp.hlc


def keys(store: Store) -> list[object]:
    return [row["key"] for row in store.rows("SELECT key FROM profile ORDER BY key")]


def test_a_change_holds_whole_or_not_at_all(store: Store) -> None:
    put(store, "before")
    with suppress(ZeroDivisionError), store.change() as change:
        change.put("profile", {"key": "half", "value": "", "deleted_at": None})
        _ = 1 / 0
    assert keys(store) == ["before"]
    put(store, "after")
    assert keys(store) == ["after", "before"]


def test_stamps_rise_over_edits_processes_and_clocks_set_back(
    store: Store, path: Path, hands: Hands
) -> None:
    other = Store(open_log(path), path, Hands(hands.now - timedelta(days=400)))
    stamps = [put(store, "a"), put(other, "b"), put(store, "c"), put(other, "d")]
    hands.move(days=-30)
    stamps.append(put(store, "e"))
    other.close()
    assert stamps == sorted(set(stamps))
    kept = store.rows("SELECT hlc, device FROM profile ORDER BY key")
    assert [row["hlc"] for row in kept] == stamps
    assert {row["device"] for row in kept} == {store.device()}


def test_half_a_character_does_not_stop_a_change(store: Store) -> None:
    put(store, "key", "caf\udce9")
    (row,) = store.rows("SELECT value FROM profile")
    assert row["value"] == "caf?"


def test_another_that_writes_is_waited_for_and_then_told(store: Store, path: Path) -> None:
    other = connect_to(path, 0)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LogTrouble) as trouble:
        put(store, "late")
    assert code_of(trouble) == "log-busy"
    assert keys(store) == []  # reading goes on meanwhile
    other.execute("ROLLBACK")
    other.close()
    put(store, "late")
    assert keys(store) == ["late"]


def test_a_full_disk_is_told_and_what_was_kept_stays(store: Store) -> None:
    put(store, "before")
    (row,) = store.rows("PRAGMA page_count")
    (most,) = store.rows("PRAGMA max_page_count")
    store.rows(f"PRAGMA max_page_count = {row['page_count']}")
    with pytest.raises(LogTrouble) as trouble:
        put(store, "large", "x" * 100_000)
    assert code_of(trouble) == "log-disk-full"
    assert keys(store) == ["before"]
    store.rows(f"PRAGMA max_page_count = {most['max_page_count']}")
    put(store, "large", "x" * 100_000)
    assert keys(store) == ["before", "large"]


def test_a_file_that_cannot_grow_is_told_and_written_again_when_it_can(
    path: Path, hands: Hands
) -> None:
    """The kernel stops the write, as a full disk or a quota does."""
    said, _ = start(path, "fill").communicate(timeout=60)
    code, kept = said.split()
    assert code in {"log-disk-failed", "log-disk-full"}
    assert int(kept) > 3
    store = Store(open_log(path), path, hands)
    found = store.rows("SELECT key FROM drafts WHERE length(text) IN (5000, 10)")
    store.close()
    assert {row["key"] for row in found} == {
        "afterwards",
        *(f"draft-{number}" for number in range(int(kept))),
    }


def test_a_file_that_may_not_be_written_is_told(store: Store) -> None:
    store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(LogTrouble) as trouble:
        put(store, "key")
    assert code_of(trouble) == "log-unwritable"


def test_damage_met_while_reading_is_told(store: Store, path: Path) -> None:
    for number in range(50):
        put(store, f"key-{number}", "x" * 2000)
    store.sweep()
    (root,) = store.rows("SELECT rootpage FROM sqlite_master WHERE name = 'profile'")
    at = (int(root["rootpage"] or 0) - 1) * 4096
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\x7f" * 4096)
    store._db.execute("PRAGMA shrink_memory")  # forget the good copy of the page
    with pytest.raises(LogTrouble) as trouble:
        keys(store)
    assert code_of(trouble) == "log-damaged"


def test_our_own_mistakes_are_not_the_worlds(store: Store) -> None:
    with pytest.raises(RuntimeError, match="bug"), store.change() as change:
        change.put("profile", {"key": "no value", "value": None})


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "log-disk-full"),
        (errno.EDQUOT, "log-disk-full"),
        (errno.EACCES, "log-unwritable"),
        (errno.EROFS, "log-unwritable"),
    ],
)
def test_what_the_file_system_says_is_told(number: int, code: str, path: Path) -> None:
    with pytest.raises(LogTrouble) as trouble, telling(path):
        raise OSError(number, "no")
    assert code_of(trouble) == code
    assert trouble.value.facts == {"path": str(path)}


@pytest.mark.parametrize(
    ("free", "code"), [(0, "log-disk-full"), (10**9, "log-disk-failed"), (None, "log-disk-failed")]
)
def test_a_failed_write_is_a_full_disk_where_there_is_no_room(
    free: int | None, code: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_usage(_: Path) -> tuple[int, int, int]:
        if free is None:
            raise FileNotFoundError
        return usage(10**9, 10**9 - free, free)

    usage = type(shutil.disk_usage("/"))
    monkeypatch.setattr(shutil, "disk_usage", disk_usage)
    error = OperationalError("disk I/O error")
    error.sqlite_errorcode = 778  # SQLITE_IOERR_WRITE
    with pytest.raises(LogTrouble) as trouble, telling(path):
        raise error
    assert code_of(trouble) == code


def test_any_other_error_of_sqlite_is_told_by_its_name(store: Store) -> None:
    with pytest.raises(LogTrouble) as trouble:
        store.rows("SELECT nothing FROM nowhere")
    assert code_of(trouble) == "log-failed"
    assert trouble.value.facts["reason"] == "SQLITE_ERROR"
