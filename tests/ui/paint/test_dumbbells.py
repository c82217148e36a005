from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mindful.ui.history_models import FeelingChange, Median
from mindful.ui.look import Look
from mindful.ui.paint.dumbbells import Dumbbells, change_words, strength_words

ANXIOUS = FeelingChange(
    "anxious", 23, 15, 3, 5, Median(6.5, 6, 7), Median(4, 3, 5), Median(7, 6.5, 8)
)
LONELY = FeelingChange("lonely", 9, 3, 2, 4)


def test_a_feeling_with_sits_enough_tells_counts_and_medians() -> None:
    assert change_words(ANXIOUS, numbers=True) == (
        "anxious, 23 sits, 15 lower, 3 same, 5 higher, "
        "in the middle 6½ (6 to 7) before and 4 (3 to 5) after, able to be with it 7 (6½ to 8)"
    )


def test_below_that_only_counts_rises_included() -> None:
    assert change_words(LONELY, numbers=True) == (
        "lonely, 9 sits, 3 lower, 2 same, 4 higher, too few to say"
    )


@pytest.mark.parametrize("change", [ANXIOUS, LONELY])
def test_without_numbers_no_number_is_told(change: FeelingChange) -> None:
    assert not any(sign.isdigit() for sign in change_words(change, numbers=False))


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0"), (0.5, "½"), (4.0, "4"), (6.5, "6½"), (10.0, "10")]
)
def test_medians_are_whole_or_half(value: float, words: str) -> None:
    assert strength_words(value) == words


def inks(picture: QImage, colour: str) -> int:
    """How many pixels have a colour."""
    return sum(
        picture.pixelColor(x, y).name() == colour
        for x in range(picture.width())
        for y in range(picture.height())
    )


@pytest.mark.window
def test_hollow_before_filled_after_and_no_picture_for_too_few(look: Look, qtbot: QtBot) -> None:
    chart = Dumbbells(look)
    qtbot.addWidget(chart)
    chart.set_changes([ANXIOUS])
    chart.resize(320, chart.sizeHint().height())
    picture = chart.grab().toImage()
    after, before = look.colour("after").name(), look.colour("before").name()
    assert inks(picture, after) > inks(picture, before) > 10

    chart.set_changes([LONELY])
    chart.resize(320, chart.sizeHint().height())
    picture = chart.grab().toImage()
    assert inks(picture, after) == inks(picture, before) == 0


@pytest.mark.window
def test_rows_lie_below_each_other_with_the_scale_between(look: Look, qtbot: QtBot) -> None:
    chart = Dumbbells(look)
    qtbot.addWidget(chart)
    chart.set_changes([ANXIOUS, ANXIOUS, LONELY])
    first, second, third = (chart.part_rect(number) for number in range(3))
    assert second.top() == first.top() + first.height()
    assert third.top() > second.top() + second.height()
    assert chart.sizeHint().height() == third.top() + third.height()


@pytest.mark.window
def test_the_scale_yields_to_the_count_beside_a_feeling(look: Look, qtbot: QtBot) -> None:
    chart = Dumbbells(look)
    qtbot.addWidget(chart)
    chart.resize(320, 200)
    pictures = []
    for sits in (23, 24):
        chart.set_changes([replace(ANXIOUS, word="overwhelmed", sits=sits)])
        pictures.append(chart.grab().toImage())
    assert pictures[0] != pictures[1]  # so the count is written
