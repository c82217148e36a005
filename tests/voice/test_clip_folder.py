from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mindful.voice import clip_folder
from mindful.voice.clip_folder import ClipFolder


def age(folder: Path, key: str, seconds: int) -> None:
    os.utime(folder / f"{key}.clip", (seconds, seconds))


def test_what_is_put_is_got(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path / "clips", 1000)
    assert folder.get("a") is None
    assert folder.put("a", b"one")
    assert folder.put("a", b"other")
    assert folder.get("a") == b"other"
    assert folder.size() == 5
    folder.drop("a")
    folder.drop("a")
    assert folder.get("a") is None


def test_only_the_person_may_look(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "clips"
    path.mkdir(parents=True, mode=0o777)
    path.chmod(0o777)
    ClipFolder(path, 1000).put("a", b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in path.iterdir()] == [0o600]


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 1000)
    for number, key in enumerate("abcd"):
        assert folder.put(key, bytes(250))
        age(tmp_path, key, 1000 + number)
    folder.get("a")
    assert folder.put("e", bytes(250))
    assert {key for key in "abcde" if folder.get(key)} == {"a", "d", "e"}
    assert folder.size() <= 1000


def test_what_is_larger_than_the_limit_is_not_kept(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 1000)
    folder.put("a", bytes(10))
    assert not folder.put("b", bytes(1001))
    assert folder.get("a") is not None


def test_what_a_crash_left_is_counted_and_grows_old(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 1000)
    left = tmp_path / "tmpcrash.part"
    left.write_bytes(bytes(900))
    os.utime(left, (1000, 1000))
    assert folder.size() == 900
    assert folder.put("a", bytes(200))
    assert not left.exists()
    assert folder.get("a") == bytes(200)


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    folder = ClipFolder(tmp_path, 10)
    folder.put("a", bytes(10))
    folder.put("b", bytes(10))
    folder.clear()
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("not a folder")
    folder = ClipFolder(tmp_path / "clips", 1000)
    assert not folder.put("a", b"one")
    assert folder.get("a") is None
    assert folder.size() == 0
    folder.clear()


def test_a_write_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 1_000_000)
    folder.put("a", b"the old one")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))  # a real error of write()
    try:
        assert not folder.put("a", bytes(100_000))
        assert not folder.put("b", bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert folder.get("a") == b"the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.clip"]


BUSY = """
import sys
from pathlib import Path
from mindful.voice import clip_folder
from mindful.voice.clip_folder import ClipFolder
folder = ClipFolder(Path(sys.argv[1]), 60_000)
for turn in range(400):
    key, letter = str(turn % 20), sys.argv[2].encode()
    folder.put(key, letter * 5_000)
    found = folder.get(str((turn * 7) % 20))
    assert found is None or (len(found) == 5_000 and len(set(found)) == 1), found[:9]
"""


def test_two_processes_share_it(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", BUSY, str(tmp_path), letter] for letter in "ab"]
    busy = [subprocess.Popen(command) for command in commands]
    assert [process.wait(60) for process in busy] == [0, 0]
    assert ClipFolder(tmp_path, 60_000).size() <= 60_000
    assert not list(tmp_path.glob("*.part"))


WRITE_FOR_EVER = """
import sys
from pathlib import Path
from mindful.voice import clip_folder
from mindful.voice.clip_folder import ClipFolder
folder = ClipFolder(Path(sys.argv[1]), 1_000_000_000)
print(flush=True)
while True:
    folder.put("a", b"x" * 5_000_000)
"""


@pytest.mark.parametrize("_turn", range(3))
def test_a_kill_in_mid_write_leaves_all_or_nothing(tmp_path: Path, _turn: int) -> None:
    command = [sys.executable, "-c", WRITE_FOR_EVER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.kill()
    found = ClipFolder(tmp_path, 1_000_000_000).get("a")
    assert found is None or len(found) == 5_000_000


def test_what_is_kept_for_good_is_not_driven_out(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, 10_000)
    assert not folder.keep("bridge")
    folder.put("bridge", b"b" * 4_000)
    assert folder.keep("bridge")
    for key in range(20):
        folder.put(str(key), bytes(3_000))
    assert folder.keep("bridge")
    assert folder.get("bridge") == b"b" * 4_000
    assert folder.size() <= 14_000
    folder.drop("bridge")
    assert folder.get("bridge") is None


def test_what_is_kept_for_good_has_a_limit_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines of voices long unused go, the oldest first."""
    monkeypatch.setattr(clip_folder, "KEPT_LIMIT", 10_000)
    folder = ClipFolder(tmp_path, 1_000_000)
    for age, key in enumerate("abcd"):
        folder.put(key, bytes(3_000))
        assert folder.keep(key)
        os.utime(tmp_path / f"{key}.kept", (age, age))
    folder.put("e", bytes(3_000))
    assert folder.keep("e")
    assert folder.get("a") is None
    assert folder.get("d") is not None
    folder.clear()
    assert list(tmp_path.iterdir()) == []
