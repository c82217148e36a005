from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mindful.trouble import Trouble
from mindful.ui.pages.checkin import CheckInPage
from mindful.ui.pages.choosing import Choosing
from mindful.ui.sit_models import CheckInAnswer, Word, WordGroup
from tests.ui.sit_samples import CHECK_IN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window

TAB = Qt.FocusPolicy.StrongFocus


def word_for(typed: str) -> Word:
    if len(typed) > 60:
        raise Trouble("word-too-long", most=60)
    return Word(typed.strip(), typed.strip(), own=True)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> CheckInPage:
    made = CheckInPage(look, word_for)
    qtbot.addWidget(made)
    made.resize(1180, 780)
    made.set_view(CHECK_IN)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_focus(Qt.FocusReason.OtherFocusReason)
    return made


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in words]


def test_words_toggle_and_keep_the_order_of_choosing(qtbot: QtBot, page: CheckInPage) -> None:
    chips = page.feelings.ground.chips
    for key in ("tender", "anxious", "sad", "sad"):
        click(chips[key])
    click(page.places.chips["chest"])

    with qtbot.waitSignal(page.begun) as begun:
        click(page.begin)

    answer = begun.args[0] if begun.args else None
    assert isinstance(answer, CheckInAnswer)
    assert texts(answer.feelings) == ["tender", "anxious"]
    assert texts(answer.places) == ["chest"]
    assert answer.strength is None


def test_an_own_word_becomes_a_chip_that_can_be_taken_back(page: CheckInPage) -> None:
    QTest.keyClicks(page.feelings.own, "wobbly & raw")
    QTest.keyClick(page.feelings.own, Qt.Key.Key_Return)

    assert texts(page.choosing.feelings) == ["wobbly & raw"]
    assert page.feelings.own.text() == ""
    (chip,) = page.feelings.removable
    click(chip)
    assert page.choosing.feelings == ()


def test_a_word_too_long_is_refused_in_words_and_not_lost(page: CheckInPage) -> None:
    page.feelings.own.setText("x" * 61)
    QTest.keyClick(page.feelings.own, Qt.Key.Key_Return)

    assert page.choosing.feelings == ()
    assert page.feelings.refusal.isVisible()
    assert "60" in page.feelings.refusal.text()
    assert page.feelings.own.text() == "x" * 61
    QTest.keyClick(page.feelings.own, Qt.Key.Key_Backspace)
    assert page.feelings.refusal.isHidden()


def test_return_on_an_empty_field_does_nothing(page: CheckInPage) -> None:
    QTest.keyClick(page.feelings.own, Qt.Key.Key_Return)

    assert page.choosing.feelings == ()
    assert page.feelings.refusal.isHidden()


def test_skip_keeps_nothing(qtbot: QtBot, page: CheckInPage) -> None:
    click(page.feelings.ground.chips["anxious"])
    with qtbot.waitSignal(page.begun) as begun:
        QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)

    assert begun.args == [CheckInAnswer()]


def test_control_enter_begins_and_escape_goes_back(qtbot: QtBot, page: CheckInPage) -> None:
    with qtbot.waitSignal(page.begun):
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)


def test_digits_anywhere_set_the_strength(page: CheckInPage) -> None:
    QTest.keyClick(page.feelings.ground.chips["anxious"], Qt.Key.Key_7)

    assert page.choosing.strength == 7
    assert page.strength.offers.isHidden()


def test_eight_or_more_offers_other_ways_first(qtbot: QtBot, page: CheckInPage) -> None:
    QTest.keyClick(page.feelings.ground.chips["anxious"], Qt.Key.Key_8)

    offers = page.strength.offers
    assert offers.isVisible()
    for way, signal in (
        (offers.ground, page.ground_wanted),
        (offers.help, page.help_wanted),
        (offers.kindness, page.kindness_wanted),
    ):
        with qtbot.waitSignal(signal):
            way.click()


def test_arrows_go_to_the_nearest_word_and_space_toggles(page: CheckInPage) -> None:
    chips = page.feelings.ground.chips
    chips["anxious"].setFocus()

    QTest.keyClick(chips["anxious"], Qt.Key.Key_Right)
    assert chips["angry"].hasFocus()
    QTest.keyClick(chips["angry"], Qt.Key.Key_Down)
    focused = page.focusWidget()
    assert focused is not chips["angry"]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert len(page.choosing.feelings) == 1


def test_more_places_appear_on_asking_and_keep_the_choice(page: CheckInPage) -> None:
    click(page.places.chips["chest"])
    click(page.places.more)

    assert page.places.chips["chest"].isChecked()
    click(page.places.chips["feet"])
    assert texts(page.choosing.places) == ["chest", "feet"]
    assert page.places.more.isHidden()


def test_hopeless_quietly_shows_help(qtbot: QtBot, page: CheckInPage) -> None:
    assert page.strength.help.isHidden()
    click(page.feelings.ground.chips["hopeless"])

    with qtbot.waitSignal(page.help_wanted):
        click(page.strength.help)


def test_a_new_check_in_begins_empty(page: CheckInPage) -> None:
    click(page.feelings.ground.chips["anxious"])
    page.set_view(CHECK_IN)

    assert page.choosing.answer == CheckInAnswer()
    assert not page.feelings.ground.chips["anxious"].isChecked()


def test_a_screen_reader_hears_where_a_word_stands(page: CheckInPage) -> None:
    name = page.feelings.ground.chips["anxious"].accessibleName()

    assert name == "anxious, unpleasant, more energy"


def test_compact_it_scrolls_and_begin_stays_in_reach(page: CheckInPage) -> None:
    page.set_compact(compact=True)
    page.resize(420, 600)

    visible = page.begin.mapTo(page, page.begin.rect().center())
    assert page.rect().contains(visible)
    assert page.begin.words == "Begin 20 min"
    page.set_compact(compact=False)
    assert page.begin.words == "Begin 20 minutes"
    assert page.skip.parent() is page.begin.parent()


def test_choosing_twice_is_once(qtbot: QtBot) -> None:
    choosing = Choosing()
    word = Word("sad", "sad")
    choosing.choose_feeling(word)
    with qtbot.assertNotEmitted(choosing.changed):
        choosing.choose_feeling(word)

    assert choosing.feelings == (word,)


def begun_with(qtbot: QtBot, page: CheckInPage) -> CheckInAnswer:
    with qtbot.waitSignal(page.begun) as begun:
        click(page.begin)
    answer = begun.args[0] if begun.args else None
    assert isinstance(answer, CheckInAnswer)
    return answer


def test_a_strong_feeling_shortens_the_sit_and_leaves_it_free(
    qtbot: QtBot, page: CheckInPage
) -> None:
    assert begun_with(qtbot, page).minutes == 20
    page.strength.row.press_digit(9)
    assert page.begin.words == "Begin 5 minutes"
    click(page.strength.offers.more)
    assert begun_with(qtbot, page).minutes == 6


def test_a_feeling_less_strong_after_all_takes_the_length_back(
    qtbot: QtBot, page: CheckInPage
) -> None:
    page.strength.row.press_digit(8)
    page.strength.row.press_digit(4)
    assert begun_with(qtbot, page).minutes == 20


def test_kind_moment_is_not_offered_in_its_own_place(page: CheckInPage) -> None:
    page.set_view(replace(CHECK_IN, kindness=False))
    page.strength.row.press_digit(8)
    assert page.strength.offers.kindness.isHidden()
    assert page.strength.offers.ground.isVisible()


def test_another_practice_keeps_what_was_chosen(page: CheckInPage) -> None:
    click(page.feelings.ground.chips["anxious"])
    page.strength.row.press_digit(8)
    page.set_view(CHECK_IN, keep=True)
    assert texts(page.choosing.feelings) == ["anxious"]
    assert page.feelings.ground.chips["anxious"].isChecked()
    assert page.begin.words == "Begin 5 minutes"
    page.set_view(CHECK_IN)
    assert page.choosing.feelings == ()


@pytest.mark.parametrize("compact", [False, True])
def test_more_words_lie_by_family(page: CheckInPage, compact: bool) -> None:
    page.set_compact(compact=compact)
    afraid = Word("afraid", "afraid")
    page.set_view(replace(CHECK_IN, more_groups=(WordGroup("Fear", (afraid,)),)))
    assert not page.feelings.rest.isVisible()
    click(page.feelings.more)
    assert page.feelings.rest.isVisible()
    assert not page.feelings.more.isVisible()
    click(page.feelings.chips["afraid"])
    assert page.choosing.feelings == (afraid,)
    assert page.feelings.chips["afraid"].accessibleName() == "afraid, Fear"


def test_the_figure_mirrors_the_places_and_can_be_pressed(page: CheckInPage) -> None:
    assert page.places.figure.isVisible()
    page.places.figure.pressed.emit("chest")
    assert texts(page.choosing.places) == ["chest"]
    assert page.places.chips["chest"].isChecked()
    page.places.figure.pressed.emit("chest")
    assert page.choosing.places == ()


def test_the_figure_gives_way_where_it_does_not_fit(page: CheckInPage) -> None:
    page.places.set_room(300)
    assert page.places.figure.isHidden()
    page.places.set_room(416)
    assert page.places.figure.isVisible()


def test_beside_the_figure_places_stand_in_two_even_columns(page: CheckInPage) -> None:
    page.places.common.flow.activate()
    chips = page.places.chips.values()
    assert len({chip.x() for chip in chips}) == 2
    assert len({chip.width() for chip in chips}) == 1


def test_places_are_one_stop_for_tab(page: CheckInPage) -> None:
    strong = [chip for chip in page.places.chips.values() if chip.focusPolicy() == TAB]
    assert len(strong) == 1
    strong[0].setFocus()
    QTest.keyClick(strong[0], Qt.Key.Key_Down)
    assert page.focusWidget() in page.places.chips.values()
    assert page.focusWidget() is not strong[0]
