from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from mindful.ui.paint.orb import Orb

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window

LONG_OUT = ((4.0, 0.0, 1.0), (6.0, 1.0, 0.0))


class Clock:
    """Seconds a test moves by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def orb(qtbot: QtBot, look: Look, clock: Clock) -> Orb:
    made = Orb(look, 60, now=clock)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def picture(orb: Orb) -> QImage:
    return orb.grab().toImage()


def lit_width(image: QImage) -> int:
    """Pixels of the middle row that are bright, as the body is and its surroundings are not."""
    row = image.height() // 2
    return sum(image.pixelColor(x, row).lightness() > 200 for x in range(image.width()))


def test_it_follows_the_place_in_the_breath_and_not_a_timer_of_its_own(
    orb: Orb, clock: Clock
) -> None:
    orb.set_breathing(LONG_OUT)
    orb.set_place(0)
    breathed_out = orb.frame().size
    orb.set_place(4)
    breathed_in = orb.frame().size
    clock.seconds += 6

    assert breathed_in == pytest.approx(breathed_out / 0.82, rel=0.02)
    assert orb.frame().size == breathed_out


def test_it_shows_what_it_says(orb: Orb) -> None:
    orb.set_breathing(LONG_OUT)
    orb.set_place(0)
    small = picture(orb)
    orb.set_place(4)

    assert lit_width(picture(orb)) >= lit_width(small)
    assert picture(orb) != small


def test_still_it_holds_its_place_and_goes_on_from_there(orb: Orb, clock: Clock) -> None:
    orb.set_breathing(LONG_OUT)
    orb.set_place(2)
    orb.set_still(still=True)
    held = orb.frame()
    clock.seconds += 60
    during = orb.frame()
    orb.set_still(still=False)

    assert during == held == orb.frame()


def test_idle_frames_repeat_so_that_few_are_painted(orb: Orb, clock: Clock) -> None:
    frames = []
    for _ in range(24 * 20):
        frames.append(orb.frame())
        clock.seconds += 1 / 24

    changes = sum(a != b for a, b in pairwise(frames))

    assert changes < 24 * 20 / 3


def test_nothing_moves_while_hidden(qtbot: QtBot, orb: Orb) -> None:
    moving = [orb.moving]
    with qtbot.waitExposed(orb):
        orb.show()
    moving.append(orb.moving)
    orb.hide()
    moving.append(orb.moving)

    assert moving == [False, True, False]


def test_nothing_moves_while_minimised(qtbot: QtBot, orb: Orb) -> None:
    with qtbot.waitExposed(orb):
        orb.show()

    orb.setWindowState(Qt.WindowState.WindowMinimized)

    qtbot.waitUntil(lambda: not orb.moving)


def test_with_reduced_motion_it_holds_still_at_its_middle(
    qtbot: QtBot, look: Look, orb: Orb, clock: Clock
) -> None:
    look.set_reduced_motion(True)
    with qtbot.waitExposed(orb):
        orb.show()
    first = orb.frame()
    clock.seconds += 3

    assert not orb.moving
    assert orb.frame() == first
    assert first.size == round(0.94 * 60 * 2)


def test_it_is_drawn_anew_in_another_theme(orb: Orb, look: Look) -> None:
    light = picture(orb)
    look.set_theme("highContrast")

    assert picture(orb) != light
