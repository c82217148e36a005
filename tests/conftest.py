"""For every test: repeatable property tests, a home folder of its own, and exercises read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from mindful.exercises import library, loading
from mindful.exercises.model import Exercise

ASSETS = Path(__file__).parents[1] / "assets"

# Repeatable by default, so that a red run is red again; `scripts/test --long` draws anew each
# time. No database: the exercises that examples are drawn from change between runs.
# No deadlines, and no complaint that examples are slow to draw: on a busy machine they are.
settings.register_profile(
    "repeatable",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "anew", settings.get_profile("repeatable"), derandomize=False, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

PATIENCE = 90_000
"""Milliseconds after which what has not come to the window will not come.

Long, since only a failure waits so long, and other tests may have the processor meanwhile.
"""


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does reaches the folders of the person who runs it."""
    monkeypatch.setenv("MINDFUL_DATA_DIR", str(tmp_path / "mindful-data"))


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that take a moment and not half a second; `tests/log` derives them as SQLCipher does."""
    monkeypatch.setattr("mindful.log.key._ROUNDS", 1_000)


@pytest.fixture(scope="session", autouse=True)
def waits_are_patient() -> Iterator[None]:
    """Those of pytest-qt, which are 5 s otherwise and can't be set in its configuration."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
            patient = partialmethod(getattr(QtBot, name), timeout=PATIENCE)
            patch.setattr(QtBot, name, patient)
        yield


@pytest.fixture(scope="session", autouse=True)
def built_in_exercises_are_read_once() -> Iterator[None]:
    """They do not change while tests run; a seventh of a second for each sit and window."""
    built_in = cache(loading.load)

    def load(path: Path) -> Exercise:
        return built_in(path) if path.is_relative_to(ASSETS) else loading.load(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "load", load)
        yield


@pytest.fixture
def no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a sound server, nor any sound card of the machine that runs this."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nothing")
    (tmp_path / "asound.conf").write_text("pcm.!default { type hw card 31 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
