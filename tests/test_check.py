"""``mindful check``: findings with file, line and rule, and the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mindful.commands.check import check
from mindful.parts import Parts
from mindful.paths import find_paths
from tests.exercises.test_review import AT_LAST, LAST_LINE, SOUND


def run(tmp_path: Path, *arguments: str) -> Result:
    parts = Parts(find_paths(tmp_path / "data"))
    return CliRunner().invoke(check, arguments, obj=parts, standalone_mode=False)


def write(folder: Path, text: str, name: str = "small.toml") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_file_is_silence_and_exit_0(tmp_path: Path) -> None:
    result = run(tmp_path, str(write(tmp_path, SOUND)))
    assert (result.return_value, result.output) == (0, "")


def test_a_finding_names_file_line_rule_and_why(tmp_path: Path) -> None:
    path = write(tmp_path, SOUND[: SOUND.index(AT_LAST)] + 'say = "Relax now, and go on."\n')
    result = run(tmp_path, str(path))
    assert result.return_value == 1
    first, reason = result.output.splitlines()[0], result.output.splitlines()[-1]
    assert first.startswith(f"{path}:{LAST_LINE}: ")
    assert first.endswith("(banned)")
    assert reason.startswith("Why “banned”: ")


def test_a_folder_is_checked_whole_and_exemptions_are_listed(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    write(folder, SOUND.replace("[minutes]", '[exempt]\neyes = "at a page"\n\n[minutes]'))
    broken = write(folder, SOUND.replace('id = "small"', 'id = "other"'), "broken.toml")
    result = run(tmp_path, str(folder))
    assert result.return_value == 1
    assert f"{broken}:1: id: must be the file's name" in result.output
    assert "small.toml: exempt from eyes: at a page" in result.output


def test_json_is_one_document(tmp_path: Path) -> None:
    good = write(tmp_path, SOUND)
    bad = write(tmp_path, "nonsense", "bad.toml")
    result = run(tmp_path, "--json", str(good), str(bad))
    assert result.return_value == 1
    first, second = json.loads(result.output)
    assert first == {"file": str(good), "findings": [], "exemptions": []}
    assert second["findings"][0]["rule"] == "format"
    assert second["findings"][0]["line"] == 1


@pytest.mark.parametrize("name", ["none.toml", "empty"])
def test_nothing_to_check_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path, str(tmp_path / name))
    assert result.exception is not None
