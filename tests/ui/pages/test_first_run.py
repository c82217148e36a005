from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mindful.ui.controls.ground_me import ground_me_room
from mindful.ui.look import Look
from mindful.ui.pages.first_run import FirstRun

pytestmark = pytest.mark.window


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> FirstRun:
    look.set_reduced_motion(True)
    page = FirstRun(look)
    qtbot.addWidget(page)
    page.resize(1180, 780)
    page.show()
    return page


def test_begin_has_focus_and_ring_from_the_first_moment(page: FirstRun, qtbot: QtBot) -> None:
    page.take_focus(Qt.FocusReason.OtherFocusReason)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.enter.ring.shown)
    with qtbot.waitSignal(page.begin):
        QTest.keyClick(page.enter, Qt.Key.Key_Space)


def test_who_it_is_for_stands_beside_begin(page: FirstRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.who_for):
        page.who.click()


@pytest.mark.parametrize(("width", "compact", "scale"), [(1180, False, 1.0), (420, True, 2.0)])
def test_ground_mes_corner_stays_free(
    page: FirstRun, look: Look, width: int, compact: bool, scale: float
) -> None:
    look.set_scale(scale)
    page.set_compact(compact)
    page.resize(width, 780)
    room = ground_me_room(look)
    corner = page.rect().adjusted(24, page.height() - room.height() + 24, 0, -24)
    corner.setWidth(room.width() - 48)
    for widget in (page.enter, page.who, page._warning):
        visible = widget.visibleRegion().boundingRect()
        visible.translate(widget.mapTo(page, visible.topLeft()) - visible.topLeft())
        assert not visible.intersects(corner)


@pytest.mark.parametrize(("width", "height", "scale"), [(420, 600, 1.0), (1180, 780, 1.5)])
def test_the_way_in_is_in_sight_without_scrolling(
    look: Look, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    look.set_scale(scale)
    page = FirstRun(look)
    qtbot.addWidget(page)
    page.set_compact(compact=True)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()

    def in_sight() -> bool:
        corner = page.enter.mapTo(page, page.enter.rect().bottomLeft())
        return corner.y() < height - ground_me_room(look).height()

    qtbot.waitUntil(in_sight)
