from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from mindful.ui.history_models import (
    FeelingChange,
    HistoryFilter,
    HistoryOptions,
    Median,
    PastSit,
    SitsView,
    Spoken,
    YearView,
)
from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.history_list import HistoryModel
from mindful.ui.pages.history_sit import facts_of
from mindful.ui.pages.when import day_words, widest_days
from tests.ui.sit_samples import NOW, ROWS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

WEEKS = (35, 60, 20, 2, 45, 75, 80, 50, 65, 90, 50, 60)
TODAY = NOW.date()
YEAR = YearView({TODAY: 20, TODAY - timedelta(days=1): 5}, TODAY, "2 sits, 25 minutes")
CHANGES = (
    FeelingChange("anxious", 12, 8, 1, 3, Median(6, 5, 7), Median(4.5, 4, 6)),
    FeelingChange("sad", 3, 1, 1, 1),
)
SIT = PastSit(
    ROWS[0],
    "to its end",
    places=("chest",),
    able=7,
    facts=(("Guidance", "full"), ("Density", "")),
    spoken=(
        Spoken(12, "Arrive", "Let the day be as it is."),
        Spoken(70, "Arrive", "Feel the ground."),
        Spoken(95, "Close", "That was it."),
    ),
)


def texts(widget: QWidget) -> str:
    """All words that stand on a widget."""
    from PySide6.QtWidgets import QLabel

    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def sentence(row: int, *, numbers: bool = True, **view: Any) -> str:  # fields of a SitsView
    """What a screen reader says of a row."""
    model = HistoryModel()
    model.show_numbers(numbers=numbers)
    model.show_sits(SitsView(2, ROWS, **{"today": NOW, **view}))
    return str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))


def test_a_row_is_told_in_a_sentence() -> None:
    assert sentence(0).endswith(
        "Sit With the Feeling, 20 minutes, anxious, strength 6 to 4, It moved."
    )
    assert sentence(1).startswith("Yesterday ")


def test_without_numbers_a_row_tells_none_but_its_time() -> None:
    assert sentence(0, numbers=False).endswith("Sit With the Feeling, anxious, It moved.")


def test_a_note_is_not_told_where_notes_are_hidden() -> None:
    assert sentence(0, hidden=True).endswith("strength 6 to 4, words hidden until opened")


def test_the_day_changes_when_the_person_says() -> None:
    night = ROWS[0].began.replace(hour=3) + timedelta(days=1)
    assert sentence(0, today=night).startswith("Yesterday ")
    assert sentence(0, today=night, day_ends=time(4)).startswith("Today ")


def test_a_sit_tells_all_that_was_kept_and_nothing_that_was_not() -> None:
    assert facts_of(SIT, numbers=True) == (
        ("Time sat", "20 minutes, to its end"),
        ("What was here", "anxious"),
        ("Where in the body", "chest"),
        ("Strength", "6 before, 4 after"),
        ("Able to be with it", "7 of 10"),
        ("Guidance", "full"),
    )
    bare = PastSit(ROWS[1], "ended early")
    assert facts_of(bare, numbers=False) == (("How it ended", "ended early"),)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HistoryPage:
    made = HistoryPage(look)
    qtbot.addWidget(made)
    made.resize(972, 780)
    made.show_sits(SitsView(2, ROWS, NOW))
    made.show_year(YEAR, WEEKS)
    made.show_changes(CHANGES)
    made.show_options(HistoryOptions((("breath", "Breath"),), (("anxious", "anxious"),)))
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.window
def test_year_sits_weeks_and_feelings_are_shown(page: HistoryPage) -> None:
    assert page.model.rowCount() == 2
    assert page.empty.isHidden()
    for part in (page.list, page.bars, page.year, page.changes):
        assert part.isVisible()
    assert "this week: 60 minutes" in page.bars.accessibleDescription()
    assert "this isn’t proof" in texts(page.changes)


@pytest.mark.window
def test_rows_are_drawn_in_both_themes_and_layouts(page: HistoryPage, look: Look) -> None:
    pictures = [page.list.grab().toImage()]
    page.show_numbers(numbers=False)
    pictures.append(page.list.grab().toImage())
    page.set_compact(compact=True)
    pictures.append(page.list.grab().toImage())
    look.set_theme("dark")
    pictures.append(page.list.grab().toImage())

    assert len({bytes(picture.constBits()) for picture in pictures}) == 4


@pytest.mark.window
def test_only_what_is_seen_is_asked_for_of_fifty_thousand(qtbot: QtBot, page: HistoryPage) -> None:
    asked: list[int] = []
    page.rows_wanted.connect(asked.append)
    page.show_sits(SitsView(50_000, ROWS * 50, NOW))
    page.list.grab()
    qtbot.waitUntil(lambda: page.list.verticalScrollBar().maximum() > 1_000_000)
    assert asked == []

    page.list.scrollToBottom()
    page.list.grab()
    assert asked == [499]
    assert page.model.data(page.model.index(49_999, 0)) is None

    page.model.fill(499, ROWS * 49 + (ROWS[1], None))
    assert "Breath" in str(page.model.data(page.model.index(49_998, 0)))
    assert page.model.data(page.model.index(49_999, 0)) is None
    page.list.grab()
    assert asked == [499]
    bar = page.list.verticalScrollBar()
    assert bar.value() == bar.maximum() > 1_000_000


@pytest.mark.window
def test_before_the_first_sit_there_is_a_way_to_begin(qtbot: QtBot, page: HistoryPage) -> None:
    page.show_sits(SitsView(0, (), NOW))
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert not page.head.exercise.isVisible()

    page.take_focus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.begin_asked):
        QTest.keyClick(page.begin, Qt.Key.Key_Space)


@pytest.mark.window
def test_enter_or_a_click_opens_a_sit_and_escape_leads_back(
    qtbot: QtBot, page: HistoryPage
) -> None:
    page.list.setCurrentIndex(page.model.index(1, 0))
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    place = page.list.visualRect(page.model.index(0, 0)).center()
    with qtbot.waitSignal(page.opened) as opened:
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["a"]

    page.show_sit(SIT)
    assert not page.list.isVisible()
    shown = texts(page.past)
    assert "It moved." in shown
    assert "0:12  Arrive" in shown
    assert "Let the day be as it is.\nFeel the ground." in shown
    assert "1:35  Close" in shown

    QTest.keyClick(page.past.back, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert not page.past.isVisible()


@pytest.mark.window
def test_a_day_of_the_year_narrows_the_list_and_again_widens_it(
    qtbot: QtBot, page: HistoryPage
) -> None:
    table, days = page.year.year.table, page.year.year.days
    with qtbot.waitSignal(page.filtered) as filtered:
        place = table.visualRect(days.index_of(TODAY)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert filtered.args == [HistoryFilter("", "", TODAY, TODAY)]
    assert "Thursday 12 March 2026" in texts(page.sits)

    with qtbot.waitSignal(page.filtered) as filtered:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert filtered.args == [HistoryFilter()]

    table.setCurrentIndex(days.index_of(TODAY))
    QTest.keyClick(table, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.filtered) as filtered:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.filter.since == TODAY - timedelta(days=1)
    with qtbot.waitSignal(page.filtered):
        QTest.keyClick(table, Qt.Key.Key_Escape)
    assert page.filter == HistoryFilter()


@pytest.mark.window
def test_a_day_without_a_sit_says_so_and_leaves_the_way_back(page: HistoryPage) -> None:
    page.year.year.day_chosen.emit(date(2026, 1, 1))
    page.show_sits(SitsView(0, (), NOW))
    assert "No sits here." in texts(page.sits)
    assert page.sits.all.isVisible()
    assert not page.empty.isVisible()


@pytest.mark.window
def test_a_week_a_feeling_and_a_practice_narrow_too(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.filtered):
        page.bars.picked.emit(10)
    assert (page.filter.since, page.filter.until) == (date(2026, 3, 2), date(2026, 3, 8))
    assert "Last week" in texts(page.sits)

    with qtbot.waitSignal(page.filtered):
        page.changes.dumbbells.picked.emit(0)
    assert page.filter.feeling == "anxious"
    assert page.head.feeling.choice == "anxious"

    page.head.exercise.set_chosen("breath")
    with qtbot.waitSignal(page.filtered) as filtered:
        page.head.exercise.chosen.emit("breath")
    assert filtered.args == [HistoryFilter("breath", "anxious", date(2026, 3, 2), date(2026, 3, 8))]


@pytest.mark.window
def test_one_switch_hides_all_numbers(qtbot: QtBot, page: HistoryPage) -> None:
    with qtbot.waitSignal(page.numbers_wished) as wished:
        page.head.numbers.click()
    assert wished.args == [False]

    page.show_numbers(numbers=False)
    page.show_sit(SIT)
    sit = texts(page.past).replace("Thursday 12 March 2026, 19:22 to 19:42", "")
    page.show_all()
    told = [
        texts(page.year),
        texts(page.weeks),
        texts(page.changes),
        page.bars.accessibleDescription().replace("11 weeks ago", ""),
        page.changes.dumbbells.accessibleDescription(),
        str(page.year.year.days.data(page.year.year.days.index_of(TODAY))).partition(", ")[2],
    ]
    weeks = {f"{count} weeks ago" for count in range(2, 12)}
    for week in weeks:
        told = [words.replace(week, "") for words in told]
    assert not [sign for words in told for sign in words if sign.isdigit()]
    assert "6 before" not in sit
    assert "20 minutes" not in sit
    assert "0:12" not in sit


@pytest.mark.window
def test_compact_one_part_is_shown_at_a_time(page: HistoryPage) -> None:
    page.set_compact(compact=True)
    page.resize(420, 600)
    assert page.list.isVisible()
    assert not page.bars.isVisible()

    page.parts.set_chosen("pictures")
    page.parts.chosen.emit("pictures")

    assert not page.list.isVisible()
    assert page.bars.isVisible()
    assert page.year.isVisible()

    page.year.year.day_chosen.emit(TODAY)
    assert page.list.isVisible()
    page.set_compact(compact=False)
    assert page.bars.isVisible()


@pytest.mark.window
def test_a_low_window_keeps_its_room_for_the_list(qtbot: QtBot, page: HistoryPage) -> None:
    page.set_compact(compact=True)
    page.resize(420, 612)
    assert "History" in texts(page.head)

    page.resize(420, 432)
    qtbot.waitUntil(lambda: "History" not in texts(page.head))

    assert page.head.numbers.isVisible()
    qtbot.waitUntil(lambda: page.list.height() > 180)


@pytest.mark.window
def test_what_cannot_be_read_is_said(page: HistoryPage) -> None:
    page.show_trouble("The disk failed.")
    assert "The disk failed." in texts(page)
    assert not page.list.isVisible()


@pytest.mark.window
def test_each_day_has_a_tooltip_and_none_is_to_come(page: HistoryPage) -> None:
    days = page.year.year.days
    said = days.data(days.index_of(TODAY), Qt.ItemDataRole.ToolTipRole)
    assert said == "Thursday 12 March 2026, 20 minutes"
    quiet = days.data(days.index_of(date(2026, 3, 9)), Qt.ItemDataRole.ToolTipRole)
    assert quiet == "Monday 9 March 2026, no sit"
    assert not days.index_of(TODAY + timedelta(days=20)).isValid()
    tomorrow = days.index_of(TODAY).siblingAtRow(4)
    assert days.flags(tomorrow) == Qt.ItemFlag.NoItemFlags
    assert page.year.year.table.indexAt(QPoint(2, 2)).isValid()


@pytest.mark.window
def test_before_the_first_sit_the_title_stands_where_it_always_does(
    qtbot: QtBot, page: HistoryPage
) -> None:
    title = page.head._title
    qtbot.waitUntil(lambda: title.width() > 0)
    before = title.mapTo(page, title.rect().topLeft()).x()
    page.show_sits(SitsView(0, (), NOW))
    qtbot.waitUntil(lambda: not page.head.search.isVisible())
    page.head.layout().activate()  # type: ignore[union-attr]  # it has one
    assert title.mapTo(page, title.rect().topLeft()).x() == before


@pytest.mark.window
@pytest.mark.parametrize("language", ["en_GB", "de_DE", "fi_FI"])
def test_no_day_is_wider_than_the_column_of_days(look: Look, language: str) -> None:
    metrics, locale = QFontMetricsF(look.font("small", weight=500)), QLocale(language)
    widest = max(metrics.horizontalAdvance(words) for words in widest_days(locale))
    for back in range(800):
        words = day_words(NOW - timedelta(days=back), NOW, locale)
        # Two figures of another day may be some hundredths wider.
        assert metrics.horizontalAdvance(words) <= widest + 4, words
