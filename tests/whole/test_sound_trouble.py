"""The short form of `scripts/torture`'s sound servers: killed, hung, their device gone."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scripts.lib.torture_row import Bench, Row
from scripts.lib.torture_sound import FAULTS


@pytest.mark.sound
def test_a_sit_ends_on_time_whatever_becomes_of_its_sound(tmp_path: Path) -> None:
    def tried(name: str) -> Row:
        folder = tmp_path / name
        folder.mkdir()
        return FAULTS[name](Bench(folder, random.Random(f"6 {name}"), short=True))

    with ThreadPoolExecutor() as threads:
        rows = list(threads.map(tried, ("sound", "hang", "device")))
    assert [(row.tried, row.survived, row.wrong) for row in rows] == [(2, 2, [])] * 3
