from __future__ import annotations

from pathlib import Path

import pytest

from mindful.exercises.errors import ExerciseTrouble
from mindful.log.log import Log
from tests.log.aids import Hands


def test_presets_come_back_in_the_order_they_were_saved(log: Log, path: Path, hands: Hands) -> None:
    log.presets.save("Morning", '{"minutes": 20}')
    log.presets.save("Evening bells", '{"minutes": 30}')
    other = Log(path, hands)
    names = [(preset.name, preset.settings) for preset in other.presets.all()]
    other.close()
    assert names == [("Morning", '{"minutes": 20}'), ("Evening bells", '{"minutes": 30}')]


def test_a_name_is_kept_once_however_it_is_written(log: Log) -> None:
    first = log.presets.save("Morning", '{"minutes": 20}')
    log.presets.save("Evening", "{}")
    again = log.presets.save("  morning ", '{"minutes": 25}')
    assert again.id == first.id
    assert [(one.name, one.settings) for one in log.presets.all()] == [
        ("morning", '{"minutes": 25}'),
        ("Evening", "{}"),
    ]


def test_a_deleted_preset_is_in_no_file_and_its_name_is_free(log: Log, path: Path) -> None:
    kept = log.presets.save("Adelheid at dawn", '{"minutes": 17}')
    log.presets.delete(kept.id)
    log.presets.delete(kept.id)
    assert log.presets.all() == ()
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Adelheid" not in content
    new = log.presets.save("Adelheid at dawn", "{}")
    assert new.id != kept.id


@pytest.mark.parametrize(("name", "code"), [(" \n", "word-empty"), ("x" * 61, "word-too-long")])
def test_a_name_nobody_can_read_is_refused(log: Log, name: str, code: str) -> None:
    with pytest.raises(ExerciseTrouble) as trouble:
        log.presets.save(name, "{}")
    assert trouble.value.code == code
    assert name not in str(trouble.value.facts)
    assert log.presets.all() == ()
