from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from mindful.assets import asset
from mindful.exercises.feelings import load_vocabulary
from mindful.exercises.library import load_library
from mindful.ui.pages.feelings_field import FeelingsField
from mindful.ui.steering.checkin import check_in_view
from tests.ui.sit_samples import CHECK_IN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look
    from mindful.ui.sit_models import Word

pytestmark = pytest.mark.window


@pytest.fixture
def field(qtbot: QtBot, look: Look) -> FeelingsField:
    made = FeelingsField(look)
    qtbot.addWidget(made)
    made.set_groups(CHECK_IN.groups, lambda _word, _chosen: None)
    made.resize(692, 446)
    with qtbot.waitExposed(made):
        made.show()
    return made


def place(field: FeelingsField, word: str) -> QRect:
    chip = field.chips[word]
    return QRect(chip.mapTo(field, chip.rect().topLeft()), chip.size())


def test_words_lie_where_they_are_felt(field: FeelingsField) -> None:
    middle = field.rect().center()

    assert place(field, "anxious").center().x() < middle.x() < place(field, "happy").center().x()
    assert place(field, "anxious").center().y() < middle.y() < place(field, "sad").center().y()
    assert place(field, "calm").center().x() > middle.x()
    assert place(field, "calm").center().y() > middle.y()
    mixed = place(field, "confused").united(place(field, "torn"))
    assert (mixed.center() - middle).manhattanLength() < 4


def test_compact_they_stand_in_groups_the_mixed_in_the_middle(
    field: FeelingsField, qtbot: QtBot
) -> None:
    field.set_compact(compact=True)
    field.resize(360, field.sizeHint().height())

    def stacked() -> bool:
        read = ("anxious", "happy", "confused", "sad", "calm")
        heights = [place(field, word).y() for word in read]
        return heights == sorted(set(heights))

    qtbot.waitUntil(stacked)
    field.set_compact(compact=False)
    field.resize(692, 446)
    test_words_lie_where_they_are_felt(field)


def test_what_is_chosen_stays_chosen_in_the_other_layout(field: FeelingsField) -> None:
    field.chips["sad"].setChecked(True)
    for compact in (True, False):
        field.set_compact(compact=compact)
        assert field.chips["sad"].isChecked()


def test_a_word_chosen_is_told_of(field: FeelingsField) -> None:
    told: list[tuple[str, bool]] = []
    field.set_groups(CHECK_IN.groups, lambda word, chosen: told.append((word.key, chosen)))
    field.chips["tender"].click()
    field.chips["tender"].click()
    assert told == [("tender", True), ("tender", False)]


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.2])
@pytest.mark.parametrize("stretched", [1.0, 1.4])
def test_no_word_covers_another_however_long(
    field: FeelingsField, look: Look, scale: float, stretched: float
) -> None:
    vocabulary = load_vocabulary(asset("feelings.toml"))
    exercise = load_library(asset("exercises", "en")).exercises[0]
    groups = check_in_view(vocabulary, exercise, 20).groups
    longer = [_longer(group.words, stretched) for group in groups]
    look.set_scale(scale)
    field.set_groups(
        [type(group)(group.title, words) for group, words in zip(groups, longer, strict=True)],
        lambda _word, _chosen: None,
    )
    field.resize(round(580 * scale), field.minimumSizeHint().height())
    field.resize(field.width(), field.minimumSizeHint().height())

    rects = [place(field, word) for word in field.chips]
    for number, rect in enumerate(rects):
        assert field.rect().contains(rect)
        assert not any(rect.intersects(other) for other in rects[number + 1 :])


def _longer(words: tuple[Word, ...], factor: float) -> tuple[Word, ...]:
    def text(word: Word) -> str:
        return word.text + "n" * round(len(word.text) * (factor - 1))

    return tuple(type(word)(word.key, text(word)) for word in words)
