from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mindful.ui.pages.grounding import GroundingPage, Step
from tests.ui.sit_samples import GROUNDING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> GroundingPage:
    made = GroundingPage(look)
    qtbot.addWidget(made)
    made.resize(1180, 780)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin(GROUNDING)
    return made


def answer(page: GroundingPage, step: Step, number: int) -> None:
    QTest.mouseClick(page.choices[step].buttons[number], Qt.MouseButton.LeftButton)


def test_the_first_instruction_is_there_at_once(page: GroundingPage) -> None:
    assert page.words.text == "Press both feet into the floor."


def test_space_and_enter_go_on_and_backspace_goes_back(page: GroundingPage) -> None:
    seen = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(page, key)
        seen.append(page.words.text)

    assert seen == [
        "Name five things you see.",
        "Press both feet into the floor.",
        "Name five things you see.",
        "How is it now?",
    ]
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    assert page.words.text == "Name five things you see."


def test_each_instruction_is_told_for_the_voice(qtbot: QtBot, page: GroundingPage) -> None:
    with qtbot.waitSignal(page.instruction_shown) as shown:
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)

    assert shown.args == [1]


def test_escape_leaves_from_anywhere(qtbot: QtBot, page: GroundingPage) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.choices[Step.ASKING].buttons[0], Qt.Key.Key_Escape)


def test_steadier_without_a_sit_is_done(qtbot: QtBot, page: GroundingPage) -> None:
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    with qtbot.waitSignals([page.answered, page.left]):
        answer(page, Step.ASKING, 0)


def test_steadier_offers_the_sit_that_waits(qtbot: QtBot, page: GroundingPage) -> None:
    page.begin(replace(GROUNDING, from_sit=True))
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(page.left):
        answer(page, Step.ASKING, 0)
    with qtbot.waitSignal(page.back_to_sit):
        answer(page, Step.STEADIER, 0)


def test_the_same_offers_again_or_a_person(qtbot: QtBot, page: GroundingPage) -> None:
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.answered) as answered:
        answer(page, Step.ASKING, 1)
    assert answered.args == ["same"]
    with qtbot.waitSignal(page.person_wanted):
        answer(page, Step.SAME, 1)
    answer(page, Step.SAME, 0)

    assert page.step is Step.INSTRUCTIONS
    assert page.words.text == "Press both feet into the floor."


def test_worse_is_told(qtbot: QtBot, page: GroundingPage) -> None:
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.answered) as answered:
        answer(page, Step.ASKING, 2)

    assert answered.args == ["worse"]


def test_a_person_is_one_press_away(qtbot: QtBot, page: GroundingPage) -> None:
    with qtbot.waitSignal(page.person_wanted):
        QTest.mouseClick(page.person, Qt.MouseButton.LeftButton)


def test_the_answers_can_be_given_by_keyboard(qtbot: QtBot, page: GroundingPage) -> None:
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Space)
    focused = page.focusWidget()
    with qtbot.waitSignal(page.answered) as answered:
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)

    assert answered.args == ["same"]


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1180, 780, 1), (420, 600, 1), (1180, 780, 2)]
)
def test_nothing_overlaps(
    page: GroundingPage, look: Look, width: int, height: int, scale: float
) -> None:
    look.set_scale(scale)
    page.resize(width, height)

    boxes = [page.next.geometry(), page.person.geometry(), page.done.geometry()]
    for index, box in enumerate(boxes):
        assert page.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[index + 1 :])
