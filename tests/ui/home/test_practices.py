from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.controls.painted import PaintedButton
from mindful.ui.home.practices import PracticeList
from mindful.ui.look import Look
from mindful.ui.models import Practice, PracticeGroup

pytestmark = pytest.mark.window

GROUPS = (
    PracticeGroup("Steady", (Practice("a", "Breath", "Rest."), Practice("b", "Scan", "Go.")), "s"),
    PracticeGroup("Here", (Practice("c", "Feeling", "Stay.", own=True),), "h", folded=True),
    PracticeGroup("Quiet", (Practice("d", "Timer", "Sit."),), "q"),
)


@pytest.fixture
def practices(look: Look, qtbot: QtBot) -> PracticeList:
    made = PracticeList(look)
    qtbot.addWidget(made)
    made.show_groups(GROUPS)
    made.show_chosen("a")
    made.resize(300, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(practices: PracticeList) -> list[str]:
    return list(practices.shown)


def head(practices: PracticeList, group: str) -> PaintedButton:
    found = practices.head(group)
    assert isinstance(found, PaintedButton)
    return found


def test_a_folded_group_shows_its_heading_alone(practices: PracticeList) -> None:
    assert shown(practices) == ["a", "b", "d"]
    assert head(practices, "h").isVisible()
    assert head(practices, "h").accessibleName() == "Here, 1 practice, folded"


def test_a_press_on_the_heading_folds_and_unfolds(practices: PracticeList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(practices.fold_changed) as caught:
        QTest.mouseClick(head(practices, "h"), Qt.MouseButton.LeftButton)
    assert caught.args == ["h", False]
    assert shown(practices) == ["a", "b", "c", "d"]
    with qtbot.waitSignal(practices.fold_changed) as caught:
        QTest.keyClick(head(practices, "q"), Qt.Key.Key_Space)
    assert caught.args == ["q", True]
    assert shown(practices) == ["a", "b", "c"]


def test_the_practice_chosen_stays_when_its_group_is_folded(practices: PracticeList) -> None:
    QTest.mouseClick(head(practices, "s"), Qt.MouseButton.LeftButton)
    assert shown(practices) == ["a", "d"]
    practices.show_chosen("d")
    assert shown(practices) == ["d"]


def test_up_and_down_pass_over_what_is_folded(practices: PracticeList, qtbot: QtBot) -> None:
    practices.show_chosen("b")
    with qtbot.waitSignal(practices.chosen) as caught:
        practices.step(1)
    assert caught.args == ["d"]


def test_looking_for_something_shows_it_folded_or_not(practices: PracticeList) -> None:
    practices.search("feel")
    assert shown(practices) == ["c"]
    assert not head(practices, "s").isVisible()
    practices.search("")
    assert shown(practices) == ["a", "b", "d"]


def test_while_looking_nothing_folds(practices: PracticeList, qtbot: QtBot) -> None:
    practices.search("feel")
    with qtbot.assertNotEmitted(practices.fold_changed):
        QTest.mouseClick(head(practices, "h"), Qt.MouseButton.LeftButton)


def test_what_nothing_is_called_is_said(practices: PracticeList) -> None:
    practices.search("zzz")
    assert shown(practices) == []
    assert practices._nothing.isVisible()
    practices.step(1)
    practices.search("")
    assert not practices._nothing.isVisible()


def test_files_with_errors_are_a_quiet_row_at_the_end(
    practices: PracticeList, qtbot: QtBot
) -> None:
    assert not practices.broken.isVisible()
    practices.show_groups(GROUPS, "2 exercise files have errors")
    assert practices.broken.isVisible()
    assert practices.broken.words == "2 exercise files have errors"
    with qtbot.waitSignal(practices.errors_wanted):
        practices.broken.click()


def test_ones_own_are_marked_and_purposes_told(practices: PracticeList) -> None:
    practices.show_chosen("c")
    own, built_in = practices.row("c"), practices.row("a")
    assert own is not None
    assert built_in is not None
    assert own.accessibleDescription() == "Your own. Stay."
    assert built_in.accessibleDescription() == "Rest."
    built_in.grab()
    assert built_in.toolTip() == "Rest."
    assert own.sizeHint().width() > own._text_left() + own.text_width() + 14
