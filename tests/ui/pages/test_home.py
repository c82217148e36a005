from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mindful.ui.home.chooser import Chooser
from mindful.ui.look import Look
from mindful.ui.models import Notice
from mindful.ui.pages.home import Home
from tests.ui.sample import GROUPS, SOUNDS, WELCOME, length, timeline

pytestmark = pytest.mark.window


@pytest.fixture
def home(look: Look, qtbot: QtBot) -> Iterator[Home]:
    look.set_reduced_motion(True)
    page = QWidget()
    qtbot.addWidget(page)
    home = Home(look, page)
    home.set_welcome(WELCOME)
    home.set_practices(GROUPS)
    home.set_chosen("breath")
    home.set_length(length(20))
    home.set_timeline(timeline(20))
    home.set_sounds(SOUNDS)
    home.set_begin("Begin 20 minutes", "Begin 20 min")
    page.resize(972, 780)
    home.resize(972, 780)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    home.take_focus(Qt.FocusReason.OtherFocusReason)
    yield home
    page.close()


def test_begin_has_the_focus_and_one_key_begins(home: Home, qtbot: QtBot) -> None:
    assert home.panel.begin.hasFocus()
    with qtbot.waitSignal(home.begin):
        QTest.keyClick(home.panel.begin, Qt.Key.Key_Space)
    with qtbot.waitSignal(home.begin):
        QTest.keyClick(
            home.panel.length.rule, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


def test_begin_waits_until_it_is_ready(home: Home, qtbot: QtBot) -> None:
    home.set_begin("Begin", ready=False)
    with qtbot.assertNotEmitted(home.begin):
        QTest.mouseClick(home.panel.begin, Qt.MouseButton.LeftButton)


def test_up_and_down_choose_a_practice_from_anywhere(home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.keyClick(home.panel.begin, Qt.Key.Key_Down)
    assert caught.args == ["sit-with-it"]
    home.set_chosen("sit-with-it")
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.keyClick(home.panel.length.rule, Qt.Key.Key_Up)
    assert caught.args == ["breath"]


def test_the_list_ends_where_it_ends(home: Home, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(home.exercise_chosen):
        QTest.keyClick(home.panel.begin, Qt.Key.Key_Up)


@pytest.mark.parametrize(
    ("key", "minutes"),
    [(Qt.Key.Key_Right, 21), (Qt.Key.Key_PageDown, 15), (Qt.Key.Key_End, 90)],
)
def test_keys_change_the_length_from_begin(
    home: Home, qtbot: QtBot, key: Qt.Key, minutes: int
) -> None:
    with qtbot.waitSignal(home.minutes_changed) as caught:
        QTest.keyClick(home.panel.begin, key)
    assert caught.args == [minutes]


def test_a_practice_pressed_is_only_a_wish(home: Home, qtbot: QtBot) -> None:
    row = home.practices.row("grounding")
    assert row is not None
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert caught.args == ["grounding"]
    assert not row.isChecked()
    home.set_chosen("grounding")
    assert row.isChecked()


def test_the_list_is_one_stop_for_tab(home: Home) -> None:
    stops = [
        key
        for key in ("breath", "sit-with-it", "grounding")
        if (row := home.practices.row(key)) and row.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["breath"]


def test_less_and_more_know_the_ends(home: Home, qtbot: QtBot) -> None:
    home.set_length(length(5, least=2, longest=5))
    assert not home.panel.length.more.isEnabled()
    with qtbot.waitSignal(home.minutes_changed) as caught:
        QTest.mouseClick(home.panel.length.less, Qt.MouseButton.LeftButton)
    assert caught.args == [4]


@pytest.mark.parametrize(("typed", "minutes"), [("7", 7), ("99", 90), ("1", 2)])
def test_a_length_typed_is_held_within_what_is_offered(
    home: Home, qtbot: QtBot, typed: str, minutes: int
) -> None:
    numeral = home.panel.length.numeral
    QTest.mouseClick(numeral, Qt.MouseButton.LeftButton)
    numeral.selectAll()
    QTest.keyClicks(numeral, typed)
    with qtbot.waitSignal(home.minutes_changed) as caught:
        QTest.keyClick(numeral, Qt.Key.Key_Return)
    assert caught.args == [minutes]


def test_escape_and_an_empty_length_take_back_what_was_typed(home: Home, qtbot: QtBot) -> None:
    numeral = home.panel.length.numeral
    with qtbot.assertNotEmitted(home.minutes_changed):
        numeral.setFocus()
        QTest.keyClicks(numeral, "7")
        QTest.keyClick(numeral, Qt.Key.Key_Escape)
        assert numeral.text() == "20"
        numeral.clear()
        QTest.keyClick(numeral, Qt.Key.Key_Return)
        assert numeral.text() == "20"


def test_sounds_are_wishes(home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.voice_toggled) as caught:
        QTest.mouseClick(home.panel.sounds.toggle, Qt.MouseButton.LeftButton)
    assert caught.args == [False]
    with qtbot.waitSignal(home.bell_chosen) as caught:
        QTest.keyClick(home.panel.sounds.bell, Qt.Key.Key_Down)
    assert caught.args == ["none"]
    with qtbot.waitSignal(home.ambience_chosen) as caught:
        QTest.keyClick(home.panel.sounds.ambience, Qt.Key.Key_Down)
    assert caught.args == ["none"]


def test_a_notice_comes_and_goes(home: Home, qtbot: QtBot) -> None:
    home.set_notice(Notice("No voice was found", "You can still begin.", "Set up a voice"))
    assert home.panel.notice.isVisible()
    with qtbot.waitSignal(home.notice_acted):
        home.panel.notice.action.click()
    home.set_notice(None)
    assert not home.panel.notice.isVisible()


def test_the_length_is_read_aloud_in_full(home: Home) -> None:
    name = home.panel.length.rule.accessibleName()
    assert name == "Length, 20 minutes, until about 7:42 pm"


def test_a_narrow_home_chooses_from_a_sheet(home: Home, qtbot: QtBot) -> None:
    home.set_compact(compact=True)
    assert home.panel.begin.words == "Begin 20 min"
    opener = home.panel.window_piece.opener
    assert opener.isVisible()
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    sheet = home.findChild(Chooser)
    assert isinstance(sheet, Chooser)
    qtbot.waitUntil(sheet.isVisible)
    row = sheet.finder.practices.row("sit-with-it")
    assert row is not None
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert caught.args == ["sit-with-it"]
    assert not sheet.isVisible()


@pytest.mark.parametrize(("width", "scale"), [(420, 1.0), (420, 2.0), (600, 1.5), (1180, 2.0)])
def test_nothing_is_wider_than_a_narrow_page(
    home: Home, look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    home.set_compact(compact=True)
    look.set_scale(scale)
    home.resize(width, 780)
    content = home.panel._content.parentWidget()
    assert isinstance(content, QWidget)
    qtbot.waitUntil(lambda: content.width() <= width)
    for child in content.findChildren(QWidget):
        if child.isVisible():
            right = child.mapTo(content, child.rect().topRight()).x()
            assert right <= width, child


def test_the_strip_tells_its_shape(home: Home) -> None:
    assert "20 minutes" in home.panel.strip.accessibleDescription()


def test_save_as_audio_is_a_quiet_wish_beside_begin(home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.save_wanted):
        home.panel.save.click()
    assert middle(home, home.panel.save).y() == pytest.approx(
        middle(home, home.panel.begin).y(), abs=2
    )
    home.set_save("Saving, 40%")
    assert home.panel.save.accessibleName() == "Saving, 40%"


def test_save_as_audio_lies_in_the_narrow_panel(home: Home, qtbot: QtBot) -> None:
    home.set_compact(compact=True)
    home.resize(420, 780)
    qtbot.waitUntil(lambda: middle(home, home.panel.save).x() < 420)
    assert not beside(home)
    home.set_compact(compact=False)
    home.resize(1180, 780)
    qtbot.waitUntil(lambda: beside(home))


def test_the_check_in_may_be_had_beside_begin_or_below_it(home: Home, qtbot: QtBot) -> None:
    assert home.panel.check_in.isHidden()
    home.set_check_in(offered=True)
    qtbot.waitUntil(lambda: beside(home))
    with qtbot.waitSignal(home.check_in_wanted):
        home.panel.check_in.click()

    home.resize(760, 780)
    qtbot.waitUntil(
        lambda: middle(home, home.panel.check_in).y() > middle(home, home.panel.begin).y() + 20
    )
    edge = home.panel.save.mapTo(home, home.panel.save.rect().bottomRight())
    assert home.rect().contains(edge)


def middle(home: Home, widget: QWidget) -> QPoint:
    return widget.mapTo(home, widget.rect().center())


def beside(home: Home) -> bool:
    """Save stands in one line with Begin."""
    away = middle(home, home.panel.save).y() - middle(home, home.panel.begin).y()
    return abs(away) <= 2


@pytest.mark.parametrize(("kind", "row"), [("bell", 2), ("ambience", 2)])
def test_both_lists_end_with_a_file_of_ones_own(
    home: Home, qtbot: QtBot, kind: str, row: int
) -> None:
    select = getattr(home.panel.sounds, kind)
    select.showPopup()
    view = select.view()
    qtbot.waitUntil(view.isVisible)
    where = view.visualRect(select.model().index(row, 0)).center()
    with qtbot.waitSignal(home.file_wanted) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert caught.args == [kind]


def test_a_letter_begins_a_search_and_enter_chooses(home: Home, qtbot: QtBot) -> None:
    QTest.keyClicks(home.panel.begin, "g")
    assert home.finder.field.hasFocus()
    assert home.finder.field.text() == "g"
    assert home.practices.shown == ("grounding",)
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.keyClick(home.finder.field, Qt.Key.Key_Return)
    assert caught.args == ["grounding"]
    assert home.finder.field.text() == ""
    assert home.panel.begin.hasFocus()


def test_after_a_search_the_list_stands_where_the_chosen_row_is(home: Home, qtbot: QtBot) -> None:
    home.resize(972, 260)
    home.practices.chosen.connect(home.set_chosen)
    home.finder.begin("ground")
    last = home.practices.shown[0]
    QTest.keyClick(home.finder.field, Qt.Key.Key_Return)
    row = home.practices.row(last)
    assert row is not None
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())


def test_control_f_searches_and_escape_ends_it(home: Home, qtbot: QtBot) -> None:
    QTest.keyClick(home.panel.begin, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert home.finder.field.hasFocus()
    QTest.keyClicks(home.finder.field, "feel")
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.keyClick(home.finder.field, Qt.Key.Key_Down)
    assert caught.args == ["sit-with-it"]
    QTest.keyClick(home.finder.field, Qt.Key.Key_Escape)
    assert home.practices.shown == ("breath", "sit-with-it", "grounding")
    assert home.panel.begin.hasFocus()


def test_a_narrow_home_searches_in_its_sheet(home: Home, qtbot: QtBot) -> None:
    home.set_compact(compact=True)
    sheet = home._open_chooser()
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClicks(sheet, "g")
    assert sheet.finder.practices.shown == ("grounding",)
    with qtbot.waitSignal(home.exercise_chosen) as caught:
        QTest.keyClick(sheet.finder.field, Qt.Key.Key_Return)
    assert caught.args == ["grounding"]
    assert not sheet.isVisible()


def test_what_is_folded_in_the_sheet_is_folded_in_the_list(home: Home, qtbot: QtBot) -> None:
    home.set_practices([replace(group, id=group.title) for group in GROUPS], "1 file")
    home.set_compact(compact=True)
    sheet = home._open_chooser()
    qtbot.waitUntil(sheet.isVisible)
    head = sheet.finder.practices.head("With what’s here")
    assert head is not None
    with qtbot.waitSignal(home.fold_changed) as caught:
        QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert caught.args == ["With what’s here", True]
    assert home.practices.shown == ("breath",)
    with qtbot.waitSignal(home.errors_wanted):
        sheet.finder.practices.broken.click()


def test_the_hint_never_covers_the_ends_of_a_short_range(home: Home) -> None:
    words = "If you feel dizzy, stop. Never while driving or in water."
    for longest in (5, 10, 20, 90):
        home.set_length(replace(length(3, least=1, longest=longest), hint=words))
        block = home.panel.length
        if block._hint_between.isVisible():
            right = block._hint_between.geometry().right()
            assert right < block.rule.scale.x(longest) - 16
        else:
            assert block._hint.isVisible()


def test_the_strip_gives_its_height_to_a_hint_of_two_lines(home: Home, qtbot: QtBot) -> None:
    panel = home.panel
    full = panel.strip.sizeHint().height()
    home.set_length(replace(length(20), hint="At first, up to 20 minutes is suggested. " * 3))
    assert panel.strip.sizeHint().height() < full
    bar = panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: panel.length._hint.height() > 30)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    home.set_length(length(20))
    assert panel.strip.sizeHint().height() == full
    home.set_compact(compact=True)
    home.set_length(replace(length(20), hint="At first, up to 20 minutes is suggested. " * 3))
    assert panel.strip.sizeHint().height() == full
