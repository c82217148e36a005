from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, overload

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mindful.ui.pages.history import HistoryPage
from mindful.ui.pages.history_rows import row_words
from mindful.ui.sit_models import HistoryRow, HistoryView
from tests.ui.sit_samples import NOW, ROWS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

WEEKS = (35, 60, 20, 2, 45, 75, 80, 50, 65, 90, 50, 60)
VIEW = HistoryView(ROWS, WEEKS, NOW)


class ManyRows(Sequence[HistoryRow]):
    """A log of fifty thousand sits that counts what is read of it."""

    def __init__(self) -> None:
        self.read = 0

    def __len__(self) -> int:
        return 50_000

    @overload
    def __getitem__(self, index: int) -> HistoryRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[HistoryRow]: ...
    def __getitem__(self, index: int | slice) -> HistoryRow | Sequence[HistoryRow]:
        assert isinstance(index, int)
        self.read += 1
        return replace(ROWS[0], key=str(index))


def test_a_row_is_told_in_a_sentence() -> None:
    assert row_words(ROWS[0], NOW).endswith(
        "Sit With the Feeling, 20 minutes, anxious, strength 6 to 4, It moved."
    )
    assert row_words(ROWS[1], NOW).startswith("Yesterday ")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HistoryPage:
    made = HistoryPage(look)
    qtbot.addWidget(made)
    made.resize(972, 780)
    made.set_view(VIEW)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.window
def test_sits_and_weeks_are_shown(page: HistoryPage) -> None:
    assert page.model.rowCount() == 2
    assert page.list.isVisible()
    assert page.bars.isVisible()
    assert page.empty.isHidden()
    assert "this week: 60 minutes" in page.bars.accessibleName()


@pytest.mark.window
def test_rows_are_drawn_in_both_themes_and_layouts(page: HistoryPage, look: Look) -> None:
    pictures = [page.list.grab().toImage()]
    page.set_compact(compact=True)
    pictures.append(page.list.grab().toImage())
    look.set_theme("dark")
    pictures.append(page.list.grab().toImage())

    assert len({bytes(picture.constBits()) for picture in pictures}) == 3


@pytest.mark.window
def test_only_what_is_seen_is_read_of_fifty_thousand(qtbot: QtBot, page: HistoryPage) -> None:
    rows = ManyRows()
    page.set_view(HistoryView(rows, WEEKS, NOW))
    page.list.grab()
    qtbot.waitUntil(lambda: page.list.verticalScrollBar().maximum() > 1_000_000, timeout=5000)
    assert rows.read < 200

    page.list.scrollToBottom()
    page.list.grab()

    assert rows.read < 400


@pytest.mark.window
def test_before_the_first_sit_there_is_a_way_to_begin(qtbot: QtBot, page: HistoryPage) -> None:
    page.set_view(HistoryView((), (0,) * 12, NOW))
    assert page.empty.isVisible()
    assert page.list.isHidden() or not page.list.isVisible()

    page.take_focus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(page.begin_asked):
        QTest.keyClick(page.begin, Qt.Key.Key_Space)


@pytest.mark.window
def test_enter_opens_a_sit(qtbot: QtBot, page: HistoryPage) -> None:
    page.list.setCurrentIndex(page.model.index(1, 0))
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)

    assert opened.args == ["b"]


@pytest.mark.window
def test_compact_one_part_is_shown_at_a_time(page: HistoryPage) -> None:
    page.set_compact(compact=True)
    assert page.list.isVisible()
    assert not page.bars.isVisible()

    page.parts.set_chosen("weeks")
    page.parts.chosen.emit("weeks")

    assert not page.list.isVisible()
    assert page.bars.isVisible()
