"""Backups from the command line, and the way on that a damaged log's line shows."""

from __future__ import annotations

import random
import shlex
import stat
from pathlib import Path

import pytest

from mindful.cli import main
from mindful.commands.doctor import backups_finding, log_finding
from mindful.log.checking import check_copy
from mindful.log.log import Log
from mindful.parts import Parts
from mindful.paths import find_paths
from tests.log.aids import Hands, damage_page, keep_sits


class Line:
    """The command line over a data folder."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str]:
        code = main(["--data-dir", str(self.data), *arguments])
        told = self._capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out + told.err


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(tmp_path / "data", capsys)


def a_log(run: Line, sits: int, hands: Hands | None = None) -> None:
    log = Log(run.data / "mindful.db", hands or Hands())
    keep_sits(log, hands or Hands(), sits)
    log.close()


def test_a_backup_goes_where_it_is_asked_for_and_back(run: Line, tmp_path: Path) -> None:
    a_log(run, 2)
    place = tmp_path / "backup.db"
    assert run("backup", str(place))[0] == 0
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert check_copy(place).sits == 2
    hands = Hands()
    hands.move(days=3)
    a_log(run, 1, hands)
    code, told = run("restore", str(place))
    assert code == 0
    assert "The log holds 2 sits." in told
    aside = Path(told.rsplit(" ", 1)[1].strip().rstrip("."))
    assert check_copy(aside).sits == 3
    assert run("history")[1].count("Mindfulness of Breath") == 2


def test_a_backup_without_a_place_is_todays(run: Line) -> None:
    a_log(run, 1)
    for _ in range(2):
        code, told = run("backup")
        assert code == 0
        (made,) = (run.data / "backups").iterdir()
        assert str(made) in told


def test_a_file_that_is_there_is_kept(run: Line, tmp_path: Path) -> None:
    place = tmp_path / "letter.txt"
    place.write_text("Dear diary")
    code, told = run("backup", str(place))
    assert (code, place.read_text()) == (1, "Dear diary")
    assert "--force" in told
    assert run("backup", "--force", str(place))[0] == 0
    assert check_copy(place).sits == 0


def test_what_is_no_backup_is_refused_in_a_line(run: Line, tmp_path: Path) -> None:
    a_log(run, 1)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear diary" * 100)
    for source in (letter, tmp_path / "gone.db", tmp_path, run.data / "mindful.db"):
        code, told = run("restore", str(source))
        assert code == 1
        assert len(told.splitlines()) == 1
        assert str(source) in told
    assert run("history")[1].count("Breath") == 1


def test_a_whole_log_is_not_restored_by_itself(run: Line) -> None:
    a_log(run, 1)
    code, told = run("restore")
    assert code == 1
    assert "isn’t damaged" in told
    assert str(run.data / "backups") in told


def test_the_line_that_a_damaged_log_shows_mends_it(run: Line) -> None:
    a_log(run, 12)
    run("backup")
    damage_page(run.data / "mindful.db", 4, random.Random(3))
    code, told = run("history")
    assert code == 1
    assert "12 sits" in told
    command = shlex.split(told.split("“")[-1].split("”")[0])
    assert command[0] == "mindful"
    assert main(command[1:]) == 0
    assert run("history")[1].count("Breath") == 12


def test_the_doctor_shows_the_way_too(run: Line) -> None:
    a_log(run, 3)
    parts = Parts(find_paths(run.data))
    assert "none yet" in backups_finding(parts).found
    run("backup")
    parts.close()
    damage_page(run.data / "mindful.db", 4, random.Random(3))
    parts = Parts(find_paths(run.data))
    log = log_finding(parts)
    assert not log.works
    assert "restore” puts it in" in log.remedy
    assert "3 sits, in" in backups_finding(parts).found
    parts.close()


def test_a_damaged_log_without_a_backup_is_mended_with_what_can_be_read(run: Line) -> None:
    a_log(run, 40)
    page = (run.data / "mindful.db").stat().st_size // 4096 - 1
    damage_page(run.data / "mindful.db", page, random.Random(3))
    code, told = run("history")
    assert code == 1
    assert "no backup yet" in told
    code, told = run("restore")
    assert code == 0
    assert "read from the damaged log" in told
    assert run("history")[1].count("Breath") >= 30


def test_a_foreign_file_offers_nothing_to_restore(run: Line) -> None:
    run.data.mkdir()
    (run.data / "mindful.db").write_text("Dear diary" * 1000)
    code, told = run("history")
    assert code == 1
    assert len(told.splitlines()) == 1
    assert "restore" not in told
