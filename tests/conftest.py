"""For every test: repeatable property tests, and a home folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Repeatable by default, so that a red run is red again; `scripts/test --long` draws anew each
# time. No database: the exercises that examples are drawn from change between runs.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.register_profile("anew", derandomize=False, database=None, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does reaches the folders of the person who runs it."""
    monkeypatch.setenv("MINDFUL_DATA_DIR", str(tmp_path / "mindful-data"))
