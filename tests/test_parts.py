from __future__ import annotations

from pathlib import Path

import pytest

from mindful.audio.errors import SoundTrouble
from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.trouble import Trouble


def test_nothing_is_written_until_something_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    parts = Parts(find_paths(folder))
    assert parts.library.exercises
    parts.close()
    assert not folder.exists()


def test_a_setting_that_cannot_be_written_holds_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    parts = Parts(find_paths(tmp_path / "file"))
    parts.remember(bell="gong")
    assert parts.settings.bell == "gong"
    with pytest.raises(Trouble, match="folder-unusable"):
        parts.change_settings(bell="mid-bowl")
    assert parts.settings.bell == "mid-bowl"
    parts.close()


def test_the_data_folder_is_the_persons_alone(tmp_path: Path) -> None:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.desk.submit(lambda log: log.history.last()).result()
    parts.close()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "mindful.db").stat().st_mode & 0o777 == 0o600


def test_a_voice_set_that_is_gone_gives_way_to_the_best(tmp_path: Path) -> None:
    parts = Parts(find_paths(tmp_path / "data"))
    parts.remember(voice="elsewhere:gone")
    assert parts.choose_voice(None) == "kokoro:af_heart"
    parts.close()


def test_no_bell_and_no_ambience_can_be_chosen(tmp_path: Path) -> None:
    parts = Parts(find_paths(tmp_path / "data"))
    assert parts.check_bell("none") == "none"
    assert parts.check_ambience("none") == "none"
    with pytest.raises(SoundTrouble, match="unknown-bell"):
        parts.check_bell("bowl")
    parts.close()


def test_sleep_is_quieter_but_for_the_voice(tmp_path: Path) -> None:
    parts = Parts(find_paths(tmp_path / "data"))
    usual, night = parts.levels(), parts.levels(night=True)
    assert night.voice == usual.voice
    assert night.bell < usual.bell
    assert night.ambience < usual.ambience
    parts.close()
