"""The length of the next feeling sit: gentler where that was asked for, and not long at first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mindful.parts import Parts
from mindful.paths import find_paths
from mindful.sit.safety import EARLY_SITS
from mindful.ui.steering.choosing import Chosen
from mindful.ui.steering.home_length import length_hint
from mindful.wording import early_words, gentler_words

FEELING, OTHER = "sit-with-it", "breath"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    made = Parts(find_paths(tmp_path))
    yield made
    made.close()


@pytest.fixture
def chosen(parts: Parts) -> Chosen:
    made = Chosen(parts)
    made.take(FEELING)
    made.set_minutes(30)
    made.keep_minutes()
    return made


def test_the_next_feeling_sit_is_gentler_and_says_so(parts: Parts, chosen: Chosen) -> None:
    chosen.set_gentler(gentler=True)
    assert chosen.minutes == 5
    assert gentler_words() in length_hint(chosen)
    again = Chosen(parts)  # after another start too
    again.take(OTHER)
    assert gentler_words() not in length_hint(again)
    again.take(FEELING)
    assert again.minutes == 5


def test_taken_back_the_length_is_as_it_was(chosen: Chosen) -> None:
    chosen.set_gentler(gentler=True)
    chosen.set_gentler(gentler=False)
    assert chosen.minutes == 30
    assert gentler_words() not in length_hint(chosen)


def test_another_length_chosen_takes_it_back(parts: Parts, chosen: Chosen) -> None:
    chosen.set_gentler(gentler=True)
    chosen.set_minutes(12)
    chosen.keep_minutes()
    assert not parts.settings.gentler_next
    assert parts.settings.minutes[FEELING] == 12


def test_a_feeling_sit_begun_ends_it_and_another_does_not(parts: Parts, chosen: Chosen) -> None:
    chosen.set_gentler(gentler=True)
    chosen.take(OTHER)
    chosen.renew()
    kept = [parts.settings.gentler_next]
    chosen.take(FEELING)
    chosen.renew()
    kept.append(parts.settings.gentler_next)
    assert kept == [True, False]
    assert chosen.minutes == 30


def test_a_long_feeling_sit_has_a_quiet_line_until_ten_are_completed(chosen: Chosen) -> None:
    for completed in (None, 0, EARLY_SITS - 1, EARLY_SITS):
        chosen.completed = completed
        long = completed is not None and completed < EARLY_SITS
        assert (early_words() in length_hint(chosen)) is long
    chosen.completed = 0
    chosen.set_minutes(20)
    assert early_words() not in length_hint(chosen)
