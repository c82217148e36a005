from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from mindful.ui.paint.land import Land, land_picture, paint_land

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mindful.ui.look import Look

pytestmark = pytest.mark.window

SIZE = QSize(300, 500)


def flat_rows(image: QImage) -> int:
    """Rows of the sky in which all pixels are the same, as they are where a gradient bands."""
    rows = range(image.height() // 2)
    return sum(len({image.pixel(x, y) for x in range(0, image.width(), 3)}) == 1 for y in rows)


def test_the_dark_sky_is_dithered(dark_look: Look) -> None:
    plain = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(plain)
    paint_land(painter, QRectF(plain.rect()), dark_look)
    painter.end()

    assert flat_rows(plain) > 200
    assert flat_rows(land_picture(SIZE, 1, dark_look).toImage()) < 20


def test_dithering_changes_no_channel_by_more_than_one_step(dark_look: Look) -> None:
    plain = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(plain)
    paint_land(painter, QRectF(plain.rect()), dark_look)
    painter.end()
    dithered = land_picture(SIZE, 1, dark_look).toImage()

    for x, y in ((5, 5), (150, 200), (290, 249)):
        a, b = plain.pixelColor(x, y), dithered.pixelColor(x, y)
        assert abs(a.red() - b.red()) <= 2
        assert abs(a.blue() - b.blue()) <= 2


def test_it_is_painted_once_for_a_size_and_anew_for_a_theme(qtbot: QtBot, look: Look) -> None:
    land = Land(look)
    qtbot.addWidget(land)
    land.resize(SIZE)
    light = land.grab().toImage()

    assert land.grab().toImage() == light
    look.set_theme("dark")
    assert land.grab().toImage() != light
    look.set_theme("highContrast")
    black = land.grab().toImage()
    assert black.pixelColor(150, 400).lightness() <= 1
