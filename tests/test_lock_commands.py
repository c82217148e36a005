"""``mindful lock`` and ``unlock``, and every command that opens a locked log."""

from __future__ import annotations

import os
import random
from contextlib import closing
from pathlib import Path

import pytest

from mindful.log.log import Log
from mindful.log.sealed import is_plain, is_sealed
from tests.log.aids import Hands, damage_page, keep_sits
from tests.log.test_encrypted import texts_in
from tests.test_backup_commands import Line

pytestmark = pytest.mark.usefixtures("quick_keys")

REFUSED = "locked with a passphrase"


class LockedLine(Line):
    """The command line; passphrases are given through a pipe."""

    def with_passphrases(self, given: tuple[str, ...], *arguments: str) -> tuple[int, str]:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{one}\n" for one in given).encode())
        os.close(writing)
        try:
            return self(*arguments, "--passphrase-fd", str(reading))
        finally:
            os.close(reading)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> LockedLine:
    line = LockedLine(tmp_path / "data", capsys)
    with closing(Log(line.data / "mindful.db", Hands())) as log:
        keep_sits(log, Hands(), 12)
        log.backups.renew_today()
    return line


def test_lock_change_and_unlock(run: LockedLine) -> None:
    log = run.data / "mindful.db"
    code, told = run.with_passphrases(("first",), "lock")
    assert (code, is_sealed(log)) == (0, True)
    assert "The log is locked." in told
    assert texts_in(run.data) == []
    code, told = run("history")
    assert code == 1
    assert REFUSED in told
    assert run.with_passphrases(("first",), "history")[1].count("Mindfulness of Breath") == 12
    code, told = run.with_passphrases(("first", "second"), "lock")
    assert code == 0
    assert "The passphrase was changed." in told
    assert run.with_passphrases(("first",), "history") == (
        1,
        "That didn’t match. Take your time.\n",
    )
    assert run.with_passphrases(("second",), "history")[0] == 0
    assert run.with_passphrases(("second",), "unlock")[0] == 0
    assert is_plain(log)
    assert run("history")[1].count("Mindfulness of Breath") == 12


def test_the_option_may_stand_before_the_command(run: LockedLine) -> None:
    assert run.with_passphrases(("first",), "lock")[0] == 0
    reading, writing = os.pipe()
    os.write(writing, b"first")
    os.close(writing)
    assert run("--passphrase-fd", str(reading), "history")[0] == 0
    os.close(reading)


def test_a_wrong_passphrase_changes_nothing(run: LockedLine) -> None:
    run.with_passphrases(("first",), "lock")
    before = {file: file.read_bytes() for file in run.data.rglob("*") if file.is_file()}
    for command in (("lock",), ("unlock",), ("history",), ("backup",), ("restore",)):
        assert run.with_passphrases(("no",), *command)[0] == 1
    assert before == {file: file.read_bytes() for file in run.data.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("given", "words"),
    [((), "at least one character"), (("",), "at least one character")],
)
def test_nothing_is_locked_with_no_passphrase(
    run: LockedLine, given: tuple[str, ...], words: str
) -> None:
    code, told = run.with_passphrases(given, "lock")
    assert code == 1
    assert words in told
    assert is_plain(run.data / "mindful.db")


def test_without_a_terminal_nobody_is_asked(run: LockedLine) -> None:
    code, told = run("lock")
    assert code == 1
    assert "--passphrase-fd" in told
    code, told = run("unlock")
    assert code == 1
    assert "has no passphrase" in told


def test_what_is_no_descriptor_is_told(run: LockedLine) -> None:
    code, told = run("lock", "--passphrase-fd", "977")
    assert code == 1
    assert "977" in told
    assert told.count("\n") == 1


def test_a_copy_of_a_locked_log_goes_out_and_back(run: LockedLine, tmp_path: Path) -> None:
    run.with_passphrases(("first",), "lock")
    copy = tmp_path / "copy.db"
    assert run.with_passphrases(("first",), "backup", str(copy))[0] == 0
    assert is_sealed(copy)
    assert run.with_passphrases(("first",), "unlock")[0] == 0
    code, told = run("restore", str(copy))
    assert code == 1
    assert "another passphrase" in told
    assert run.with_passphrases(("no",), "restore", str(copy))[0] == 1
    assert is_plain(run.data / "mindful.db")
    code, told = run.with_passphrases(("first",), "restore", str(copy))
    assert (code, is_sealed(run.data / "mindful.db")) == (0, True)
    assert "The log holds 12 sits." in told


@pytest.mark.parametrize("page", [0, 9])
def test_a_damaged_locked_log_is_mended(run: LockedLine, page: int) -> None:
    run.with_passphrases(("first",), "lock")
    damage_page(run.data / "mindful.db", page, random.Random(page))
    code, told = run.with_passphrases(("first",), "history")
    assert code == 1
    assert "is damaged" in told
    assert "restore” puts its newest good backup" in told
    code, told = run.with_passphrases(("first",), "restore")
    assert code == 0, told
    assert run.with_passphrases(("first",), "history")[1].count("Mindfulness of Breath") == 12
    assert is_sealed(run.data / "mindful.db")


def test_everything_is_deleted_by_the_word_alone(run: LockedLine) -> None:
    code, told = run("delete-everything")
    assert code == 1
    assert "Nothing was deleted" in told
    code, told = run("delete-everything", "--yes", "delete")
    assert code == 0
    assert f"Removed {run.data / 'mindful.db'}" in told
    assert not run.data.exists()


def test_the_doctor_takes_a_locked_log_for_no_fault(
    run: LockedLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    # It has every voice speak, and the natural one takes seconds to load.
    monkeypatch.setattr("mindful.voice.kokoro_engine.missing_packages", lambda: ("onnxruntime",))
    run.with_passphrases(("first",), "lock")
    told = run("doctor")[1]
    assert "locked with a passphrase" in told
    assert "locked like the log" in told
    assert "newest good one" in run.with_passphrases(("first",), "doctor")[1]
