from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mindful.ui.look import Look, ThemeChoice
from mindful.ui.paint.land_window import LandWindow

pytestmark = pytest.mark.window


@pytest.mark.parametrize("theme", ["highContrast", "highContrastLight"])
def test_in_high_contrast_no_ground_cuts_the_orb(
    theme: ThemeChoice, qapp: QApplication, qtbot: QtBot
) -> None:
    window = LandWindow(Look(qapp, theme=theme))
    qtbot.addWidget(window)
    window.resize(600, 128)
    with_orb = window.grab().toImage()
    window.set_orb(shown=False)
    without = window.grab().toImage()
    middle = 600 - 120
    rows = [y for y in range(128) if with_orb.pixel(middle, y) != without.pixel(middle, y)]
    assert rows
    assert rows[-1] - rows[0] > 80
    lowest = with_orb.copy(QRect(middle, rows[-1] - 3, 1, 1)).pixelColor(0, 0)
    highest = with_orb.copy(QRect(middle, rows[0] + 3, 1, 1)).pixelColor(0, 0)
    assert abs(lowest.lightness() - highest.lightness()) < 10


@pytest.mark.parametrize("theme", ["light", "dark", "highContrast", "highContrastLight"])
def test_whole_or_not_the_ground_under_the_words_is_the_same(
    theme: ThemeChoice, qapp: QApplication, qtbot: QtBot
) -> None:
    look, grounds = Look(qapp, theme=theme), []
    for whole in (False, True):
        window = LandWindow(look, whole=whole)
        qtbot.addWidget(window)
        window.resize(388, 118)
        grounds.append(window.grab().toImage().pixelColor(40, 40))
    assert grounds[0] == grounds[1]
