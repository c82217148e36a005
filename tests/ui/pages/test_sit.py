from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest

from mindful.exercises.live import Change
from mindful.ui.controls import RoundButton
from mindful.ui.controls.ground_me import ground_me_room
from mindful.ui.pages.sit import SitPage
from mindful.ui.sit_models import Levels
from tests.ui.sit_samples import SIT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window


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
    made.take_focus(Qt.FocusReason.OtherFocusReason)
    return made


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_space_and_the_button_pause(qtbot: QtBot, page: SitPage) -> None:
    with qtbot.waitSignal(page.pause_toggled):
        QTest.keyClick(page, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.pause_toggled):
        click(page.bottom.pause)


def test_paused_the_orb_holds_still_and_the_button_resumes(page: SitPage) -> None:
    page.set_paused(paused=True)

    assert not page.sky.orb.moving
    assert page.bottom.pause.words == "Resume"
    page.set_paused(paused=False)
    assert page.bottom.pause.words == "Pause"


def test_escape_asks_to_end_and_the_card_asks_once(qtbot: QtBot, page: SitPage) -> None:
    with qtbot.waitSignal(page.end_asked):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    page.ask_end()
    assert page.end_card.isVisible()
    assert page.end_card.keep.hasFocus()

    with qtbot.waitSignal(page.end_declined):
        QTest.keyClick(page.end_card.keep, Qt.Key.Key_Escape)

    assert page.end_card.isHidden()
    assert page.hasFocus()


def test_enter_keeps_sitting_and_only_end_here_ends(qtbot: QtBot, page: SitPage) -> None:
    page.ask_end()
    with qtbot.waitSignal(page.end_declined), qtbot.assertNotEmitted(page.end_confirmed):
        QTest.keyClick(page.end_card.keep, Qt.Key.Key_Return)
    page.ask_end()
    with qtbot.waitSignal(page.end_confirmed):
        click(page.end_card.end)


def test_single_keys_work_and_can_be_turned_off(qtbot: QtBot, page: SitPage) -> None:
    with qtbot.waitSignals([page.captions_toggled, page.time_hidden, page.ground_asked]):
        for key in (Qt.Key.Key_C, Qt.Key.Key_T, Qt.Key.Key_G):
            QTest.keyClick(page, key)
    page.set_view(replace(SIT, single_keys=False))
    with qtbot.assertNotEmitted(page.ground_asked):
        QTest.keyClick(page, Qt.Key.Key_G)


def test_minutes_can_be_added_only_where_the_sit_allows(qtbot: QtBot, page: SitPage) -> None:
    assert page.bottom.five.isHidden()
    with qtbot.assertNotEmitted(page.minutes_added):
        QTest.keyClick(page, Qt.Key.Key_5)
    page.set_view(replace(SIT, time_addable=True))
    with qtbot.waitSignal(page.minutes_added) as added:
        QTest.keyClick(page, Qt.Key.Key_5)
    assert added.args == [5]
    with qtbot.waitSignal(page.minutes_added) as added:
        click(page.bottom.one)
    assert added.args == [1]


def test_hidden_time_hides_the_ring_too(qtbot: QtBot, page: SitPage) -> None:
    with qtbot.waitSignal(page.time_hidden) as hidden:
        QTest.keyClick(page, Qt.Key.Key_T)

    assert hidden.args == [True]
    assert page.sky.ring.isHidden()
    assert not page.top.time_shown


def test_sounds_open_change_levels_and_close(qtbot: QtBot, page: SitPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_S)
    assert page.sounds.isVisible()
    assert page.sounds.levels == Levels(7, 5, 3)
    with qtbot.waitSignal(page.levels_changed) as changed:
        QTest.keyClick(page.sounds.voice.slider, Qt.Key.Key_Right)
    assert changed.args == [Levels(8, 5, 3)]

    QTest.keyClick(page.sounds.voice.slider, Qt.Key.Key_Escape)

    assert page.sounds.isHidden()


def test_a_press_beside_the_sounds_closes_them(page: SitPage) -> None:
    click(page.bottom.sounds)
    assert page.sounds.isVisible()
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(300, 600))

    assert page.sounds.isHidden()
    assert not page.bottom.sounds.isChecked()


def test_captions_can_be_turned_off_in_sounds(qtbot: QtBot, page: SitPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_S)
    with qtbot.waitSignal(page.captions_toggled) as toggled:
        click(page.sounds.captions)

    assert toggled.args == [False]
    assert page.caption.isHidden()


def test_controls_fade_and_return_at_a_key_and_captions_stay(page: SitPage) -> None:
    page.fading.fade()
    assert not page.fading.shown
    assert page.caption.isVisible()
    assert page.sky.orb.isVisible()

    QTest.keyClick(page, Qt.Key.Key_Shift)

    assert page.fading.shown


def test_stillness_is_waited_for_only_while_shown_and_wanted(page: SitPage) -> None:
    waiting = [page.fading.waiting]
    page.hide()
    waiting.append(page.fading.waiting)
    page.set_view(replace(SIT, controls_fade=False))
    page.show()
    waiting.append(page.fading.waiting)

    assert waiting == [True, False, False]


def test_a_press_on_faded_controls_only_brings_them_back(qtbot: QtBot, page: SitPage) -> None:
    page.fading.fade()
    with qtbot.assertNotEmitted(page.end_asked):
        click(page.bottom.end)
    assert page.fading.shown

    with qtbot.waitSignal(page.end_asked):
        click(page.bottom.end)


@pytest.mark.parametrize("opened", ["sounds", "paused", "question"])
def test_controls_do_not_fade_while_something_is_open(page: SitPage, opened: str) -> None:
    if opened == "sounds":
        QTest.keyClick(page, Qt.Key.Key_S)
    elif opened == "paused":
        page.set_paused(paused=True)
    else:
        page.ask_end()

    page.fading.fade()

    assert page.fading.shown


def test_time_left_is_rounded_up_so_that_nought_is_the_end(page: SitPage) -> None:
    shown = []
    for seconds in (684.0, 0.4, 0.0, -3.0):
        page.set_time_left(seconds)
        shown.append(page.top.time_words)

    assert shown == ["11:24", "0:01", "0:00", "0:00"]


def test_pause_says_the_time_left_when_the_keyboard_comes_to_it(page: SitPage) -> None:
    page.set_time_left(684)
    page.bottom.pause.setFocus(Qt.FocusReason.TabFocusReason)

    assert page.bottom.pause.accessibleName() == "Pause, 11 minutes 24 seconds left"


def test_a_notice_shows_and_goes(page: SitPage) -> None:
    page.set_notice("Sound stopped. Captions carry on.")
    assert page.notice.isVisible()
    page.set_notice("")
    assert page.notice.isHidden()


def test_the_orb_follows_the_sit(page: SitPage) -> None:
    page.set_breath(((4, 0, 1), (6, 1, 0)), 4.0)
    breathed_in = page.sky.orb.frame().size
    page.set_breath(((4, 0, 1), (6, 1, 0)), 9.9)

    assert page.sky.orb.frame().size < breathed_in * 0.85


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1180, 780, 1), (420, 600, 1), (1180, 780, 2)]
)
def test_nothing_overlaps_from_small_windows_to_large_text(
    page: SitPage, look: Look, width: int, height: int, scale: float
) -> None:
    look.set_scale(scale)
    page.set_view(replace(SIT, time_addable=True))
    page.resize(width, height)

    buttons = [
        page.bottom.one,
        page.bottom.pause,
        page.bottom.five,
        page.bottom.sounds,
        page.bottom.end,
    ]
    boxes = [button.geometry().translated(page.bottom.pos()) for button in buttons]
    boxes += [page.caption.geometry(), page.top.geometry()]
    for index, box in enumerate(boxes):
        assert page.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[index + 1 :])


def test_the_line_again_and_more_quiet_by_single_keys(qtbot: QtBot, page: SitPage) -> None:
    for key, change in ((Qt.Key.Key_R, Change.AGAIN), (Qt.Key.Key_Q, Change.QUIETER)):
        with qtbot.waitSignal(page.change_asked) as asked:
            QTest.keyClick(page, key)
        assert asked.args == [change]
    page.set_view(replace(SIT, single_keys=False))
    with qtbot.assertNotEmitted(page.change_asked):
        QTest.keyClick(page, Qt.Key.Key_R)


def test_more_lists_what_makes_sense_now_and_asks_for_it(qtbot: QtBot, page: SitPage) -> None:
    page.set_offers({Change.LONGER, Change.FINISH, Change.STAY})
    click(page.bottom.more)
    assert page.changes.isVisible()
    shown = {change for change, row in page.changes.rows.items() if row.isVisible()}
    assert shown == {Change.FINISH, Change.STAY}
    assert page.changes.rows[Change.STAY].hasFocus()
    QTest.keyClick(page.changes.rows[Change.STAY], Qt.Key.Key_Down)
    with qtbot.waitSignal(page.change_asked) as asked:
        QTest.keyClick(page.changes.rows[Change.FINISH], Qt.Key.Key_Space)
    assert asked.args == [Change.FINISH]
    assert page.changes.isHidden()
    assert page.hasFocus()


def test_one_card_is_open_at_a_time_and_escape_closes_it(page: SitPage) -> None:
    page.set_offers({Change.STAY})
    click(page.bottom.more)
    QTest.keyClick(page, Qt.Key.Key_S)
    assert page.changes.isHidden()
    assert page.sounds.isVisible()
    assert not page.bottom.more.isChecked()
    click(page.bottom.more)
    QTest.keyClick(page.changes.rows[Change.STAY], Qt.Key.Key_Escape)
    assert page.changes.isHidden()


def test_at_the_longest_no_minutes_can_be_added(page: SitPage) -> None:
    page.set_view(replace(SIT, time_addable=True))
    page.set_offers({Change.FINISH})
    assert not page.bottom.one.isEnabled()
    page.set_offers({Change.LONGER})
    assert page.bottom.five.isEnabled()


def test_what_has_changed_is_told_in_passing(qtbot: QtBot, page: SitPage) -> None:
    page.set_notice("Sound stopped.")
    page.tell("Going on.")
    assert page.notice.text() == "Going on."
    qtbot.waitUntil(lambda: page.notice.text() == "Sound stopped.")


def test_what_is_told_in_passing_is_announced_politely(
    page: SitPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    page.set_notice("Sound stopped.")
    page.tell("Going on.")
    page.set_notice("Sound stopped.")

    polite = QAccessible.AnnouncementPoliteness.Polite
    assert told == [("Sound stopped.", polite), ("Going on.", polite)]


@pytest.mark.parametrize("height", [600, 780])
@pytest.mark.parametrize("minutes", [False, True])
def test_in_the_smallest_window_with_the_largest_text_all_stands_apart(
    page: SitPage, minutes: bool, height: int
) -> None:
    page.look.set_scale(2.0)
    page.set_view(replace(SIT, time_addable=minutes))
    page.resize(420, height)
    page.set_notice("Sound stopped. Captions carry on.")
    shown = [button for button in page.bottom.findChildren(RoundButton) if button.isVisible()]
    places = [button.geometry().translated(page.bottom.pos()) for button in shown]
    places += [page.top.geometry(), page.caption.geometry(), page.notice.geometry()]
    ground = ground_me_room(page.look).shrunkBy(QMargins(0, 14, 12, 0))
    places.append(QRect(QPoint(0, height - ground.height()), ground))
    assert len(shown) == (6 if minutes else 4)
    for number, place in enumerate(places):
        assert page.rect().contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [420, 560, 760, 960, 1180])
def test_no_control_lies_over_another(page: SitPage, width: int, scale: float) -> None:
    page.look.set_scale(scale)
    page.set_view(replace(SIT, time_addable=True))
    page.resize(width, 780)
    bottom = page.bottom
    buttons = (bottom.one, bottom.pause, bottom.five, bottom.more, bottom.sounds, bottom.end)
    places = [button.geometry() for button in buttons]
    room = ground_me_room(page.look)
    ground = room.shrunkBy(QMargins(0, 14, 12, 0))
    places.append(QRect(QPoint(0, bottom.height() - ground.height()), ground))
    for number, place in enumerate(places):
        assert bottom.rect().contains(place) or number == len(buttons)
        assert not any(place.intersects(other) for other in places[number + 1 :]), (number, width)


def test_the_question_is_as_high_as_its_words_need_also_after_a_narrower_window(
    page: SitPage,
) -> None:
    page.ask_end()
    page.end_card.place(700, 400, 60, 700)
    height = page.end_card.height()
    page.end_card.place(300, 400, 60, 700)
    page.end_card.place(700, 400, 60, 700)
    assert page.end_card.height() == height
