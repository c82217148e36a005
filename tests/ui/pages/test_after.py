from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from mindful.sit.safety import Care, Felt
from mindful.ui.pages.after import AfterPage
from mindful.ui.pages.after_words import came_words, hard_words, title_words
from mindful.ui.pages.number_words import number_words
from mindful.ui.pages.when import day_words, span_words, time_words
from mindful.ui.sit_models import AfterAnswer
from tests.ui.sit_samples import AFTER, NOW

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "no"),
        (1, "one"),
        (13, "thirteen"),
        (20, "twenty"),
        (45, "forty-five"),
        (90, "ninety"),
        (91, "91"),
    ],
)
def test_numbers_are_words_up_to_ninety(number: int, word: str) -> None:
    assert number_words(number) == word


@pytest.mark.parametrize(
    ("seconds", "early", "words"),
    [
        (1200, False, "That was twenty minutes"),
        (60, False, "That was one minute"),
        (360, True, "Six minutes. Stopping was a choice too."),
        (20, True, "Under a minute. Stopping was a choice too."),
    ],
)
def test_the_title_says_what_happened(seconds: float, early: bool, words: str) -> None:
    assert title_words(replace(AFTER, seconds=seconds, ended_early=early)) == words


def test_how_the_person_came_in() -> None:
    assert came_words(AFTER) == "You came in anxious and tender, in the chest and throat."
    assert came_words(replace(AFTER, within=())) == "You came in anxious and tender."
    assert came_words(replace(AFTER, feelings=())) == "You noticed it in the chest and throat."
    assert came_words(replace(AFTER, feelings=(), within=())) == ""
    mixed = replace(AFTER, feelings=("sad",), within=("in the chest", "on the skin"))
    assert came_words(mixed) == "You came in sad, in the chest and on the skin."


def test_times_follow_the_locale() -> None:
    later = NOW + timedelta(minutes=20)
    assert span_words(NOW, later, GERMAN) == "19:22 to 19:42"
    assert span_words(NOW, later, AMERICAN).replace("\u202f", " ") == "7:22 to 7:42 pm"
    assert time_words(NOW, BRITISH) == "19:22"
    over_noon = NOW.replace(hour=11, minute=50)
    assert "am" in span_words(over_noon, over_noon + timedelta(minutes=20), AMERICAN)


def test_days_are_said_as_people_say_them() -> None:
    assert day_words(NOW, NOW, BRITISH) == "Today"
    assert day_words(NOW - timedelta(days=1), NOW, BRITISH) == "Yesterday"
    assert day_words(NOW - timedelta(days=3), NOW, BRITISH) == "Mon 9 Mar"
    assert day_words(NOW - timedelta(days=400), NOW, BRITISH) == "5 Feb 2025"


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> AfterPage:
    made = AfterPage(look)
    qtbot.addWidget(made)
    made.resize(1180, 780)
    made.set_view(AFTER)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_focus(Qt.FocusReason.OtherFocusReason)
    return made


@pytest.mark.window
def test_it_begins_on_strength_and_saves_all_three(qtbot: QtBot, page: AfterPage) -> None:
    assert page.now.strength.hasFocus()
    QTest.keyClick(page.now.strength, Qt.Key.Key_4)
    page.now.able.setFocus()
    QTest.keyClick(page.now.able, Qt.Key.Key_7)
    QTest.keyClicks(page.note.area.edit, "It moved.")

    with qtbot.waitSignal(page.saved) as saved:
        QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)

    assert saved.args == [AfterAnswer(4, 7, "It moved.")]


@pytest.mark.window
def test_everything_may_stay_blank(qtbot: QtBot, page: AfterPage) -> None:
    with qtbot.waitSignal(page.saved) as saved:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert saved.args == [AfterAnswer()]


@pytest.mark.window
def test_the_note_is_handed_over_as_a_draft(qtbot: QtBot, page: AfterPage) -> None:
    with qtbot.waitSignal(page.drafted) as drafted:
        QTest.keyClicks(page.note.area.edit, "Quieter")
    assert drafted.args == ["Quieter"]


@pytest.mark.window
def test_leaving_the_page_hands_over_what_was_just_typed(qtbot: QtBot, page: AfterPage) -> None:
    QTest.keyClicks(page.note.area.edit, "Quieter")
    with qtbot.waitSignal(page.drafted) as drafted:
        page.hide()

    assert drafted.args == ["Quieter"]


@pytest.mark.window
def test_a_draft_shown_again_is_not_handed_over_again(qtbot: QtBot, page: AfterPage) -> None:
    page.set_view(replace(AFTER, note="As it was"))
    with qtbot.assertNotEmitted(page.drafted):
        page.hide()


@pytest.mark.window
def test_higher_than_before_lets_the_card_rise_and_says_nothing(
    qtbot: QtBot, page: AfterPage
) -> None:
    qtbot.waitUntil(lambda: page.hard.y() > page.now.y())
    title = page.title.text()
    page.now.strength.set_strength(8)

    qtbot.waitUntil(lambda: page.hard.y() == page.now.y())
    assert page.title.text() == title
    page.now.strength.set_strength(6)
    qtbot.waitUntil(lambda: page.hard.y() > page.now.y())


STRENGTHS = {
    # strength now after 6 before, last sit: heading, ways on
    (6, None): ("Was this hard?", ("Ground me for a few minutes", "Reach a person")),
    (7, None): ("A little stronger now", ("Ground me for a minute", "Reach a person")),
    (8, None): ("This can happen", ("Ground me for a few minutes", "Reach a person", "Help")),
    (7, Felt(2, 3)): (
        "Stronger, two sits running",
        ("Ground me for a few minutes", "Walk instead", "Reach a person", "Help"),
    ),
}


@pytest.mark.window
@pytest.mark.parametrize("row", STRENGTHS, ids=str)
def test_what_is_offered_follows_how_strong_it_is(
    page: AfterPage, row: tuple[int, Felt | None]
) -> None:
    now, last = row
    if last is not None:
        page.set_last(last)
    page.now.strength.set_strength(now)

    heading, ways = STRENGTHS[row]
    assert page.hard.heading.text() == heading
    assert tuple(way.words for way in page.hard.rows) == ways


@pytest.mark.window
def test_another_sit_knows_nothing_of_the_last_ones_rise(page: AfterPage) -> None:
    page.set_last(Felt(2, 3))
    page.set_view(AFTER)
    page.now.strength.set_strength(7)
    assert page.offer.care is Care.RISEN


@pytest.mark.window
def test_walking_and_help_are_one_press_away(qtbot: QtBot, page: AfterPage) -> None:
    page.set_last(Felt(2, 3))
    page.now.strength.set_strength(7)
    _ground, walk, _person, helping = page.hard.rows
    for row, signal in ((walk, page.walk_asked), (helping, page.person_wanted)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_no_praise_where_it_was_hard() -> None:
    for care in Care:
        said = " ".join(hard_words(care)).casefold()
        assert not {"well done", "good job", "great", "proud", "!"} & set(said.split())


@pytest.mark.window
def test_compact_the_risen_card_comes_first(qtbot: QtBot, page: AfterPage) -> None:
    page.set_compact(compact=True)
    page.resize(420, 780)
    page.now.strength.set_strength(9)

    qtbot.waitUntil(lambda: page.hard.y() < page.now.y())
    page.now.strength.set_strength(2)
    qtbot.waitUntil(lambda: page.hard.y() > page.note.y())


@pytest.mark.window
def test_without_a_feeling_no_strength_is_asked(page: AfterPage) -> None:
    page.set_view(replace(AFTER, before=None, asks_strength=False))
    assert page.now.isHidden()
    page.take_focus(Qt.FocusReason.OtherFocusReason)
    assert page.note.area.edit.hasFocus()


@pytest.mark.window
def test_ways_on_and_not_keeping(qtbot: QtBot, page: AfterPage) -> None:
    page.set_view(replace(AFTER, offers_gentler=True))
    rows = page.hard.rows
    for row, signal in zip(
        rows, (page.ground_asked, page.gentler_asked, page.person_wanted), strict=True
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.discarded):
        QTest.mouseClick(page.discard, Qt.MouseButton.LeftButton)


@pytest.mark.window
def test_the_gentler_next_sit_can_be_taken_back(page: AfterPage) -> None:
    asked: list[bool] = []
    page.gentler_asked.connect(asked.append)
    page.set_view(replace(AFTER, offers_gentler=True))
    row = page.hard.rows[1]
    plain = row.words
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.words != plain
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.words == plain
    assert asked == [True, False]
    page.set_view(replace(AFTER, offers_gentler=True, gentler=True))
    assert row.words != plain


@pytest.mark.window
def test_a_failed_save_leaves_the_note_and_says_so(page: AfterPage) -> None:
    page.note.area.set_words("Keep me")
    page.set_notice("This couldn’t be saved: the disk is full.")

    assert page.answer.note == "Keep me"
    assert page.notice.isVisible()


@pytest.mark.window
@pytest.mark.parametrize("strength", [6, 8])
def test_the_sun_stands_free_of_the_card(qtbot: QtBot, page: AfterPage, strength: int) -> None:
    page.now.strength.set_strength(strength)

    def free() -> bool:
        card = page.hard.mapTo(page, page.hard.rect().topLeft()).y()
        return page.orb.geometry().center().y() + page.orb.radius <= card

    qtbot.waitUntil(free)
