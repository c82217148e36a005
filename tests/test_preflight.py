"""Before Begin: what would be missing is known."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.preflight import look, try_sound


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    parts = Parts(find_paths(tmp_path))
    yield parts
    parts.close()


@pytest.mark.sound
def test_where_all_works_nothing_is_missing(parts: Parts) -> None:
    ready = look(parts)
    assert (ready.bell, ready.sound) == (None, None)
    assert try_sound() == "PulseAudio"


@pytest.mark.usefixtures("no_server")
def test_a_missing_device_and_a_lost_bell_are_known(parts: Parts) -> None:
    parts.change_settings(bell="own:" + "0" * 16)
    ready = look(parts)
    assert ready.bell is not None
    assert ready.sound is not None
    assert ready.sound.code == "no-sound-device"


@pytest.mark.usefixtures("no_server")
def test_a_silent_sit_misses_no_device(parts: Parts) -> None:
    parts.change_settings(bell="none", ambience="none", speak=False)
    ready = look(parts)
    assert (ready.bell, ready.sound) == (None, None)
