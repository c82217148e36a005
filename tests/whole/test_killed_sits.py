"""The short form of `scripts/torture`'s real sits, killed at a random moment."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scripts.lib.torture_log import killed_sits
from scripts.lib.torture_row import Bench


@pytest.mark.sound
def test_a_killed_sit_keeps_the_time_that_was_sat(tmp_path: Path) -> None:
    row = killed_sits(Bench(tmp_path, random.Random(5), short=True))
    assert (row.tried, row.wrong) == (8, [])
