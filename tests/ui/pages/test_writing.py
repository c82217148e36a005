from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look
from mindful.ui.pages.sit import SitPage
from mindful.ui.pages.writing import WritingCard
from mindful.ui.sit_models import RatedPhrase, WritingView
from tests.ui.sit_samples import SIT

pytestmark = pytest.mark.window

PROMPT = "What is on your mind?"
PHRASES = WritingView("Words I could believe", rated=True, phrases=(RatedPhrase("I may rest"),))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> SitPage:
    made = SitPage(look)
    qtbot.addWidget(made)
    made.resize(1180, 780)
    made.set_view(SIT)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def opened(page: SitPage, view: WritingView | None = None) -> WritingCard:
    page.writing.begin(view or WritingView(PROMPT))
    page.show_writing(shown=True)
    return page.writing


def test_the_page_takes_the_place_of_the_orb_and_gives_it_back(page: SitPage) -> None:
    card = opened(page)
    assert (card.isVisible(), page.sky.orb.isVisible(), page.caption.isVisible()) == (1, 0, 0)
    assert card.prompt.text() == PROMPT
    assert card.paper.hasFocus()
    assert page.bottom.pause.isVisible()
    page.show_writing(shown=False)
    assert (card.isHidden(), page.sky.orb.isVisible(), page.caption.isVisible()) == (1, 1, 1)
    assert page.hasFocus()


def test_letters_are_letters_and_not_the_keys_of_a_sit(qtbot: QtBot, page: SitPage) -> None:
    card = opened(page)
    with (
        qtbot.assertNotEmitted(page.pause_toggled),
        qtbot.assertNotEmitted(page.ground_asked),
        qtbot.assertNotEmitted(page.time_hidden),
        qtbot.assertNotEmitted(page.minutes_added),
    ):
        QTest.keyClicks(card.paper, "Stc g15")
        card.on.setFocus()
        QTest.keyClicks(card.on, "Stcg15")
    assert card.words == "Stc g15"
    assert page.sounds.isHidden()


def test_escape_asks_as_in_a_sit_and_the_paper_has_the_keyboard_again(
    qtbot: QtBot, page: SitPage
) -> None:
    card = opened(page)
    with qtbot.waitSignal(page.end_asked):
        QTest.keyClick(card.paper, Qt.Key.Key_Escape)
    page.ask_end()
    assert page.end_card.isVisible()
    with qtbot.waitSignal(page.end_declined):
        QTest.keyClick(page.end_card.keep, Qt.Key.Key_Escape)
    assert card.paper.hasFocus()


def test_ctrl_enter_and_the_button_go_on(qtbot: QtBot, page: SitPage) -> None:
    card = opened(page)
    with qtbot.waitSignal(card.went_on):
        QTest.keyClick(card.paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(card.went_on):
        QTest.mouseClick(card.on, Qt.MouseButton.LeftButton)
    assert card.words == ""


def test_more_time_is_one_minute_or_two(qtbot: QtBot, page: SitPage) -> None:
    card = opened(page)
    for button, minutes in ((card.one, 1), (card.two, 2)):
        with qtbot.waitSignal(card.more_wanted) as told:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [minutes]


def test_what_is_typed_is_handed_over_while_typing_goes_on(qtbot: QtBot, page: SitPage) -> None:
    card = opened(page)
    with qtbot.waitSignal(card.drafted):
        QTest.keyClicks(card.paper, "It is late.")
    QTest.keyClicks(card.paper, " And dark.")
    with qtbot.waitSignal(card.drafted):
        page.hide()
    assert card.words == "It is late. And dark."


def test_a_page_left_for_ground_me_comes_back_with_its_words(page: SitPage) -> None:
    card = opened(page)
    QTest.keyClicks(card.paper, "It is late.")
    page.hide()
    page.show()
    assert card.isVisible()
    assert card.words == "It is late."


def test_opening_a_page_is_no_change(qtbot: QtBot, page: SitPage) -> None:
    card = opened(page)
    QTest.keyClicks(card.paper, "one")
    card.hand_over()
    with qtbot.assertNotEmitted(card.drafted):
        card.begin(WritingView(PROMPT, phrases=(RatedPhrase("I may rest"),), rated=True))
        card.hand_over()


def test_earlier_pages_can_be_read_and_copied_and_not_altered(page: SitPage) -> None:
    card = opened(page, WritingView(PROMPT, earlier="I said one wrong word."))
    assert card.earlier.isVisible()
    QTest.keyClicks(card.earlier, "no")
    assert card.earlier.words == "I said one wrong word."
    flags = card.earlier.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert card.words == ""


def test_in_a_narrow_window_one_turns_to_the_earlier_pages_and_back(page: SitPage) -> None:
    page.resize(420, 700)
    card = opened(page, WritingView(PROMPT, earlier="I said one wrong word."))
    assert (card.paper.isVisible(), card.earlier.isVisible()) == (True, False)
    QTest.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert (card.paper.isVisible(), card.earlier.isVisible()) == (False, True)
    QTest.mouseClick(card.turn, Qt.MouseButton.LeftButton)
    assert (card.paper.isVisible(), card.earlier.isVisible()) == (True, False)
    assert card.paper.hasFocus()


def test_the_time_for_the_page_is_hidden_with_the_time_left(page: SitPage) -> None:
    card = opened(page)
    card.set_seconds_left(200.4)
    assert card.time.text() == "3:21 for this page"
    page.show_time(shown=False)
    assert card.time.isHidden()


def test_a_row_for_one_more_phrase_is_always_there(qtbot: QtBot, page: SitPage) -> None:
    card = opened(page, PHRASES)
    assert card.paper.isHidden()
    before = len(card.phrases.rows)
    last = card.phrases.rows[-1]
    assert not last.rating.isEnabled()
    with qtbot.waitSignal(card.drafted):
        QTest.keyClicks(last.field, "Why not?")
        last.rating.set_strength(7)
    assert (before, len(card.phrases.rows)) == (2, 3)
    assert card.rated == (RatedPhrase("I may rest"), RatedPhrase("Why not?", 7))
    assert card.phrases.keep.isChecked()


def test_a_phrase_is_rated_after_enter(page: SitPage) -> None:
    card = opened(page, PHRASES)
    row = card.phrases.rows[-1]
    QTest.keyClicks(row.field, "Why not?")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert row.rating.hasFocus()
    QTest.keyClick(row.rating, Qt.Key.Key_8)
    assert row.phrase == RatedPhrase("Why not?", 8)


def test_beside_the_paper_its_own_minutes_are_the_only_ones(page: SitPage) -> None:
    page.bottom.show_minutes(shown=True)
    opened(page, PHRASES)
    assert page.bottom.five.isHidden()
    page.show_writing(shown=False)
    assert page.bottom.five.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(420, 600), (960, 640), (1600, 1200)])
def test_everything_fits_the_card(page: SitPage, size: tuple[int, int], scale: float) -> None:
    page.look.set_scale(scale)
    page.resize(*size)
    for view in (WritingView(PROMPT, earlier="Earlier."), PHRASES):
        card = opened(page, view)
        assert page.rect().contains(card.geometry())
        assert card.geometry().bottom() <= page.bottom.geometry().top()
        for button in (card.one, card.two, card.on):
            assert card.rect().contains(button.geometry())


def test_rows_of_a_page_before_are_gone_at_once(page: SitPage) -> None:
    card = opened(page, PHRASES)
    before = card.phrases.rows
    card.begin(PHRASES)
    assert not any(row.isVisible() for row in before)
