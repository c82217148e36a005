"""A log in a fresh folder, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.log.log import Log
from tests.log.aids import Hands


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mindful.db"


@pytest.fixture
def log(path: Path, hands: Hands) -> Iterator[Log]:
    opened = Log(path, hands, busy_seconds=0.2)
    yield opened
    opened.close()
