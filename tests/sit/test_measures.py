"""The file of measures: the last sits, for its owner only, never a trouble."""

from __future__ import annotations

import stat
from pathlib import Path

from mindful.sit.measures import KEPT, Measures
from mindful.sit.measuring import Measure, Strike


def a_measure(number: int) -> Measure:
    return Measure(frames=number, strikes=(Strike(0, 0), Strike(number, number + 3)))


def test_the_newest_stand_first_and_the_oldest_go(tmp_path: Path) -> None:
    path = tmp_path / "new" / "measures.json"
    for number in range(KEPT + 5):
        Measures(path).add(a_measure(number))
    kept = Measures(path).all()
    assert kept == tuple(a_measure(number) for number in range(KEPT + 4, 4, -1))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_file_counts_as_empty_and_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "measures.json"
    path.write_text("[{")
    assert Measures(path).all() == ()
    Measures(path).add(a_measure(1))
    assert Measures(path).all() == (a_measure(1),)


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    Measures(tmp_path / "file" / "measures.json").add(a_measure(1))
