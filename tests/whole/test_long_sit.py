"""The short form of `scripts/torture`'s eight hours: every bell to the bit, memory flat."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scripts.lib.torture_endurance import longest_sit
from scripts.lib.torture_row import Bench


@pytest.mark.timeout(400)  # sixteen minutes of sound are mixed, beside the other tests
def test_a_sit_without_a_length_strikes_to_the_frame_and_takes_no_more_memory(
    tmp_path: Path,
) -> None:
    row = longest_sit(Bench(tmp_path, random.Random(8), short=True))
    assert (row.tried, row.wrong) == (5, [])
