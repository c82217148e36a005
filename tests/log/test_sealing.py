"""The lock turned on, changed and taken off: all of the log or nothing, and nothing left behind."""

from __future__ import annotations

import os
import random
import select
import time
from contextlib import closing
from pathlib import Path

import pytest

from mindful.log import sealing
from mindful.log.driver import connect_to, export_into
from mindful.log.errors import LogTrouble
from mindful.log.key import Key
from mindful.log.log import Log
from mindful.log.sealed import PLAIN, header_of, is_sealed
from mindful.log.sealing import change_key, is_unfinished
from tests.log.aids import Hands, code_of, damage_page, keep_sits, start
from tests.log.test_encrypted import texts_in

KEY = Key(bytes(range(32)), b"first salt 12345")
OTHER = Key(bytes(range(1, 33)), b"other salt 12345")


def a_log(path: Path, hands: Hands, sits: int = 6) -> None:
    with closing(Log(path, hands)) as log:
        keep_sits(log, hands, sits)
        log.profile.set("name", "Quixotl")
        log.backups.renew_today()


def everything(path: Path, hands: Hands, key: Key | None) -> tuple[object, ...]:
    with closing(Log(path, hands, key=key)) as log:
        sits = log.history.find()
        return (sits, [log.history.cues(sit.id) for sit in sits], log.profile.all())


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*") if file.is_file()}


def test_on_changed_and_off_keep_everything(path: Path, hands: Hands) -> None:
    a_log(path, hands)
    before = everything(path, hands, None)
    for old, new in ((None, KEY), (KEY, OTHER), (OTHER, None)):
        change_key(path, old, new)
        assert everything(path, hands, new) == before
        assert is_sealed(path) is (new is not None)
        backups = list((path.parent / "backups").iterdir())
        assert [header_of(backup) for backup in backups] == [header_of(path)]
    assert header_of(path) == PLAIN
    assert names(path.parent) == {"mindful.db", "mindful.db.playing", backups[0].name}


def test_once_locked_nothing_is_left_in_the_plain(path: Path, hands: Hands) -> None:
    a_log(path, hands)
    copy = path.parent / "backups" / "before-restoring-2026-11-01-120000.db"
    copy.write_bytes(path.read_bytes())
    copy.with_name(f"{copy.name}-wal").write_bytes(b"note 1 of")
    (path.parent / "backups" / ".mindful-2026-11-20.db.77.part").write_bytes(path.read_bytes())
    change_key(path, None, KEY)
    Log(path, hands, key=KEY).close()
    assert texts_in(path.parent) == []
    assert len(names(path.parent)) == 3


def test_the_file_of_before_is_overwritten(path: Path, hands: Hands) -> None:
    """Held open, as the disk holds what no name leads to any more."""
    a_log(path, hands)
    backup = next((path.parent / "backups").iterdir())
    with path.open("rb") as former, backup.open("rb") as copy:
        change_key(path, None, KEY)
        Log(path, hands, key=KEY).close()
        assert set(former.read()) == {0}
        assert set(copy.read()) == {0}


def test_a_log_that_another_uses_stays(path: Path, hands: Hands) -> None:
    a_log(path, hands)
    other = start(path, "hold")
    assert other.stdout is not None
    assert other.stdout.readline()
    with pytest.raises(LogTrouble) as trouble:
        change_key(path, None, KEY, busy_seconds=0.05)
    assert code_of(trouble) in {"log-busy", "sit-already-playing"}
    other.kill()
    other.communicate()
    assert header_of(path) == PLAIN


def test_a_log_that_is_damaged_is_not_replaced(path: Path, hands: Hands) -> None:
    a_log(path, hands, 30)
    for page in range(8, path.stat().st_size // 4096, 2):
        damage_page(path, page, random.Random(page))
    before = path.read_bytes()
    with pytest.raises(LogTrouble) as trouble:
        change_key(path, None, KEY)
    assert code_of(trouble) in {"log-damaged", "backup-damaged"}
    assert path.read_bytes() == before


def test_what_was_written_is_compared_before_it_replaces_anything(
    path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_log(path, hands)

    def all_but_one(*args: object) -> None:
        export_into(*args)  # type: ignore[arg-type]  # passed on
        with closing(connect_to(path.with_name(".mindful.db.coming"), 0, KEY)) as connection:
            connection.execute("DELETE FROM profile")
            connection.commit()

    monkeypatch.setattr(sealing, "export_into", all_but_one)
    with pytest.raises(LogTrouble):
        change_key(path, None, KEY)
    monkeypatch.undo()
    assert len(everything(path, hands, None)) == 3
    assert not is_unfinished(path)
    assert names(path.parent) >= {"mindful.db"}
    assert not list(path.parent.glob(".*"))


def killed_while_changing(path: Path, chance: random.Random) -> list[Key | None]:
    """Kill a process that changes the key, at any moment; the keys that may open the log now."""
    child = start(path, "change-keys")
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(chance.randrange(1, 12))]
    over = time.monotonic() + chance.random() * 0.08
    while time.monotonic() < over:
        select.select([], [], [], 0.001)
    child.kill()
    said += child.stdout.read().splitlines(keepends=True)
    child.wait(60)
    child.communicate()
    told = [line.split()[1] for line in said if line.startswith("changing") and line[-1] == "\n"]
    return [None, *(None if key == "plain" else Key.from_text(key) for key in told)][-2:]


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment_either_log_is_there_whole(
    path: Path, hands: Hands, seed: int
) -> None:
    a_log(path, hands)
    before = everything(path, hands, None)
    key = None
    for candidate in killed_while_changing(path, random.Random(seed)):
        try:
            Log(path, hands, key=candidate).close()
        except LogTrouble as trouble:
            assert trouble.code in {"log-locked", "passphrase-wrong", "log-foreign"}
        else:
            key = candidate
            break
    else:
        pytest.fail("no key opens it")
    assert everything(path, hands, key) == before
    assert not is_unfinished(path)
    assert not list(path.parent.glob(".*"))
    backups = list((path.parent / "backups").iterdir())
    assert {header_of(backup) for backup in backups} == {header_of(path)}
    assert is_sealed(path) is (key is not None)
    assert (texts_in(path.parent) == []) is (key is not None)


@pytest.mark.parametrize("step", ["write", "link", "swap"])
def test_left_before_any_step_it_is_the_log_of_before(
    path: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """As a power cut would leave it: nothing is tidied up by the process itself."""
    a_log(path, hands)
    before = everything(path, hands, None)
    stops = {"write": "_write", "link": "_keep_to_overwrite", "swap": "swap"}
    child = os.fork()
    if child == 0:
        monkeypatch.setattr(sealing, stops[step], lambda *_: os._exit(0))
        change_key(path, None, KEY)
        os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    assert is_unfinished(path)
    assert everything(path, hands, None) == before
    assert not list(path.parent.glob(".*"))
