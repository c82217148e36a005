from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindful.settings import Settings, load_settings, save_settings
from mindful.trouble import Trouble


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    wanted = Settings(speak=False, minutes={"breath": 20}, theme="dark")
    save_settings(path, wanted)
    assert load_settings(path) == wanted
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@given(st.binary(max_size=200))
def test_a_damaged_file_gives_the_defaults(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(b"\xff" + data)
    assert load_settings(path) == Settings()


def test_out_of_range_values_give_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"voice_level": 99}')
    assert load_settings(path) == Settings()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="folder-unusable"):
        save_settings(tmp_path / "file" / "settings.json", Settings())
