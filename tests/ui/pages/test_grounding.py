from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest

from mindful.ui.pages.grounding import GroundingPage, Step
from mindful.ui.sit_models import GroundingView
from mindful.ui.steering.grounding import instructions
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


@pytest.mark.parametrize("height", [600, 780])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_instruction_is_whole_and_covered_by_nothing(
    page: GroundingPage, scale: float, height: int
) -> None:
    page.look.set_scale(scale)
    page.resize(420, height)
    page.begin(GroundingView(instructions()))
    while page.step is Step.INSTRUCTIONS:
        words = QRect(
            page.words.pos(), QSize(page.words.width(), page.words.rows * page.words.line_height)
        )
        boxes = [page.promise.geometry(), words, page.aside.geometry(), page.next.geometry()]
        boxes += [page.done.geometry(), page.person.geometry()]
        assert page.words.parts == 1
        for number, box in enumerate(boxes):
            assert page.rect().contains(box)
            assert not any(box.intersects(other) for other in boxes[number + 1 :])
        QTest.keyClick(page, Qt.Key.Key_Space)


def test_with_reduced_motion_the_ring_carries_the_breath_second_by_second(
    qtbot: QtBot, page: GroundingPage
) -> None:
    assert page.ring.isHidden()
    page.look.set_reduced_motion(True)
    assert page.ring.isVisible()
    paces = [page.ring.pace]
    for _second in range(10):
        page.pace.step()
        paces.append(page.ring.pace)
    assert paces == pytest.approx([0.25, 0.5, 0.75, 1, 5 / 6, 4 / 6, 0.5, 2 / 6, 1 / 6, 0, 0.25])
    running = [page.pace.running]
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    running.append(page.pace.running)
    QTest.keyClick(page, Qt.Key.Key_Backspace)
    running.append(page.pace.running)
    page.hide()
    assert [*running, page.pace.running] == [True, False, True, False]
