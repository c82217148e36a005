from __future__ import annotations

import errno
from pathlib import Path

import pytest

from mindful.log import playing
from mindful.log.playing import PlayingLock
from tests.log.aids import start


def test_one_has_it_at_a_time(tmp_path: Path) -> None:
    one, other = (PlayingLock(tmp_path / "lock") for _ in range(2))
    assert not one.is_taken_elsewhere()
    assert one.take()
    assert one.take()  # it is ours already
    assert not other.take()
    assert other.is_taken_elsewhere()
    assert not one.is_taken_elsewhere()
    one.release()
    one.release()
    assert other.take()
    other.release()


def test_it_dies_with_its_process(path: Path) -> None:
    child = start(path, "hold")
    assert child.stdout is not None
    assert child.stdout.readline().startswith("begun")
    lock = PlayingLock(path.with_name("mindful.db.playing"))
    assert lock.is_taken_elsewhere()
    child.kill()
    child.communicate(timeout=60)
    assert lock.take()
    lock.release()


def test_where_there_are_no_locks_everyone_gets_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(playing, "_lock", no_locks)
    one, other = (PlayingLock(tmp_path / "lock") for _ in range(2))
    assert one.take()
    assert other.take()
    one.release()
    other.release()
