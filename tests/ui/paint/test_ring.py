from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from mindful.ui.paint.ring import Ring
from mindful.ui.paint.ripple import Ripple

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window


@pytest.fixture
def ring(qtbot: QtBot, look: Look) -> Ring:
    made = Ring(look, 100)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_progress_bells_and_pace_are_drawn(ring: Ring) -> None:
    pictures = [ring.grab().toImage()]
    ring.set_progress(0.4)
    pictures.append(ring.grab().toImage())
    ring.set_bells((0.0, 0.5, 1.0))
    pictures.append(ring.grab().toImage())
    ring.set_pace(0.5)
    pictures.append(ring.grab().toImage())

    assert all(a != b for a, b in pairwise(pictures))


def test_opening_and_closing_bells_leave_the_top_to_the_bead(ring: Ring) -> None:
    bare = ring.grab().toImage()
    ring.set_bells((0.0, 1.0))

    assert ring.grab().toImage() == bare


def test_a_move_too_small_to_see_is_not_painted(ring: Ring) -> None:
    ring.set_progress(0.4)
    ring.set_progress(0.4001)

    assert ring.progress == 0.4


def test_progress_never_leaves_the_circle(ring: Ring) -> None:
    ring.set_progress(7)
    assert ring.progress == 1
    ring.set_progress(-1)
    assert ring.progress == 0


def test_a_bell_ripples_once_and_is_gone(qtbot: QtBot, look: Look) -> None:
    ripple = Ripple(look, 20)
    qtbot.addWidget(ripple)
    ripple.resize(ripple.sizeHint())
    with qtbot.waitExposed(ripple):
        ripple.show()
    quiet = ripple.grab().toImage()

    ripple.strike()
    qtbot.waitUntil(lambda: ripple.grab().toImage() != quiet)

    assert ripple.spreading
    ripple.hide()
    assert not ripple.spreading


def test_with_reduced_motion_nothing_ripples(qtbot: QtBot, look: Look) -> None:
    look.set_reduced_motion(True)
    ripple = Ripple(look, 20)
    qtbot.addWidget(ripple)
    with qtbot.waitExposed(ripple):
        ripple.show()

    ripple.strike()

    assert not ripple.spreading
