"""The parts' sounds: ids and files alike, own ones among the others, each to be tried."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.audio.errors import SoundTrouble
from mindful.parts import Parts
from mindful.paths import find_paths
from tests.audio.files import ringing, rushing, write


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = Parts(find_paths(tmp_path / "data"))
    yield parts
    parts.close()


def test_a_file_is_taken_as_bell_or_ambience(parts: Parts, tmp_path: Path) -> None:
    bell = parts.check_bell(str(write(tmp_path / "temple.wav", ringing())))
    ambience = parts.check_ambience(str(write(tmp_path / "river.flac", rushing(5))))
    assert parts.bell_options()[-1] == (bell, "temple")
    assert parts.ambience_options()[-1] == (ambience, "river")
    assert parts.check_bell(bell) == bell


def test_built_in_sounds_come_first(parts: Parts) -> None:
    assert parts.bell_options()[0][0] == "low-bowl"
    assert parts.ambience_options()[0][0] == "none"


def test_what_looks_like_a_path_is_told_as_a_file(parts: Parts) -> None:
    with pytest.raises(SoundTrouble, match="sound-gone"):
        parts.check_bell("no/such/bell.wav")
    with pytest.raises(SoundTrouble, match="unknown-bell"):
        parts.check_bell("low-bowel")


def test_an_own_sound_that_is_gone_passes_and_is_told_later(parts: Parts) -> None:
    assert parts.check_bell("own:0123456789ab") == "own:0123456789ab"
    with pytest.raises(SoundTrouble, match="unknown-bell"):
        parts.check_bell("own:short")


def test_warming_up_survives_a_bell_that_is_gone(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts.remember(bell="own:0123456789ab")
    monkeypatch.setattr(Parts, "find_voice", lambda _: None)
    parts.warm()


def test_each_sound_can_be_tried(parts: Parts, tmp_path: Path) -> None:
    own = parts.check_bell(str(write(tmp_path / "temple.wav", ringing())))
    river = parts.check_ambience(str(write(tmp_path / "river.wav", rushing(5))))
    for bell in ("wood-block", own):
        assert parts.bell_preview(bell).any()
    for ambience in ("rain", river):
        assert parts.ambience_preview(ambience).any()
