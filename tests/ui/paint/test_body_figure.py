from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from mindful.assets import asset
from mindful.exercises.feelings import load_vocabulary
from mindful.ui.paint.body_figure import BodyFigure
from mindful.ui.paint.body_shape import HEIGHT, WIDTH, body_outline, spots_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window

PLACES = {key: key for key in ("head", "throat", "chest", "hands", "legs", "all over")}
CHEST, HAND, OUTSIDE = QPoint(50, 84), QPoint(94, 147), QPoint(2, 20)


@pytest.fixture
def figure(qtbot: QtBot, look: Look) -> BodyFigure:
    made = BodyFigure(look)
    qtbot.addWidget(made)
    made.set_places(PLACES)
    made.resize(made.sizeHint())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_press_is_the_nearest_place_on_either_side(figure: BodyFigure, qtbot: QtBot) -> None:
    for point, place in ((CHEST, "chest"), (HAND, "hands"), (QPoint(6, 147), "hands")):
        with qtbot.waitSignal(figure.pressed) as pressed:
            QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=point)
        assert pressed.args == [place]


def test_beside_the_body_nothing_is_pressed(figure: BodyFigure, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(figure.pressed):
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=OUTSIDE)


def test_the_pointer_lights_a_place(figure: BodyFigure) -> None:
    plain = figure.grab().toImage()
    figure.mouseMoveEvent(_moved(CHEST))
    assert figure.lit == "chest"
    assert figure.grab().toImage() != plain
    figure.leaveEvent(QEvent(QEvent.Type.Leave))
    assert figure.lit == ""


def test_a_tooltip_names_the_place(figure: BodyFigure) -> None:
    event = QHelpEvent(QEvent.Type.ToolTip, HAND, figure.mapToGlobal(HAND))
    figure.event(event)
    assert QToolTip.text() == "hands"
    QToolTip.hideText()


def test_a_place_chosen_glows_there_and_nowhere_else(figure: BodyFigure) -> None:
    before = figure.grab().toImage()
    figure.set_chosen({"chest"})
    after = figure.grab().toImage()

    assert after.pixelColor(CHEST) != before.pixelColor(CHEST)
    assert after.pixelColor(HAND) == before.pixelColor(HAND)


def test_it_is_no_stop_for_the_keyboard_but_has_a_name(figure: BodyFigure) -> None:
    assert figure.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert figure.accessibleName()


def test_every_place_but_nowhere_clear_lies_on_the_body() -> None:
    places = load_vocabulary(asset("feelings.toml")).place
    outline = body_outline().boundingRect()

    assert outline.width() <= WIDTH + 1
    assert outline.height() <= HEIGHT + 1
    for place in places:
        spots = spots_of(place.name)
        assert bool(spots) == (place.name != "nowhere clear")
        assert all(outline.contains(spot.centre) for spot in spots)


def _moved(point: QPoint) -> QMouseEvent:
    none = Qt.MouseButton.NoButton
    place = QPointF(point)
    return QMouseEvent(
        QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier
    )
