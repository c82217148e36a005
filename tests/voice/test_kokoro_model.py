from __future__ import annotations

from pathlib import Path

import pytest

from mindful.voice import kokoro_model
from mindful.voice.kokoro_model import ModelDamaged, missing_packages, model_bytes


def test_where_the_folder_cannot_be_written_the_network_is_joined_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert len(model_bytes(tmp_path / "file" / "models")) == 92_361_271


def test_damaged_packages_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kokoro_model, "PARTS", kokoro_model.PARTS[:3])
    with pytest.raises(ModelDamaged):
        model_bytes(tmp_path)
    assert not list(tmp_path.iterdir())


def test_packages_are_found_without_loading_them() -> None:
    assert missing_packages() == ()
